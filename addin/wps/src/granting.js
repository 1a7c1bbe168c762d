/**
 * The government's subsidy, and what low floors are paid: the same rules as
 * generator/elevshare/rules/subsidy.py and rules/compensation.py. BigInts: amounts in fen, rates in
 * 1/10,000; null where a rule has none.
 */
import { largestRemainder, roundHalfUp, sum, yuan } from "./money.js";
import { general } from "./shown.js";

const RATE_SCALE = 10000n;
/** The smaller of two numbers. */
const smaller = (a, b) => (a < b ? a : b);

/** What a rule grants for building, in fen; `level` is the highest one reached, in half storeys. */
export function granted(rule, eligible, cost, level, reservedShaft, otherGrant) {
  let total = beforeLimits(rule, eligible, level);
  if (rule.cap !== null) total = smaller(total, rule.cap);
  if (reservedShaft) total = roundHalfUp(total * rule.reserved_shaft, RATE_SCALE);
  if (otherGrant && rule.exclusive) total = 0n;
  if (rule.owners_minimum) {
    total = smaller(total, (cost * (RATE_SCALE - rule.owners_minimum)) / RATE_SCALE);
  }
  return total - roundHalfUp(total * rule.upkeep, RATE_SCALE);
}

/** The rate of the eligible cost, or the amount of the highest tier reached. */
function beforeLimits(rule, eligible, level) {
  if (rule.rate !== null) return roundHalfUp(eligible * rule.rate, RATE_SCALE);
  const reached = rule.tiers.filter(([reach]) => reach <= level);
  if (!reached.length) return 0n;
  const [reach, amount, step] = reached.reduce((best, tier) => (tier[0] > best[0] ? tier : best));
  const found = amount + roundHalfUp((level - reach) * step, 2n);
  return found > 0n ? found : 0n;
}

/** Compensation of each flat in fen; `first` is what each household of storey 1 gets. */
export function payouts(rule, flats, first) {
  if (rule.way === "一层定额") {
    const second = roundHalfUp(first * rule.second, RATE_SCALE);
    return flats.map(({ storey }) => (storey === 1 ? first : storey === 2 ? second : 0n));
  }
  const sizes = flats.map((flat) => (flat.storey === 1 ? flat.area : 0n));
  return largestRemainder(rule.pool * BigInt(sizes.filter((size) => size).length), sizes);
}

/** The most that one household of storey 1, and one of storey 2, may get. */
export function caps(rule, cost, households) {
  const first = households ? cost / BigInt(households) : 0n;
  return [first, roundHalfUp(first * rule.second, RATE_SCALE)];
}

/** What breaks a limit, in words for the users; nothing where all is well. */
export function breaches(rule, cost, flats, paid) {
  const found = rule.household_cap ? aboveCaps(caps(rule, cost, flats.length), flats, paid) : [];
  const total = sum(paid);
  if (rule.total_cap !== null && total > (cost * rule.total_cap) / RATE_SCALE) {
    const limit = yuan((cost * rule.total_cap) / RATE_SCALE);
    const rate = `${general(Number(rule.total_cap) / 100, 6)}%`;
    found.push(`补偿合计 ${yuan(total)} 元超过总费用的 ${rate}（${limit} 元）`);
  }
  return found;
}

/** Households that get more than one may. */
function aboveCaps([first, second], flats, paid) {
  const limit = ({ storey }, fen) => (storey === 1 ? first : storey === 2 ? second : fen);
  return flats
    .map((flat, row) => [row + 1, paid[row], limit(flat, paid[row])])
    .filter(([, fen, most]) => fen > most)
    .map(([n, fen, most]) => `第 ${n} 户 的补偿 ${yuan(fen)} 元超过每户上限 ${yuan(most)} 元`);
}
