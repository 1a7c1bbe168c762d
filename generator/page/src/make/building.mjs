// 楼栋和住户: alike storeys, or a table of households from a roster or typed; the program reads it after every change.
import { h, show, field, table } from "../common/dom.mjs";
import { asked } from "./asked.mjs";
import { householdTable } from "./households.mjs";
import { MONEY } from "./money.mjs";
import { rosterPlace } from "./roster.mjs";
import { HOUSEHOLD } from "./state.mjs";

const PAUSE = 400; // milliseconds without a key before the program reads again
const WAYS = [["alike", "各层一样：写一层各户的面积就行"], ["list", "各户不一样：用名册，或一户一户填"]];

export function building(desk, state, changed) {
  const place = h("div", {}), told = h("div", { "aria-live": "polite" }), preview = h("div", {});
  const rows = householdTable(state, touched), roster = rosterPlace(desk, state, taken);
  let timer, asking = 0, wrong = "";

  function touched() {
    changed();
    wrong = "";
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  }

  // How the program reads the building; of several questions only the last one is answered.
  async function look() {
    const mine = ++asking;
    if (!state.scheme || lacks()) return show(told), show(preview);
    try {
      const record = await read();
      if (mine === asking) answered(record);
    } catch (error) {
      if (mine === asking) show(told, h("p", { class: "bad" }, error.message));
    }
  }

  // Without the costs, whose faults are told where they are filled in; with the weights, if these can be read.
  async function read() {
    for (const weights of [state.weights, {}]) {
      const [words, files] = asked({ ...state, ...MONEY, weights });
      const { record } = await desk.json(["building", ...words], files);
      if (!record.error || !Object.keys(weights).length) return record;
    }
  }

  function answered(record) {
    const list = state.way === "list";
    wrong = record.wrong.length || (!list && record.error && !record.later) ? record.error : "";
    if (list) rows.marked(record);
    show(preview, !list && record.rows.length > 0 && previewOf(record.rows));
    show(told, record.error && h("p", { class: wrong ? "bad" : "note" }, record.error),
      record.remarks.map((one) => h("p", { class: "note" }, `请看一看：${one}`)));
  }

  const lacks = () => {
    if (state.way === "list") return !state.roster.length && "请放一份住户名册，或者一户一户填";
    return !(state.areas.trim() && state.storeys.trim()) && "请填总层数，和每层各户的面积";
  };

  function taken(record) {
    state.roster = record.rows.map((row) => ({ ...HOUSEHOLD, ...row }));
    for (const [kind, marks] of [["seen", record.seen], ["doubt", record.doubtful]])
      for (const { row, key, text } of marks) (state.roster[row][kind] ||= {})[key] ||= text;
    for (const [key, name] of Object.entries(record.papers)) if (name && !state.papers[key]) state.papers[key] = name;
    state.columns = [];
    draw();
    touched();
  }

  const input = (key, more) => {
    const one = h("input", { ...more, value: state[key], oninput: () => { state[key] = one.value; touched(); } });
    return one;
  };

  function alike() {
    return [h("div", { class: "fields top" }, field("总层数", input("storeys", { inputmode: "numeric", size: "4", placeholder: "如 6" })),
      field("各层一样的，写一层各户的建筑面积（㎡）", input("areas", { size: "20", placeholder: "如 80,100" }), "逗号隔开，如 80,100 是一层两户；房号自动编为 101、102、201……")), preview];
  }

  function first() {
    state.roster.push({ ...HOUSEHOLD });
    draw();
    changed();
  }

  function listed() {
    const top = input("top", { inputmode: "numeric", size: "4" });
    return [roster.body, field("总层数", top, "空着就是住户里最高的一层；顶上几层没有人参与的，要写"),
      state.roster.length > 0 ? rows.body : h("button", { type: "button", onclick: first }, "没有名册，一户一户填"),
      state.roster.length > 0 && h("p", {}, h("button", { type: "button", class: "plain", onclick: clear }, "清空住户"))];
  }

  function clear() {
    if (!confirm(`要清空这 ${state.roster.length} 户吗？`)) return;
    state.roster = [];
    state.columns = [];
    roster.clear();
    draw();
    touched();
  }

  function draw() {
    const choose = (way) => () => { state.way = way; draw(); touched(); };
    const button = (way) => h("input", { type: "radio", name: "building", value: way, checked: state.way === way, onchange: choose(way) });
    const radio = ([way, words]) => h("label", { class: "wide" }, button(way), ` ${words}`);
    const focused = document.activeElement?.name === "building";
    show(place, h("fieldset", {}, h("legend", {}, "住户怎么填"), WAYS.map(radio)), state.way === "list" ? listed() : alike());
    if (state.way === "list" && state.roster.length) rows.draw();
    if (focused) place.querySelector("input[name=building]:checked").focus();
  }

  draw();
  return { body: h("div", {}, place, told), enter: () => { draw(); look(); }, lacks: () => lacks() || wrong || (state.way === "list" && roster.lacks()) };
}

// The households of alike storeys, as the building stands: the highest storey above.
function previewOf(rows) {
  const storeys = new Map();
  for (const one of rows) storeys.set(one.storey, [...(storeys.get(one.storey) || []), one]);
  const most = Math.max(...[...storeys.values()].map((flats) => flats.length));
  const heads = ["楼层", ...Array.from({ length: most }, (_, at) => `第 ${at + 1} 户`)];
  const lines = [...storeys].reverse().map(([storey, flats]) => [`${storey} 层`, ...flats.map((one) => `${one.room}　${one.area} ㎡`)]);
  return table(heads, lines, [], `就是这样的楼：${storeys.size} 层，${rows.length} 户`);
}
