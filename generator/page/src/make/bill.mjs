// What stands on the bills; all of it may be filled in later in the book.
import { h } from "../common/dom.mjs";
import { day, words } from "../common/form.mjs";
import { PAPERS } from "./money.mjs";

const SIZES = { estate: 16, building: 8, entrance: 8, payee: 20, bank: 20, account: 26, contact: 20 };
const HINTS = { building: "如 8 幢", entrance: "如 2 单元", account: "一位一位照抄，可以空格", contact: "如 李会计 025-88886666" };
const DAYS = { due_date: "账单上写的最后一天", made_on: "方案有几版的，用这一天有效的；不填就用今天的" };

export function bill(state, changed) {
  const of = state.papers, one = ([key, size]) => words(PAPERS[key], of, key, changed, { size: String(size), hint: HINTS[key] });
  return h("details", { open: Object.values(of).some(Boolean) }, h("summary", {}, "账单上写的：小区、收款账户、截止日期（可以以后在簿子里填）"),
    h("div", { class: "fields" }, Object.entries(SIZES).map(one), Object.entries(DAYS).map(([key, hint]) => day(PAPERS[key], of, key, changed, { hint }))));
}
