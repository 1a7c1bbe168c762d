// The building as a project file of the program, which reads and checks every value.
import { moneySections, projectPairs } from "./money.mjs";
import { list, section, text, yes } from "./toml.mjs";

// What a household may have besides 参与; what is not filled in is left out.
const FLAT = ["room", "storey", "area", "owner", "vote", "agrees", "person", "exempt", "payout", "own_weight", "fixed", "reason",
  "reserve", "reserve_left", "term"];

const put = (value) => (value ? text(value) : "");

function building({ way, storeys, areas, top }) {
  const total = way === "list" ? top : storeys;
  const alike = way === "list" || !areas.trim() ? "" : list(areas);
  return section("[building]", [["storeys", put(total), "总层数"], ["areas", alike, "每层各户的建筑面积"]], "楼栋");
}

function flatOf(flat) {
  const pairs = FLAT.map((key) => [key, put(flat[key])]);
  const taking = ["taking_part", flat.taking_part === "否" ? "false" : "true"];
  return section("[[flat]]", [...pairs, taking], `住户 ${flat.room.replace(/\s+/g, " ")}`);
}

// more: { topics, half }, what the book shall have besides.
export function projectText(state, { topics = [], half = false } = {}) {
  const more = [["with", topics.length ? list(topics.join(",")) : ""], ["two_a_page", yes(half)]];
  return [
    ...section("[project]", [...projectPairs(state), ...more], "账单信息"),
    ...building(state),
    ...(state.way === "list" ? state.roster.flatMap(flatOf) : []),
    ...moneySections(state),
  ].join("\n");
}
