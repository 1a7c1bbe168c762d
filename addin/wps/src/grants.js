/** SUBSIDY, ELEVNET, ELEVCOMP: from the whole cost to what is shared, and what low floors get. */
import { label, missing, one, oneNumber } from "./blocks.js";
import { MAX_STOREYS, MONEY, empty, kind } from "./cells.js";
import { breaches, caps, granted, payouts } from "./granting.js";
import { households } from "./households.js";
import { partOf, schemeOf } from "./lookup.js";
import { MAX_FEN, yuan } from "./money.js";
import { NA, NUM, Refusal, VALUE } from "./refusal.js";
import { yes } from "./words.js";

/** A level reached, where half storeys are told (5.5), in tenths. */
const LEVEL = kind(1, 10n, 10n * MAX_STOREYS, "请填层数，错层可填 5.5 这样的半层");
const [FIRST, POOL] = ["一层定额", "按面积分配"];

/** What a scheme grants for building one lift, in yuan; what is kept for upkeep is not in it. */
export function subsidy(scheme, cost, topStorey, reservedShaft, otherGrant, eligibleCost) {
  const rule = computable(schemeOf(scheme, "补贴"));
  const whole = oneNumber(cost, "cost", MONEY);
  const eligible = oneNumber(eligibleCost, "eligible_cost", MONEY, whole);
  if (eligible > whole) {
    throw new Refusal(NUM, "大于总费用", { where: label("eligible_cost"), todo: "请核对两个金额" });
  }
  const level = levelOf(rule, topStorey);
  const reserved = yes(one(reservedShaft, "reserved_shaft"), label("reserved_shaft"), false);
  const other = yes(one(otherGrant, "other_grant"), label("other_grant"), false);
  const building = granted(rule, eligible, whole, level, reserved, other);
  if (building > whole) throw above(building, whole);
  return Number(building) / 100;
}

/** The rule of a scheme, where it gives an amount and not only a limit. */
function computable(scheme) {
  const rule = partOf(scheme, "补贴");
  if (rule.computable) return rule;
  const most = rule.cap ? `，只知道最高 ${yuan(rule.cap)} 元` : "";
  const more = { where: label("scheme"), todo: "请直接填批复的补贴金额" };
  throw new Refusal(NA, `方案「${scheme.name}」没有可计算的补贴标准${most}`, more);
}

/** The highest level in half storeys; it may be left out where nothing depends on it. */
function levelOf(rule, topStorey) {
  const matters = rule.tiers.some(([reach]) => reach > 0n);
  const tenths = oneNumber(topStorey, "top_storey", LEVEL, matters ? null : LEVEL.low);
  if (tenths % 5n) {
    throw new Refusal(NUM, "只能是整层或半层", { where: label("top_storey"), todo: LEVEL.todo });
  }
  return tenths / 5n;
}

/** A subsidy above the cost. */
function above(amount, cost) {
  const what = `补贴 ${yuan(amount)} 元超过总费用 ${yuan(cost)} 元`;
  return new Refusal(NUM, what, { todo: "请核对补贴和费用" });
}

/** The net amount to share in yuan: cost − subsidy + compensation. */
export function elevnet(cost, subsidyPaid, compensation) {
  const whole = oneNumber(cost, "cost", MONEY);
  const grant = oneNumber(subsidyPaid, "subsidy", MONEY, 0n);
  const paid = oneNumber(compensation, "compensation", MONEY, 0n);
  if (grant > whole) throw above(grant, whole);
  if (whole + paid > MAX_FEN) {
    const what = `费用合计 ${yuan(whole + paid)} 元超过上限 ${yuan(MAX_FEN)} 元`;
    throw new Refusal(NUM, what, { todo: "请检查是否多打了零" });
  }
  return Number(whole - grant + paid) / 100;
}

/** Each household's compensation in yuan, in the shape of `storeys`; limits are kept to. */
export function elevcomp(scheme, cost, storeys, areas, first) {
  const found = schemeOf(scheme, "补偿");
  const rule = partOf(found, "补偿");
  if (![FIRST, POOL].includes(rule.way)) {
    const more = { where: label("scheme"), todo: "请直接填协商好的金额" };
    throw new Refusal(NA, `方案「${found.name}」的每户补偿由业主协商，没有算法`, more);
  }
  const whole = oneNumber(cost, "cost", MONEY);
  const homes = households(storeys, areas, null, rule.way === POOL);
  const paid = payouts(rule, homes.flats, agreed(rule, first, whole, homes.flats.length));
  const broken = breaches(rule, whole, homes.flats, paid);
  if (broken.length) {
    throw new Refusal(NUM, broken.slice(0, 3).join("；"), { todo: "请减少补偿" });
  }
  return homes.answer(paid);
}

/** What the owners agreed for each household of storey 1, in fen; 0 where that is not asked. */
function agreed(rule, first, cost, count) {
  const given = !empty(one(first, "first"));
  if (rule.way === POOL && given) {
    const more = { where: label("first"), todo: "请不要填这个参数" };
    throw new Refusal(VALUE, "用不上：方案按面积分配", more);
  }
  if (rule.way === POOL) return 0n;
  if (!given) {
    const most = rule.household_cap ? `，最高 ${yuan(caps(rule, cost, count)[0])} 元` : "";
    throw missing("first", `请填业主协商的一层每户补偿${most}`);
  }
  return oneNumber(first, "first", MONEY);
}
