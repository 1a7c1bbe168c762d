/**
 * One household's money over time: instalments, joining later, a lease year. The same rules as
 * generator/elevshare/rules/loan.py, rules/late.py and rules/lease.py; every number is a BigInt.
 */
import { roundHalfUp } from "./money.js";

/** Rates are whole 1/10,000 a year; a month bears a twelfth of one. */
const MONTHLY = 120000n;
const MONTHS = 12n;

/**
 * What every month but the last costs, in fen: without interest the whole fen of an equal part,
 * with interest the exact annuity, rounded half up.
 */
export function levelPayment(amount, rate, months) {
  if (!rate) return amount / months;
  const growth = (MONTHLY + rate) ** months; // over MONTHLY ** months
  return roundHalfUp(amount * rate * growth, MONTHLY * (growth - MONTHLY ** months));
}

/** Every instalment as [number, payment, principal, interest, balance]; the last takes what is left. */
export function schedule(amount, rate, months) {
  const payment = levelPayment(amount, rate, months);
  const lines = [];
  let balance = amount;
  for (let number = 1n; number <= months; number += 1n) {
    const interest = roundHalfUp(balance * rate, MONTHLY);
    let due = balance + interest;
    if (number < months && payment < due) due = payment;
    balance -= due - interest;
    lines.push([number, due, due - interest, interest, balance]);
  }
  return lines;
}

/** By what the share of one who joins later is multiplied, as [above the line, below it]. */
function factor(way, months, number, free) {
  if (way === "加利息") return [MONTHLY + number * months, MONTHLY];
  if (way === "折旧") {
    const life = number * MONTHS;
    const worn = months > free * MONTHS ? months - free * MONTHS : 0n;
    return [life > worn ? life - worn : 0n, life];
  }
  return way === "倍数" ? [number, 100n] : [1n, 1n];
}

/**
 * What one who joins later pays, in fen; `number` is a rate, years of life or a multiple in 1/100,
 * `free` the years without depreciation.
 */
export function joinerPays(share, way, months, number, free) {
  const [above, below] = factor(way, months, number, free);
  return roundHalfUp(share * above, below);
}

/** The fee in fen of the first months of a lease year; `yearly` tells of what the fee is. */
export function leaseFee(fee, yearly, months) {
  return (months * (yearly ? fee : fee * MONTHS)) / MONTHS;
}
