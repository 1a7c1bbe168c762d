/**
 * Share the net amount of one lift among the flats of its stairwell, to the fen: the same rules as
 * generator/elevshare/rules/share.py and rules/upkeep.py. A flat is {storey, area, takes}; weights
 * are a Map of storey → 1/10,000; a method is {floors, byArea, all}: floors first or the whole
 * stairwell, by area or equally, a gap carried by all or by its own floor. Every number is a BigInt.
 */
import { largestRemainder, roundHalfUp } from "./money.js";

/** Weights are whole numbers of 1/10,000. */
export const WEIGHT_SCALE = 10000n;

/** Measure of one flat: its area in 0.01 m², or 1 where sharing is equal. */
const measure = (flat, method) => (method.byArea ? flat.area : 1n);
/** The same, 0 where the flat does not take part. */
const taken = (flat, method) => (flat.takes ? measure(flat, method) : 0n);

/**
 * Weight with which a storey counts once some of its flats have opted out: millionths with floors
 * first, ten-thousandths over the whole stairwell. A complete storey keeps exactly its weight.
 */
export function countedWeight(weight, whole, taking, method) {
  if (!taking) return 0n;
  if (method.floors) {
    const fine = weight * 100n;
    return method.all ? roundHalfUp(fine * taking, whole) : fine;
  }
  return method.all ? weight : roundHalfUp(weight * whole, taking);
}

/** Counted weight of every storey that has flats, a Map, lowest storey first. */
function countedWeights(flats, weights, method) {
  const sizes = new Map();
  for (const flat of flats) {
    const [whole, taking] = sizes.get(flat.storey) || [0n, 0n];
    sizes.set(flat.storey, [whole + measure(flat, method), taking + taken(flat, method)]);
  }
  const storeys = [...sizes.keys()].sort((a, b) => (a < b ? -1 : 1));
  return new Map(
    storeys.map((storey) => [
      storey,
      countedWeight(weights.get(storey) || 0n, ...sizes.get(storey), method),
    ]),
  );
}

/**
 * Amount due of each flat in fen, in the order of `flats`; the sum is exactly `net`. What is left
 * below one `unit` goes to the flat with the largest amount, the first of equals.
 * @throws {RangeError} there is something to share and nobody to pay it
 */
export function share(net, flats, weights, method, unit = 1n) {
  const counted = countedWeights(flats, weights, method);
  const split = method.floors ? floorsFirst : wholeStairwell;
  const dues = split(net / unit, flats, counted, method).map((part) => part * unit);
  if (net % unit) dues[largestPayer(dues, flats, counted, method)] += net % unit;
  return dues;
}

/** The row of the flat with the largest amount, of those that pay. */
function largestPayer(dues, flats, counted, method) {
  let found = -1;
  flats.forEach((flat, row) => {
    const pays = flat.takes && counted.get(flat.storey) * measure(flat, method) > 0n;
    if (pays && (found < 0 || dues[row] > dues[found])) found = row;
  });
  if (found < 0) throw new RangeError("nobody to pay what is left below one unit");
  return found;
}

/** Units to the storeys by counted weight, then to the flats of each storey. */
function floorsFirst(units, flats, counted, method) {
  const parts = flats.map(() => 0n);
  const rows = new Map([...counted.keys()].map((storey) => [storey, []]));
  flats.forEach((flat, row) => rows.get(flat.storey).push(row));
  const floors = largestRemainder(units, [...counted.values()]);
  [...counted.keys()].forEach((storey, at) => {
    const mine = rows.get(storey);
    const sizes = mine.map((row) => taken(flats[row], method));
    largestRemainder(floors[at], sizes).forEach((part, order) => (parts[mine[order]] = part));
  });
  return parts;
}

/** Units to all flats at once by counted weight × measure. */
function wholeStairwell(units, flats, counted, method) {
  return largestRemainder(
    units,
    flats.map((flat) => counted.get(flat.storey) * taken(flat, method)),
  );
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
  const equally = { floors: false, byArea: sharing === "area", all: method.all };
  const split = share(net, rows.map((row) => flats[row]), alike, equally);
  const dues = flats.map(() => 0n);
  rows.forEach((row, order) => (dues[row] = split[order]));
  return dues;
}
