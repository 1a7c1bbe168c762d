// Which subjects the book has besides the usual ones; what there are the program tells.
import { h } from "../common/dom.mjs";
import { tick, words } from "../common/form.mjs";

export const ALL = "全部";

export function sheets(state, changed, topics) {
  const sheet = topics.filter((one) => one.sheets && !one.has), cells = topics.filter((one) => !one.sheets && !one.has);
  const usual = topics.filter((one) => one.has).map((one) => one.name);
  const boxes = new Map([...sheet, ...cells].map((one) => [one.name, box(one)]));
  state.topics = state.topics.filter((name) => name === ALL || boxes.has(name));

  function box({ name, phrase }) {
    const input = h("input", { type: "checkbox", checked: state.topics.includes(name), onchange: () => take(name, input.checked) });
    return h("label", { class: "card" }, input, ` ${name}`, h("small", {}, phrase));
  }
  function take(name, on) {
    state.topics = [...state.topics.filter((one) => one !== name), ...(on ? [name] : [])];
    changed();
    mark();
  }
  // All sheets are ticked, and cannot be unticked one by one, while 全部 is.
  function mark() {
    const every = state.topics.includes(ALL);
    for (const { name } of sheet) {
      const input = boxes.get(name).querySelector("input");
      [input.checked, input.disabled] = [every || state.topics.includes(name), every];
    }
  }
  const every = h("input", { type: "checkbox", checked: state.topics.includes(ALL), onchange: () => take(ALL, every.checked) });
  mark();
  return [
    usual.length > 0 && h("p", {}, `本来就有：参数、住户、分摊、账单、校验、${usual.join("、")}。还要哪些，打上勾：`),
    h("label", { class: "tick" }, every, " 全部的页都要"),
    h("div", { class: "cards small" }, sheet.map((one) => boxes.get(one.name))),
    cells.length > 0 && h("details", {}, h("summary", {}, "不加页，只多几栏、几行的"), h("div", { class: "cards small" }, cells.map((one) => boxes.get(one.name)))),
    tick("账单一页印两户，省纸", state, "half", changed),
    words("留几户的行", state, "rows", changed, { size: "5", inputmode: "numeric", hint: "以后还会添户的写大一些；不写就照住户数多留几行" }),
  ];
}
