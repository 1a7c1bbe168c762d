// Fields that write what is filled in at once into an object.
import { h, field } from "./dom.mjs";

export function words(label, of, key, changed, { hint, ...more } = {}) {
  const input = h("input", { value: of[key] || "", autocomplete: "off", ...more, oninput: () => { of[key] = input.value; changed(); } });
  return field(label, input, hint);
}

export const money = (label, of, key, changed, more = {}) => words(label, of, key, changed, { inputmode: "decimal", size: "12", ...more });
export const day = (label, of, key, changed, more = {}) => words(label, of, key, changed, { type: "date", ...more });

// options: [value, words].
export function choice(label, of, key, options, changed, hint) {
  const select = h("select", { onchange: () => { of[key] = select.value; changed(); } }, options.map(([value, said]) => h("option", { value }, said)));
  select.value = of[key] || "";
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  return field(label, select, hint);
}

export function tick(label, of, key, changed) {
  const input = h("input", { type: "checkbox", checked: Boolean(of[key]), onchange: () => { of[key] = input.checked; changed(); } });
  return h("label", { class: "tick" }, input, ` ${label}`);
}

// One of a few, all to be seen; options: [value, words].
export function radios(legend, name, of, key, options, changed) {
  const one = ([value, said]) => {
    const input = h("input", { type: "radio", name, value, checked: of[key] === value, onchange: () => { of[key] = value; changed(); } });
    return h("label", { class: "tick" }, input, ` ${said}`);
  };
  return h("fieldset", {}, h("legend", {}, legend), options.map(one));
}
