/** ELEVLEASE, ELEVFUND, ELEVINSTALMENT, ELEVLATE, RMBUPPER: one household's money. */
import { label, missing, one, oneNumber } from "./blocks.js";
import { BIG_MONEY, MONEY, RATE, STOREY, empty, kind, whole } from "./cells.js";
import { joinerPays, leaseFee, schedule } from "./lending.js";
import { fundOf, partOf, schemeOf } from "./lookup.js";
import { upper } from "./money.js";
import { NA, NUM, Refusal } from "./refusal.js";
import { byStorey } from "./sharing.js";
import { oneOf } from "./words.js";

const WAYS = { 原价: "原价", 加利息: "加利息", 折旧: "折旧", 倍数: "倍数" };
/** What the number of a way of joining is. */
const NUMBERS = {
  加利息: RATE,
  折旧: whole(1n, 100n),
  倍数: kind(2, 0n, 1000n, "请填 0 到 10 倍，最多两位小数"),
};

/** What a leased lift costs a household of a storey for the first months of the lease year. */
export function elevlease(scheme, topStorey, flatsPerFloor, storey, months) {
  const found = schemeOf(scheme, "租赁");
  const rule = partOf(found, "租赁");
  const top = oneNumber(topStorey, "top_storey", STOREY);
  const abreast = oneNumber(flatsPerFloor, "flats_per_floor", whole(1n, 99n));
  const count = oneNumber(months, "months", whole(1n, 12n), 12n);
  const table = rule.tables.find((one) => one.storeys === top && one.flats === abreast);
  if (!table) {
    const sizes = rule.tables.map((one) => `${one.storeys} 层、每层 ${one.flats} 户`).join("；");
    const what = `方案「${found.name}」没有 ${top} 层、每层 ${abreast} 户的收费表`;
    throw new Refusal(NA, what, { where: label("scheme"), todo: `已有的是：${sizes}` });
  }
  const fee = (at) => leaseFee(table.fees[at - 1], rule.charge === "year", count);
  const within = { ...STOREY, high: top, todo: whole(1n, top).todo };
  return byStorey(storey, within, fee, 100);
}

/** The most that a household may draw from its housing provident fund, in yuan. */
export function elevfund(city, share, subsidyShare) {
  const { unit } = fundOf(city);
  const due = oneNumber(share, "share", MONEY);
  const grant = oneNumber(subsidyShare, "subsidy_share", MONEY, 0n);
  if (grant > due) {
    throw new Refusal(NUM, "大于分摊额", { where: label("subsidy_share"), todo: "请核对两个金额" });
  }
  return Number(((due - grant) / unit) * unit) / 100;
}

/** A schedule of equal instalments: number, payment, principal, interest, balance, in yuan. */
export function elevinstalment(amount, months, annualRate) {
  const borrowed = oneNumber(amount, "amount", MONEY);
  const rate = oneNumber(annualRate, "annual_rate", RATE, 0n);
  const lines = schedule(borrowed, rate, oneNumber(months, "months", whole(1n, 120n)));
  return lines.map(([n, ...fen]) => [Number(n), ...fen.map((one) => Number(one) / 100)]);
}

/** What an owner who joins later pays, in yuan. */
export function elevlate(share, way, months, number, freeYears) {
  const original = oneNumber(share, "share", MONEY);
  const word = one(way, "way");
  if (empty(word)) throw missing("way", `请填 ${Object.keys(WAYS).join("、")} 之一`);
  const chosen = oneOf(word, WAYS, label("way"));
  const timed = chosen === "加利息" || chosen === "折旧";
  const passed = timed ? oneNumber(months, "months", whole(0n, 600n)) : 0n;
  const told = NUMBERS[chosen] ? oneNumber(number, "number", NUMBERS[chosen]) : 0n;
  const free = chosen === "折旧" ? oneNumber(freeYears, "free_years", whole(0n, 100n), 0n) : 0n;
  return Number(joinerPays(original, chosen, passed, told, free)) / 100;
}

/** An amount in yuan in capital figures. */
export const rmbupper = (amount) => upper(oneNumber(amount, "amount", BIG_MONEY));
