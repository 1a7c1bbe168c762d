// The building as a project file of the program, which reads and checks every value.

const text = (value) => JSON.stringify(String(value));
const PAPERS = ["estate", "building", "entrance", "payee", "bank", "account", "contact"];

function section(head, pairs) {
  const lines = pairs.filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => `${key} = ${value}`);
  return lines.length ? [head, ...lines, ""] : [];
}

const flag = (on) => (on ? undefined : "false");
const list = (words) => `[${words.split(/[,，、\s]+/).filter(Boolean).map(text).join(", ")}]`;

function flatOf(flat) {
  const { room, storey, area, owner, taking } = flat;
  return section("[[flat]]", [["room", text(room)], ["storey", text(storey)], ["area", text(area)], ["owner", owner ? text(owner) : ""], ["taking_part", flag(taking !== "否")]]);
}

export function projectText(state) {
  const papers = state.papers;
  const rows = state.roster.filter((flat) => flat.room || flat.area);
  return [
    ...section("[project]", [...PAPERS.map((key) => [key, papers[key] ? text(papers[key]) : ""]), ["due_date", papers.due_date], ["made_on", papers.made_on]]),
    ...section("[building]", [["storeys", state.storeys ? text(state.storeys) : ""], ["areas", rows.length || !state.areas ? "" : list(state.areas)]]),
    ...rows.flatMap(flatOf),
    ...state.costs.filter((cost) => cost.amount).flatMap((cost) => section("[[cost]]", [["item", text(cost.item)], ["amount", text(cost.amount)]])),
    ...section("[subsidy]", state.subsidy === "auto" ? [["way", text("按规则")]] : [["amount", text(state.subsidy || "0")]]),
    ...section("[share]", [["opt_out", state.optOut ? text(state.optOut) : ""], ["unit", state.unit ? text(state.unit) : ""]]),
  ].join("\n");
}
