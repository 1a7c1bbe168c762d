/** ELEVSHARE, ELEVUPKEEP, ELEVCOEF, ELEVRANGE: who pays which part, by the rules of a scheme. */
import { each, flat, label, missing, needed, one, oneNumber, positions, shaped, size } from "./blocks.js";
import { MONEY, STOREY, empty, number } from "./cells.js";
import { households } from "./households.js";
import { methodOf, partOf, schemeOf, weightAt, weightOf, weightsOf } from "./lookup.js";
import { UNITS } from "./money.js";
import { NA, NUM, Refusal } from "./refusal.js";
import { WEIGHT_SCALE, share, upkeepDues } from "./share.js";
import { oneOf } from "./words.js";

const OPT_OUTS = { 全体: true, 同层: false };
const BOUNDS = { 下限: "low", 上限: "high" };

/** Each household's part of the net amount in yuan, in the shape of `storeys`. */
export function elevshare(scheme, netCost, storeys, areas, takingPart, unit, optOut) {
  const found = schemeOf(scheme, "分摊");
  const rule = partOf(found, "分摊");
  const net = oneNumber(netCost, "net_cost", MONEY);
  const step = oneOf(one(unit, "unit"), UNITS, label("unit"));
  const method = methodOf(rule, oneOf(one(optOut, "opt_out"), OPT_OUTS, label("opt_out")));
  const homes = households(storeys, areas, takingPart, method.byArea);
  const weights = weightsOf(found, levels(homes.flats));
  const dues = () => share(net, homes.flats, weights, method, step);
  return homes.answer(split(dues, homes.flats, weights));
}

/** Each household's part of a year's running cost in yuan; without a rule by the coefficients. */
export function elevupkeep(scheme, yearlyCost, storeys, areas, takingPart) {
  const found = schemeOf(scheme, "分摊");
  const method = methodOf(partOf(found, "分摊"));
  const way = found.upkeep ? found.upkeep.rule : "coefficient";
  const net = oneNumber(yearlyCost, "yearly_cost", MONEY);
  const byCoefficient = way === "coefficient";
  const homes = households(
    storeys, areas, takingPart, byCoefficient ? method.byArea : way === "area",
  );
  const storeysSeen = levels(homes.flats);
  const weights = byCoefficient
    ? weightsOf(found, storeysSeen)
    : new Map([...storeysSeen].map((storey) => [storey, WEIGHT_SCALE]));
  const dues = () => upkeepDues(net, homes.flats, weights, method, way);
  return homes.answer(split(dues, homes.flats, weights));
}

/** The storeys that some flats are on. */
const levels = (flats) => new Set(flats.map((one) => one.storey));

/** Amounts in fen; somebody must take part, on a storey that weighs something. */
function split(dues, flats, weights) {
  if (!flats.some((home) => home.takes)) {
    const more = { where: label("taking_part"), todo: "请至少填一户 是" };
    throw new Refusal(NUM, "没有任何一户参与", more);
  }
  const what = "参与各户所在楼层的系数全是 0，金额无处分摊";
  const unpaid = new Refusal(NUM, what, { where: label("storeys"), todo: "请检查楼层" });
  if (!flats.some((home) => home.takes && weights.get(home.storey))) throw unpaid;
  try {
    return dues();
  } catch (error) {
    throw error instanceof RangeError ? unpaid : error;
  }
}

/** Coefficients (or percentages: 5 is 5%) of storeys, in their shape. */
export function elevcoef(scheme, storey, topStorey) {
  const found = schemeOf(scheme, "分摊");
  partOf(found, "分摊");
  return byStorey(storey, top(found, topStorey), (at) => weightOf(found, at), 10000);
}

/** The lowest or highest percentage that the guidance allows storeys, in their shape. */
export function elevrange(scheme, storey, topStorey, bound) {
  const found = schemeOf(scheme, "分摊");
  partOf(found, "分摊");
  const highest = top(found, topStorey);
  const end = one(bound, "bound");
  if (empty(end)) throw missing("bound", "请填 下限 或 上限");
  const key = oneOf(end, BOUNDS, label("bound"));
  return byStorey(storey, highest, (at) => endOf(found, at, key), 10000);
}

/** An end of a storey's interval, in 1/10,000 of a percent. */
function endOf(scheme, storey, key) {
  const weight = weightAt(scheme.share, storey);
  if (weight && weight[key] !== null) return weight[key];
  const what = `方案「${scheme.name}」没有第 ${storey} 层的区间`;
  const todo = "只有指导区间的方案才有上下限，缺的请看原文";
  throw new Refusal(NA, what, { where: label("scheme"), todo });
}

/** The highest storey, which must be that of a scheme made for one height. */
function top(scheme, topStorey) {
  const highest = oneNumber(topStorey, "top_storey", STOREY, STOREY.high);
  const made = scheme.share.storeys;
  if (made && !empty(one(topStorey, "top_storey")) && made !== highest) {
    const more = { where: label("top_storey"), todo: "请换一个方案" };
    throw new Refusal(NA, `方案「${scheme.name}」只用于 ${made} 层的楼`, more);
  }
  return highest;
}

/** What holds for each storey of a block, up to the building's highest. */
export function byStorey(storey, highest, of, scale) {
  const cells = needed(storey, "storey");
  const [shape, every] = [size(cells), flat(cells)];
  const rows = positions(every, "storey");
  const within = { ...STOREY, high: highest, todo: `请填 1 到 ${highest} 的整数` };
  const floors = each(every, rows, (cell) => number(cell, within), "storey", shape);
  return shaped(floors.map((level) => Number(of(level)) / scale), rows, shape);
}
