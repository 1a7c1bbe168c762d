/**
 * Read the number in one cell exactly: whole fen, areas, storeys, rates.
 * A number that Excel's or WPS's own arithmetic left a little beside a whole number of the smallest
 * unit is taken for it (1/10,000 of that unit); everything after that is whole numbers.
 */
import { MAX_FEN, commas, scaled } from "./money.js";
import { NUM, Refusal, VALUE } from "./refusal.js";
import { shown } from "./shown.js";

export const MAX_STOREYS = 40n;
const MAX_AREA = 999999n;
const NOISE = 1e-4;
/** More decimals than any number has that is meant. */
const FINE = 15;

/** A kind of number: its decimals, its bounds in units of the last one, advice, its unit in texts. */
export const kind = (places, low, high, todo, written) => ({ places, low, high, todo, written });

const MONEY_TODO = "请填元，最多两位小数，可用 ROUND 取整";
export const MONEY = kind(2, 0n, MAX_FEN, MONEY_TODO);
export const BIG_MONEY = kind(2, 0n, 100n * MAX_FEN, MONEY_TODO);
export const AREA = kind(
  2, 1n, MAX_AREA, "请填平方米数，如 61.03，最多两位小数", /^(.*?)(?:m2|平方米|平米|平方|平)?$/i,
);
export const STOREY = kind(
  0, 1n, MAX_STOREYS, `请填 1 到 ${MAX_STOREYS} 的整数`, /^第?(.*?)(?:层|楼|F)?$/i,
);
export const RATE = kind(4, 0n, 10000n, "请填年利率，如 3% 或 0.03，最细到 0.01%");

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
    const fine = of.places ? `的小数超过 ${of.places} 位` : "不是整数";
    throw new Refusal(NUM, `「${shown(cell)}」${fine}`, { where, todo: of.todo });
  }
  if (found < of.low || found > of.high) throw beyond(cell, of, where);
  return found;
}

/** The nearest whole number, and whether the cell is as good as equal to it. */
function nearest(cell, of, where) {
  const product = cell * 10 ** of.places;
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
  const unit = 10n ** BigInt(FINE - of.places);
  const fine = typed(cell, of);
  if (fine === null) {
    throw new Refusal(VALUE, `「${shown(cell)}」不是数字`, { where, todo: of.todo });
  }
  return [fine / unit, fine % unit === 0n];
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
  const [low, high] = [of.low, of.high].map((end) => decimal(end, of.places));
  return new Refusal(NUM, `「${shown(cell)}」不在 ${low} 到 ${high} 之间`, { where, todo: of.todo });
}

/** A bound with its decimals and thousands commas. */
function decimal(end, places) {
  const digits = String(end).padStart(places + 1, "0");
  const cut = digits.length - places;
  return commas(digits.slice(0, cut)) + (places ? `.${digits.slice(cut)}` : "");
}
