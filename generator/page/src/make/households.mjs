// The households in a table that can be corrected; what was read in other words, and what is doubtful, stands at its cell.
import { h, show } from "../common/dom.mjs";
import { HOUSEHOLD } from "./state.mjs";

const ANSWERS = ["是", "否"], OR_NOT = ["", ...ANSWERS];
// Key, head, what may be filled in, and the answers where there are only some. The first five are always there.
const COLUMNS = [
  ["room", "房号"], ["storey", "楼层"], ["area", "建筑面积㎡"], ["owner", "业主"], ["taking_part", "参与", "", ANSWERS],
  ["own_weight", "个别系数", "代替本层的系数，如 1.5；写 20.5% 的是本户百分比，各户合计 100%"],
  ["fixed", "定额", "这一户定下的金额（元），不按规则算；0 是用电梯而不出钱"],
  ["reason", "理由", "个别系数、定额的理由，如 跃层"],
  ["payout", "补偿", "商定补偿给这一户的金额（元）"],
  ["vote", "参与表决", "表决时有没有参加", OR_NOT], ["agrees", "同意", "表决时同意没有", OR_NOT],
  ["person", "同一人", "一人有几户的，这几户填一样的字"],
  ["exempt", "免运维", "不出运行维护费的填 是", OR_NOT],
  ["reserve", "维修资金", "这一户用维修资金出的钱（元）"], ["reserve_left", "维修资金余额", "这一户维修资金的余额（元）"],
  ["term", "按月或按年", "租赁的收费，这一户选哪一种", ["", "按月", "按年"]],
];
const ALWAYS = 5;
const NUMBERS = new Set(["storey", "area", "own_weight", "fixed", "payout", "reserve", "reserve_left"]);
const WORDS = { wrong: "错", doubt: "请看", seen: "读成" };

export function householdTable(state, changed) {
  const body = h("div", {}), cells = new Map();
  const used = ([key], at) => at < ALWAYS || state.columns.includes(key) || state.roster.some((flat) => flat[key]);

  function input(flat, [key, label, , answers], at) {
    const about = { "aria-label": `第 ${at + 1} 户 ${flat.room} ${label}`, "data-column": key, onkeydown: down };
    const set = () => { flat[key] = one.value; delete flat.seen?.[key]; delete flat.doubt?.[key]; mark(flat, at, key, []); changed(); };
    const option = (word) => h("option", { value: word }, word || "—");
    const one = answers ? h("select", { ...about, onchange: set }, answers.map(option))
      : h("input", { ...about, oninput: set, inputmode: NUMBERS.has(key) ? "decimal" : undefined });
    one.value = flat[key] || answers?.[0] || "";
    return one;
  }

  // Enter goes to the same column of the next household, from the last one to a new one.
  function down(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const next = event.target.closest("tr").nextElementSibling || (add(), body.querySelector("tbody").lastElementChild);
    next.querySelector(`[data-column=${event.target.dataset.column}]`)?.focus();
  }

  function add() {
    const last = state.roster.at(-1);
    state.roster.push({ ...HOUSEHOLD, storey: last?.storey || "" });
    draw();
    changed();
  }

  function drop(at) {
    state.roster.splice(at, 1);
    draw();
    changed();
    body.querySelector("[data-add]")?.focus();
  }

  // What stands at a cell: marks from the roster, and those of the last check.
  function mark(flat, at, key, checked) {
    const place = cells.get(`${at} ${key}`);
    if (!place) return;
    const kept = [["seen", flat.seen?.[key]], ["doubt", flat.doubt?.[key]]].filter(([, text]) => text);
    const said = [...kept, ...checked].filter(([, text], one, all) => all.findIndex(([, other]) => other === text) === one);
    show(place.marks, said.map(([kind, text]) => h("small", { class: `mark ${kind}` }, `${WORDS[kind]}：${text}`)));
    place.input.setAttribute("aria-invalid", checked.some(([kind]) => kind === "wrong"));
  }

  function dropButton(flat, at) {
    return h("button", { type: "button", class: "plain", "aria-label": `去掉第 ${at + 1} 户 ${flat.room}`, onclick: () => drop(at) }, "去掉");
  }

  function row(flat, at) {
    return h("tr", {}, COLUMNS.filter(used).map((column) => {
      const place = { input: input(flat, column, at), marks: h("div", { id: `mark-${at}-${column[0]}` }) };
      place.input.setAttribute("aria-describedby", place.marks.id);
      cells.set(`${at} ${column[0]}`, place);
      return h("td", {}, place.input, place.marks);
    }), h("td", {}, dropButton(flat, at)));
  }

  function more() {
    const left = COLUMNS.filter((column, at) => !used(column, at));
    const open = ([key]) => () => { state.columns.push(key); draw(); changed(); };
    return left.length > 0 && h("details", {}, h("summary", {}, "还要填……（定额、个别系数、补偿、表决等）"),
      left.map((column) => h("p", {}, h("button", { type: "button", onclick: open(column) }, column[1]), ` ${column[2]}`)));
  }

  function draw() {
    cells.clear();
    const heads = COLUMNS.filter(used).map(([, label, hint]) => h("th", { scope: "col", title: hint || undefined }, label));
    show(body, h("div", { class: "scroll" }, h("table", { class: "households" },
      h("caption", {}, `住户（${state.roster.length} 户，都可以改；按回车到下一户）`),
      h("thead", {}, h("tr", {}, heads, h("th", {}, ""))), h("tbody", {}, state.roster.map(row)))),
      h("button", { type: "button", "data-add": "", onclick: add }, "加一户"), more());
    marked({ wrong: [], doubts: [] });
  }

  function marked({ wrong, doubts }) {
    const found = new Map();
    const note = (kind) => ({ row: at, key, text }) => found.set(`${at} ${key}`, [...(found.get(`${at} ${key}`) || []), [kind, text]]);
    wrong.forEach(note("wrong"));
    doubts.forEach(note("doubt"));
    state.roster.forEach((flat, at) => COLUMNS.forEach(([key]) => mark(flat, at, key, found.get(`${at} ${key}`) || [])));
  }

  return { body, draw, marked };
}
