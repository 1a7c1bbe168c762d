/** What must hold before a net amount is split: somebody to pay it, sums that it covers. */
import { each, flat, label, missing, needed, size } from "./blocks.js";
import { empty, storeyOf } from "./cells.js";
import { sum, yuan } from "./money.js";
import { NUM, Refusal, VALUE } from "./refusal.js";
import { carryingSize } from "./share.js";
import { ownOrStorey, paysFixed } from "./weighing.js";

const CHOSEN = "指定楼层";
export const OPT_OUTS = { 全体: "all", 同层: "floor", [CHOSEN]: "chosen" };
/** What stands between the storeys of one text; several numbers are never taken for one. */
const BETWEEN = /[,;、 \t\r\n]+/;

/** The storeys that carry the gap, a Set: cells with one each, or texts such as 5,6,7. */
export function carriersOf(cells, optOut) {
  const given = cells === null ? [] : flat(needed(cells, "carriers"));
  const filled = given.map((_, at) => at).filter((at) => !empty(given[at]));
  if (optOut === "chosen" && !filled.length) {
    throw missing("carriers", "请填由哪几层承担，如 5,6,7");
  }
  if (optOut !== "chosen" && filled.length) {
    const todo = `请不要填这个参数，或把${label("opt_out")}改为 ${CHOSEN}`;
    const more = { where: label("carriers"), todo };
    throw new Refusal(VALUE, `用不上：退出份额不是 ${CHOSEN}`, more);
  }
  const shape = cells === null ? [1, 1] : size(cells);
  return new Set([].concat(...each(given, filled, storeysIn, "carriers", shape)));
}

/** The storeys of one cell. */
function storeysIn(cell) {
  if (typeof cell !== "string") return [storeyOf(cell)];
  const words = cell.normalize("NFKC").split(BETWEEN).filter((word) => word);
  return (words.length ? words : [cell]).map((word) => storeyOf(word));
}

/** Refuse fixed sums above the net amount, or below it with nobody to share the rest. */
export function refuseFixed(net, flats) {
  const fixed = flats.filter(paysFixed).map((home) => home.fixed);
  const [whole, where] = [sum(fixed), label("fixed")];
  const told = `各户定额合计 ${yuan(whole)} 元`;
  if (whole > net) {
    const todo = "请改小定额，或核对净额";
    throw new Refusal(NUM, `${told}，超过净额 ${yuan(net)} 元`, { where, todo });
  }
  const taking = flats.filter((home) => home.takes).length;
  if (fixed.length && whole < net && fixed.length === taking) {
    const left = `净额还差 ${yuan(net - whole)} 元无处分摊`;
    const todo = "请至少留一户不填定额，由它按办法分摊";
    throw new Refusal(NUM, `参与的各户都填了定额，${told}，${left}`, { where, todo });
  }
}

/** Refuse chosen storeys that have nobody to carry the part of those who stay out. */
export function refuseGap(flats, weights, method) {
  if (method.optOut !== "chosen" || flats.every((home) => home.takes)) return;
  if (flats.some((home) => carryingSize(home, weights, method))) return;
  const todo = "请填别的楼层，或把退出份额改为 全体";
  const what = "这些楼层里没有参与且有系数的住户，退出份额无人承担";
  throw new Refusal(NUM, what, { where: label("carriers"), todo });
}

/** Amounts in fen; somebody must take part, with a weight or a fixed sum. */
export function split(dues, flats, weights) {
  const takers = flats.filter((home) => home.takes);
  if (!takers.length) {
    const more = { where: label("taking_part"), todo: "请至少填一户 是" };
    throw new Refusal(NUM, "没有任何一户参与", more);
  }
  const what = "按系数分摊的各户系数全是 0，金额无处分摊";
  const unpaid = new Refusal(NUM, what, { where: label("storeys"), todo: "请检查楼层" });
  const ruled = takers.filter((home) => !paysFixed(home));
  if (ruled.length && !ruled.some((home) => ownOrStorey(home, weights))) throw unpaid;
  try {
    return dues();
  } catch (error) {
    throw error instanceof RangeError ? unpaid : error;
  }
}
