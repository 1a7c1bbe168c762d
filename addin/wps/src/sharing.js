/** ELEVSHARE, ELEVUPKEEP, ELEVCOEF, ELEVRANGE: who pays which part, by the rules of a scheme. */
import { each, flat, label, missing, needed, one, oneNumber, positions, shaped, size } from "./blocks.js";
import { MONEY, STOREY, empty, halvesTo, storeyOf } from "./cells.js";
import { households } from "./households.js";
import { methodOf, partOf, schemeOf, weightAt, weightOf, weightsOf } from "./lookup.js";
import { UNITS } from "./money.js";
import { NA, Refusal } from "./refusal.js";
import { WEIGHT_SCALE, share, upkeepDues } from "./share.js";
import { OPT_OUTS, carriersOf, refuseFixed, refuseGap, split } from "./splitting.js";
import { oneOf } from "./words.js";

const BOUNDS = { 下限: "low", 上限: "high" };

/** Each household's part of the net amount in yuan, in the shape of `storeys`. */
export function elevshare(
  scheme, netCost, storeys, areas, takingPart, unit, optOut, ownWeights, fixed, carriers,
) {
  const found = schemeOf(scheme, "分摊");
  const rule = partOf(found, "分摊");
  const net = oneNumber(netCost, "net_cost", MONEY);
  const step = oneOf(one(unit, "unit"), UNITS, label("unit"));
  const way = oneOf(one(optOut, "opt_out"), OPT_OUTS, label("opt_out"));
  const method = methodOf(rule, way, carriersOf(carriers, way));
  const { flats, answer: answered } = households(
    storeys, areas, takingPart, method.byArea, ownWeights, fixed,
  );
  const weights = weightsOf(found, flats);
  const dues = () => {
    refuseFixed(net, flats);
    refuseGap(flats, weights, method);
    return share(net, flats, weights, method, step);
  };
  return answered(split(dues, flats, weights));
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
  const weights = byCoefficient
    ? weightsOf(found, homes.flats)
    : new Map(homes.flats.map(({ storey }) => [storey, WEIGHT_SCALE]));
  const dues = () => upkeepDues(net, homes.flats, weights, method, way);
  return homes.answer(split(dues, homes.flats, weights));
}

/** Coefficients (or percentages: 5 is 5%) of storeys, in their shape. */
export function elevcoef(scheme, storey, topStorey) {
  const found = schemeOf(scheme, "分摊");
  partOf(found, "分摊");
  return byStorey(storey, halvesTo(top(found, topStorey)), (at) => weightOf(found, at), 10000);
}

/** The lowest or highest percentage that the guidance allows storeys, in their shape. */
export function elevrange(scheme, storey, topStorey, bound) {
  const found = schemeOf(scheme, "分摊");
  partOf(found, "分摊");
  const highest = top(found, topStorey);
  const end = one(bound, "bound");
  if (empty(end)) throw missing("bound", "请填 下限 或 上限");
  const key = oneOf(end, BOUNDS, label("bound"));
  return byStorey(storey, halvesTo(highest), (at) => endOf(found, at, key), 10000);
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

/** What holds for each storey of a block; `within` says which storeys there are. */
export function byStorey(storey, within, of, scale) {
  const cells = needed(storey, "storey");
  const [shape, every] = [size(cells), flat(cells)];
  const rows = positions(every, "storey");
  const floors = each(every, rows, (cell) => storeyOf(cell, within), "storey", shape);
  return shaped(floors.map((level) => Number(of(level)) / scale), rows, shape);
}
