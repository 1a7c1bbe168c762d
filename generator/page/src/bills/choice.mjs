// Which households' forms are wanted: all, those that still owe, or some that are ticked.
import { h, show } from "../common/dom.mjs";

let used = 0;

// `changed(forms)` is called with the forms whenever others are wanted, and once at the beginning.
export function choice(forms, changed) {
  const owing = forms.filter((form) => form.owes), ticked = new Set(forms), name = `whose${++used}`;
  const boxes = h("div", { class: "ticks", hidden: true }, forms.map(tick));
  const ways = [
    ["全部", forms.length, () => forms],
    ...(owing.length && owing.length < forms.length ? [["只要还没缴清的", owing.length, () => owing]] : []),
    ...(forms.length > 1 ? [["自己勾", 0, () => forms.filter((form) => ticked.has(form))]] : []),
  ];
  let wanted = ways[0][2];

  function tick(form) {
    const input = h("input", { type: "checkbox", checked: true });
    input.addEventListener("change", () => {
      ticked[input.checked ? "add" : "delete"](form);
      changed(wanted());
    });
    return h("label", {}, input, ` ${form.room}`);
  }

  function way([words, count, of], at) {
    const input = h("input", { type: "radio", name, checked: at === 0 });
    input.addEventListener("change", () => {
      wanted = of;
      boxes.hidden = words !== "自己勾";
      changed(wanted());
    });
    return h("label", {}, input, ` ${words}${count ? `（${count} 张）` : ""}`);
  }

  const place = h("fieldset", {});
  show(place, h("legend", {}, "要哪些户的"), ways.map(way), boxes);
  changed(forms);
  return place;
}
