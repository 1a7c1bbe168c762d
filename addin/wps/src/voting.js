/** ELEVVOTE: whether a vote is enough, and what is missing. */
import { beside, each, flat, needed, positions, size } from "./blocks.js";
import { AREA, empty, number } from "./cells.js";
import { hurdles, tally } from "./consent.js";
import { partOf, schemeOf } from "./lookup.js";
import { roundHalfUp } from "./money.js";
import { shown } from "./shown.js";
import { yes } from "./words.js";

/** Two columns: the verdict, the ratios by area and by people, what is missing. */
export function elevvote(rule, areas, tookPart, agreed, owner) {
  const majority = partOf(schemeOf(rule, "表决", "rule"), "表决", "rule");
  const votes = tally(flatsOf(needed(areas, "areas"), tookPart, agreed, owner));
  const tests = hurdles(majority, votes);
  const undeclared = [];
  if (majority.exclusive_part) undeclared.push("占用专有部分须经该业主同意");
  if (majority.no_objection) undeclared.push("受影响的相关方没有反对意见");
  const lacking = tests.filter((test) => test.missing > 0n).map(missingOf);
  const rows = [["结论", verdict(tests, undeclared, votes)]];
  for (const test of tests) rows.push([test.name, ratio(test)]);
  rows.push(["还差", lacking.join("；") || "无"]);
  if (undeclared.length) rows.push(["另须确认", undeclared.join("；")]);
  if (votes.slips.length) {
    const said = "没有参加却同意，或同一人的几套房填得不同";
    rows.push(["须核对", `${votes.slips.join("、")}：${said}`]);
  }
  return rows;
}

/** The flats of a vote; a row without area is skipped. */
function flatsOf(areas, tookPart, agreed, owner) {
  const [shape, every] = [size(areas), flat(areas)];
  const votes = beside(needed(tookPart, "took_part"), "took_part", areas, "areas");
  const agrees = beside(needed(agreed, "agreed"), "agreed", areas, "areas");
  const owners = beside(owner, "owner", areas, "areas") || every.map(() => null);
  const rows = positions(every, "areas");
  const no = (cell) => yes(cell, "", false);
  const sizes = each(every, rows, (cell) => number(cell, AREA), "areas", shape);
  const voted = each(votes, rows, no, "took_part", shape);
  const agreeing = each(agrees, rows, no, "agreed", shape);
  return rows.map((row, at) => ({
    name: `第 ${row + 1} 户`,
    area: sizes[at],
    voted: voted[at],
    agrees: agreeing[at],
    person: empty(owners[row]) ? "" : shown(owners[row]).trim(),
  }));
}

/** The outcome in a word. */
function verdict(tests, undeclared, votes) {
  if (votes.slips.length) return "须核对";
  if (!tests.every((test) => test.passed)) return "未通过";
  return undeclared.length ? "票数够，另须确认" : "通过";
}

/** What part there is to four decimals, 0 where there is nothing to take a part of. */
const ratio = ({ have, base }) => (base ? Number(roundHalfUp(have * 10000n, base)) / 10000 : 0);

/** What one test still needs. */
function missingOf({ name, missing }) {
  if (!name.endsWith("面积")) return `${name} ${missing} 人`;
  return `${name} ${missing / 100n}.${String(missing % 100n).padStart(2, "0")} ㎡`;
}
