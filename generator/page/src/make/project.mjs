// The building as a project file of the program, which reads and checks every value.

const text = (value) => JSON.stringify(String(value));
const PAPERS = ["estate", "building", "entrance", "payee", "bank", "account", "contact"];
// What a household may have besides 参与; what is not filled in is left out.
const FLAT = ["room", "storey", "area", "owner", "vote", "agrees", "person", "exempt", "payout", "own_weight", "fixed", "reason",
  "reserve", "reserve_left", "term"];

function section(head, pairs) {
  const lines = pairs.filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => `${key} = ${value}`);
  return lines.length ? [head, ...lines, ""] : [];
}

const list = (words) => `[${words.split(/[,，、\s]+/).filter(Boolean).map(text).join(", ")}]`;
const filled = (of, keys) => keys.map((key) => [key, of[key] ? text(of[key]) : ""]);

function building(state) {
  if (state.way === "list") return section("[building]", filled({ storeys: state.top }, ["storeys"]));
  return section("[building]", [...filled(state, ["storeys"]), ["areas", state.areas.trim() ? list(state.areas) : ""]]);
}

const flatOf = (flat) => section("[[flat]]", [...filled(flat, FLAT), ["taking_part", flat.taking_part === "否" ? "false" : "true"]]);

export function projectText(state) {
  const { papers, costs } = state;
  return [
    ...section("[project]", [...filled(papers, PAPERS), ["due_date", papers.due_date], ["made_on", papers.made_on]]),
    ...building(state),
    ...(state.way === "list" ? state.roster.flatMap(flatOf) : []),
    ...costs.filter((cost) => cost.amount).flatMap((cost) => section("[[cost]]", [["item", text(cost.item)], ["amount", text(cost.amount)]])),
    ...section("[subsidy]", state.subsidy === "auto" ? [["way", text("按规则")]] : [["amount", text(state.subsidy || "0")]]),
    ...section("[share]", filled({ opt_out: state.optOut, unit: state.unit }, ["opt_out", "unit"])),
  ].join("\n");
}
