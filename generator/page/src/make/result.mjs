// 结果: what each household pays; every amount and every sum comes from the program as it is shown.
import { h, show, table } from "../common/dom.mjs";
import { telling } from "../common/busy.mjs";
import { ask, inWords } from "./asked.mjs";
import { storeyChart } from "./chart.mjs";
import { comparison } from "./compare.mjs";

export function result(desk, state) {
  const told = h("div", { "aria-live": "polite" }), body = h("div", {}, told);
  let turn = 0; // of several that were asked for, the last is shown

  async function refresh() {
    const mine = ++turn;
    show(body, told);
    try {
      const record = await telling(told, "正在算每户的金额", () => ask(desk, state, "result"));
      if (mine !== turn) return;
      show(told, verdict(record, state));
      show(body, told, shown(record, state), !state.leased && comparison(desk, state));
    } catch (error) {
      if (mine === turn) show(told, h("p", { class: "bad" }, error.message));
    }
  }

  return { body, refresh };
}

function verdict({ checks, notes }, state) {
  const failed = checks.filter(([, passed]) => !passed);
  return [
    failed.map(([name, , message]) => h("p", { class: "bad" }, `✗ ${name}：没有做到。${inWords(message, state)}`)),
    !failed.length && h("p", { class: "good" }, "✓ 各项检查都通过，各户加起来不差一分。"),
    notes.map((one) => h("p", { class: "note" }, inWords(one, state))),
  ];
}

function shown(record, state) {
  const rows = [...record.rows, { total: true, cells: record.total }];
  const checks = record.checks.map(([name, passed, message]) => h("li", {}, `${passed ? "✓ 通过" : "✗ 没有做到"}：${name}（${inWords(message, state)}）`));
  return [
    h("dl", { class: "sum" }, record.sum.map(([name, amount]) => h("div", {}, h("dt", {}, name), h("dd", {}, `${amount} 元`)))),
    h("div", { class: "halves" }, storeyChart(record.storeys), table(record.heads, rows, record.numeric, `各户金额（${record.scheme}）`)),
    record.rounding && h("p", { class: "hint" }, record.rounding),
    h("details", {}, h("summary", {}, `查了哪些（${record.checks.length} 项）`), h("ul", {}, checks)),
  ];
}
