/**
 * Share the net amount of one lift among the flats of its stairwell, to the fen: the same rules as
 * generator/elevshare/rules/share.py and rules/upkeep.py. What a flat, weights and a method are
 * is said in weighing.js. Every number but a storey is a BigInt.
 */
import { largestRemainder, sum } from "./money.js";
import { measure, ownOrStorey, paysFixed, weighedGroups } from "./weighing.js";

/** Weights are whole numbers of 1/10,000. */
export const WEIGHT_SCALE = 10000n;

/**
 * Amount due of each flat in fen, in the order of `flats`; the sum is exactly `net`. Fixed sums come
 * off first. What is left below one `unit` goes to the flat with the largest share by the rule, the
 * first of equals.
 * @throws {RangeError} there is something to share and nobody to pay it
 */
export function share(net, flats, weights, method, unit = 1n) {
  const fixed = flats.map((flat) => (paysFixed(flat) ? flat.fixed : 0n));
  const left = net - sum(fixed);
  if (left < 0n) throw new RangeError("the fixed sums are above the net amount");
  const splitUnits = method.optOut === "chosen" ? withCarriers : byRule;
  const { parts, holder } = splitUnits(left / unit, flats, weights, method);
  const rest = left % unit;
  if (rest && holder < 0) throw new RangeError("nobody to pay what is left below one unit");
  const dues = parts.map((part, row) => fixed[row] + part * unit);
  if (rest) dues[holder] += rest;
  return dues;
}

/** Units of each flat by the rule, and the row that gets what is left below one unit. */
function byRule(units, flats, weights, method) {
  const groups = weighedGroups(flats, weights, method);
  const sizes = flats.map(() => 0n);
  for (const { counted, rows } of groups) {
    for (const row of rows) sizes[row] = counted * measure(flats[row], method);
  }
  const parts = method.floors
    ? floorsFirst(units, flats, groups, method)
    : largestRemainder(units, sizes);
  return { parts, holder: largest(parts, sizes) };
}

/** The row with the largest part of those that have a size, the first of equals; -1: none has. */
function largest(parts, sizes) {
  let found = -1;
  sizes.forEach((size, row) => {
    if (size && (found < 0 || parts[row] > parts[found])) found = row;
  });
  return found;
}

/** Units to the groups by counted weight, then to the flats of each group. */
function floorsFirst(units, flats, groups, method) {
  const parts = flats.map(() => 0n);
  const ofGroup = largestRemainder(units, groups.map(({ counted }) => counted));
  groups.forEach(({ rows }, at) => {
    const sizes = rows.map((row) => measure(flats[row], method));
    largestRemainder(ofGroup[at], sizes).forEach((part, order) => (parts[rows[order]] = part));
  });
  return parts;
}

/**
 * Units as if all took part; those of the absent are split once more among the carriers by weight ×
 * measure. Nobody else's amount changes.
 */
function withCarriers(units, flats, weights, method) {
  const everybody = flats.map((flat) => (flat.takes ? flat : { ...flat, takes: true, fixed: null }));
  const first = byRule(units, everybody, weights, { ...method, optOut: "all" });
  const absent = first.parts.filter((_, row) => !flats[row].takes);
  const sizes = flats.map((flat) => carryingSize(flat, weights, method));
  const carried = largestRemainder(sum(absent), sizes);
  const parts = first.parts.map((part, row) => (flats[row].takes ? part : 0n) + carried[row]);
  const stays = first.holder < 0 || flats[first.holder].takes;
  return { parts, holder: stays ? first.holder : largest(parts, sizes) };
}

/** Weight with which a flat carries the gap of chosen storeys; 0 where it does not. */
export function carryingSize(flat, weights, method) {
  if (!flat.takes || paysFixed(flat) || !method.carriers.has(flat.storey)) return 0n;
  return ownOrStorey(flat, weights) * measure(flat, method);
}

/**
 * Each flat's part of a year's running cost in fen: by the coefficients of the building cost
 * ("coefficient"), among all flats "equal"ly or by "area".
 */
export function upkeepDues(net, flats, weights, method, sharing) {
  if (sharing === "coefficient") {
    const weighed = (flat) => flat.takes && (weights.get(flat.storey) || 0n) > 0n;
    const carrying = flats.map((flat) => ({ ...flat, takes: weighed(flat) }));
    return share(net, carrying, weights, method);
  }
  const rows = flats.map((_, row) => row).filter((row) => flats[row].takes);
  const alike = new Map(flats.map((flat) => [flat.storey, WEIGHT_SCALE]));
  const equally = { floors: false, byArea: sharing === "area", optOut: method.optOut };
  const split = share(net, rows.map((row) => flats[row]), alike, equally);
  const dues = flats.map(() => 0n);
  rows.forEach((row, order) => (dues[row] = split[order]));
  return dues;
}
