// The building as a project file of the program, which reads and checks every value.
import { moneySections, projectPairs } from "./money.mjs";
import { list, section, text, yes } from "./toml.mjs";

const flag = (on) => (on ? undefined : "false");

function flatOf(flat) {
  const { room, storey, area, owner, taking } = flat;
  return section("[[flat]]", [["room", text(room)], ["storey", text(storey)], ["area", text(area)], ["owner", owner ? text(owner) : ""], ["taking_part", flag(taking !== "否")]], `住户 ${room}`);
}

// more: { topics, half }, what the book shall have besides.
export function projectText(state, { topics = [], half = false } = {}) {
  const rows = state.roster.filter((flat) => flat.room || flat.area);
  return [
    ...section("[project]", [...projectPairs(state), ["with", topics.length ? list(topics.join(",")) : ""], ["two_a_page", yes(half)]], "账单信息"),
    ...section("[building]", [["storeys", state.storeys ? text(state.storeys) : "", "总层数"], ["areas", rows.length || !state.areas ? "" : list(state.areas), "每层各户的建筑面积"]], "楼栋"),
    ...rows.flatMap(flatOf),
    ...moneySections(state),
  ].join("\n");
}
