/**
 * Read the number in one cell exactly: whole fen, areas, storeys, rates.
 * A number that Excel's or WPS's own arithmetic left a little beside a whole number of the smallest
 * unit is taken for it (1/10,000 of that unit); everything after that is whole numbers.
 */
import { MAX_FEN, commas, scaled } from "./money.js";
import { NUM, Refusal, VALUE } from "./refusal.js";
import { general, shown } from "./shown.js";

export const MAX_STOREYS = 40n;
const MAX_AREA = 999999n;
const NOISE = 1e-4;
/** More decimals than any number has that is meant. */
const FINE = 15;

/**
 * A kind of number: its decimals, its bounds in units of the last one, advice, its unit in texts;
 * `halves`: whole numbers and halves, in units of a half.
 */
export const kind = (places, low, high, todo, written, halves = false) => ({
  places, low, high, todo, written, halves,
});

const MONEY_TODO = "请填元，最多两位小数，可用 ROUND 取整";
export const MONEY = kind(2, 0n, MAX_FEN, MONEY_TODO);
export const BIG_MONEY = kind(2, 0n, 100n * MAX_FEN, MONEY_TODO);
export const AREA = kind(
  2, 1n, MAX_AREA, "请填平方米数，如 61.03，最多两位小数", /^(.*?)(?:m2|平方米|平米|平方|平)?$/i,
);
export const STOREY = kind(
  0, 1n, MAX_STOREYS, `请填 1 到 ${MAX_STOREYS} 的整数`, /^第?(.*?)(?:层|楼|F)?$/i,
);
/** Storeys in halves: 11 is 5.5, a stop between two storeys; below 1 a garage or a basement. */
export const HALF_STOREY = kind(
  0, -18n, 2n * MAX_STOREYS + 1n, "请填楼层的数字，半层填 5.5 这样的数，一层以下填 0 或负数",
  STOREY.written, true,
);
export const WEIGHT = kind(4, 0n, 10000000n, "请填 0 到 1,000 的系数，最多四位小数");
export const RATE = kind(4, 0n, 10000n, "请填年利率，如 3% 或 0.03，最细到 0.01%");

/** Storeys of a building: from 1 to half a storey above its highest, halves as well. */
export const halvesTo = (top) =>
  kind(0, 2n, 2n * top + 1n, `请填 1 到 ${top} 的整数，半层填 5.5 这样的数`, STOREY.written, true);

/** Whole numbers within bounds. */
export const whole = (low, high) => kind(0, low, high, `请填 ${low} 到 ${high} 的整数`);

/** Whether nothing is in a cell; a text of blanks is nothing. */
export const empty = (cell) =>
  cell === null || cell === undefined || (typeof cell === "string" && !cell.trim());

/**
 * A number as a whole number (BigInt) of the last decimal of its kind.
 * @throws {Refusal} no number (#VALUE!), too many decimals or out of bounds (#NUM!)
 */
export function number(cell, of, where = "") {
  const [found, fits] = typeof cell === "number" ? nearest(cell, of, where) : slowly(cell, of, where);
  if (!fits) {
    throw new Refusal(NUM, `「${shown(cell)}」${tooFine(of)}`, { where, todo: of.todo });
  }
  if (found < of.low || found > of.high) throw beyond(cell, of, where);
  return found;
}

/** A storey, a Number: 5.5 is a stop between two. */
export function storeyOf(cell, of = HALF_STOREY) {
  const found = Number(number(cell, of));
  return of.halves ? found / 2 : found;
}

/** How many units of a kind make 1. */
const scaleOf = (of) => (of.halves ? 2 : 10 ** of.places);

/** What is wrong with too fine a number. */
function tooFine(of) {
  if (of.halves) return "不是整层或半层";
  return of.places ? `的小数超过 ${of.places} 位` : "不是整数";
}

/** The nearest whole number, and whether the cell is as good as equal to it. */
function nearest(cell, of, where) {
  const product = cell * scaleOf(of);
  if (!(Math.abs(product) < 1e15)) throw beyond(cell, of, where);
  const found = Math.round(product);
  return [BigInt(found), Math.abs(product - found) <= NOISE];
}

/** A number in any other shape, and whether it has no more decimals than its kind. */
function slowly(cell, of, where) {
  if (typeof cell !== "string") {
    let what = empty(cell) ? "是空的" : `「${shown(cell)}」不是数字`;
    if (cell instanceof Date) what = `是日期「${shown(cell)}」`;
    throw new Refusal(VALUE, what, { where, todo: of.todo });
  }
  const fine = typed(cell, of);
  if (fine === null) {
    throw new Refusal(VALUE, `「${shown(cell)}」不是数字`, { where, todo: of.todo });
  }
  const [whole, units] = [10n ** BigInt(FINE), fine * BigInt(scaleOf(of))];
  return [units / whole, units % whole === 0n];
}

/** A number typed as text, in 10 to the minus FINE; null where it is none. */
function typed(cell, of) {
  let plain = cell.normalize("NFKC").trim();
  const match = of.written && of.written.exec(plain);
  if (match) plain = match[1];
  return of === RATE && plain.endsWith("%")
    ? scaled(plain.slice(0, -1), FINE - 2)
    : scaled(plain, FINE);
}

/** A number out of its bounds. */
function beyond(cell, of, where) {
  const written = (end) => (of.halves ? general(Number(end) / 2, 6) : decimal(end, of.places));
  const [low, high] = [of.low, of.high].map(written);
  return new Refusal(NUM, `「${shown(cell)}」不在 ${low} 到 ${high} 之间`, { where, todo: of.todo });
}

/** A bound with its decimals and thousands commas. */
function decimal(end, places) {
  const digits = String(end).padStart(places + 1, "0");
  const cut = digits.length - places;
  return commas(digits.slice(0, cut)) + (places ? `.${digits.slice(cut)}` : "");
}
