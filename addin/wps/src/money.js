/**
 * Money as whole fen (BigInt): exact splitting, reading, writing, 大写.
 * The same rules as generator/elevshare/money.py; no floating-point number carries money.
 */

/** The units an amount may be rounded to, in fen. */
export const UNITS = { 分: 1n, 角: 10n, 元: 100n, 百元: 10000n };
/** The largest cost of one lift that is believed, in fen. */
export const MAX_FEN = 1000000000n;

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", ..."拾佰仟万拾佰仟亿拾佰仟"];
const AMOUNT = /^(-?)(\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.(\d+))?(万)?元?$/;

/** The sum of BigInts. */
export const sum = (numbers) => numbers.reduce((total, one) => total + one, 0n);

/**
 * Split `total` whole units in proportion to `weights`, losing nothing: every share is rounded
 * down, the units left go one each to the largest remainders, the earlier of equals first.
 * @param {bigint} total
 * @param {bigint[]} weights 0 or more; a weight of 0 gets 0
 * @throws {RangeError} there is something to share and nothing to share by
 */
export function largestRemainder(total, weights) {
  const whole = sum(weights);
  if (whole === 0n) {
    if (total) throw new RangeError("nothing to share by: every weight is 0");
    return weights.map(() => 0n);
  }
  const shares = weights.map((weight) => (total * weight) / whole);
  const rests = weights.map((weight) => (total * weight) % whole);
  const order = weights.map((_, row) => row);
  order.sort((a, b) => (rests[a] < rests[b]) - (rests[a] > rests[b]) || a - b);
  for (const row of order.slice(0, Number(total - sum(shares)))) shares[row] += 1n;
  return shares;
}

/** A fraction of numbers that are not negative, to the nearest whole number, halves up. */
export const roundHalfUp = (numerator, denominator) =>
  (2n * numerator + denominator) / (2n * denominator);

/**
 * Read a decimal number as a whole number of 10 to the minus `places`; 万 is understood.
 * @returns {bigint | null} null where it is no number, or has too many decimals
 */
export function scaled(text, places) {
  const match = AMOUNT.exec(text.normalize("NFKC").trim().split(" ").join(""));
  if (!match) return null;
  const [, sign, whole, decimals, wan] = match;
  const shift = places + (wan ? 4 : 0);
  const digits = (decimals || "").replace(/0+$/, "");
  if (digits.length > shift) return null;
  const value = BigInt(whole.split(",").join("") + digits.padEnd(shift, "0"));
  return sign ? -value : value;
}

/** A whole number with thousands commas. */
export const commas = (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, ",");

/** Fen as yuan with two decimals: 5000005n is "50,000.05". */
export function yuan(fen) {
  const plain = fen < 0n ? -fen : fen;
  return `${fen < 0n ? "-" : ""}${commas(plain / 100n)}.${String(plain % 100n).padStart(2, "0")}`;
}

/** An amount of 0 or more in the capital figures of cheques and receipts. */
export function upper(fen) {
  const [whole, cents] = [fen / 100n, Number(fen % 100n)];
  const [jiao, rest] = [Math.floor(cents / 10), cents % 10];
  let text = whole ? `${upperWhole(whole)}元` : "";
  if (!cents) return `${text || "零元"}整`;
  if (jiao) text += `${DIGITS[jiao]}角`;
  else if (whole) text += "零";
  return text + (rest ? `${DIGITS[rest]}分` : "整");
}

/** Capital figures of a whole number above 0: every place written out, then thinned. */
function upperWhole(number) {
  const digits = [...String(number)];
  const text = digits.map((digit, at) => DIGITS[digit] + PLACES[digits.length - 1 - at]).join("");
  return text
    .replace(/零[拾佰仟]/g, "零")
    .replace(/零+/g, "零")
    .replace(/零([万亿])/g, "$1")
    .replace("亿万", "亿零")
    .replace(/零+/g, "零")
    .replace(/零$/, "");
}
