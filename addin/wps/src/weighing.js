/**
 * With what weight each group of flats counts, a storey or a household with a weight of its own:
 * the same rules as generator/elevshare/rules/weighing.py. A flat is {storey, area, takes, own,
 * fixed}: its storey a Number (5.5 is a stop between two), a weight in place of the storey's and a
 * sum in fen in place of a share, null where it has none. Weights are a Map of storey → 1/10,000; a
 * method is {floors, byArea, optOut, carriers}: floors first or the whole stairwell, by area or
 * equally, a gap carried by "all", by its own "floor" or by "chosen" storeys, a Set.
 */
import { roundHalfUp } from "./money.js";

/** Measure of one flat: its area in 0.01 m², or 1 where sharing is equal. */
export const measure = (flat, method) => (method.byArea ? flat.area : 1n);

/** Whether a household pays a fixed sum; one that stays out pays nothing anyway. */
export const paysFixed = (flat) => flat.takes && flat.fixed !== null;

/** The weight of a household: its own, or that of its storey. */
export const ownOrStorey = (flat, weights) =>
  flat.own === null ? weights.get(flat.storey) || 0n : flat.own;

/**
 * Weight with which a storey counts once some of its flats have opted out: millionths with floors
 * first, ten-thousandths over the whole stairwell. A complete storey keeps exactly its weight; what
 * households with terms of their own leave of it keeps its part.
 */
export function countedWeight(weight, { full, whole, taking }, method) {
  if (!taking) return 0n;
  const byNeighbours = method.optOut === "floor";
  if (!method.floors) return byNeighbours ? roundHalfUp(weight * whole, taking) : weight;
  return roundHalfUp(weight * 100n * (byNeighbours ? whole : taking), full);
}

/**
 * The groups that share by the rule, each {counted, rows}: storeys from the lowest, then households
 * with a weight of their own.
 */
export function weighedGroups(flats, weights, method) {
  const found = storeyMeasures(flats, method);
  const storeys = [...found.keys()].sort((a, b) => a - b);
  const counted = (storey) =>
    countedWeight(weights.get(storey) || 0n, found.get(storey), method);
  const groups = storeys.map((storey) => ({ counted: counted(storey), rows: [] }));
  const ofStorey = new Map(storeys.map((storey, at) => [storey, groups[at]]));
  flats.forEach((flat, row) => {
    if (!flat.takes || paysFixed(flat)) return;
    if (flat.own === null) ofStorey.get(flat.storey).rows.push(row);
    else groups.push({ counted: flat.own * (method.floors ? 100n : 1n), rows: [row] });
  });
  return groups;
}

/**
 * The measures of every storey: `full` of all its flats; `whole` of those that its weight is for,
 * which leaves out households with terms of their own; `taking` of these that take part.
 */
function storeyMeasures(flats, method) {
  const found = new Map();
  for (const flat of flats) {
    if (!found.has(flat.storey)) found.set(flat.storey, { full: 0n, whole: 0n, taking: 0n });
    const [one, size] = [found.get(flat.storey), measure(flat, method)];
    one.full += size;
    if (flat.own !== null || paysFixed(flat)) continue;
    one.whole += size;
    if (flat.takes) one.taking += size;
  }
  return found;
}
