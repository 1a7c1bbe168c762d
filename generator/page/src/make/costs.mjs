// 费用、补贴、收款账户.
import { h, show, field } from "../common/dom.mjs";

const PAPERS = [["estate", "小区"], ["building", "楼栋，如 8 幢"], ["entrance", "单元，如 2 单元"], ["payee", "收款户名"], ["bank", "开户银行"], ["account", "收款账号"], ["contact", "咨询电话"]];

export function costs(state, changed) {
  const place = h("div", {});
  const bound = (of, key, more = {}) => {
    const input = h("input", { ...more, value: of[key] || "", oninput: () => { of[key] = input.value; changed(); } });
    return input;
  };
  function draw() {
    show(place, state.costs.map((cost, at) => h("div", {},
      h("label", {}, `费用 ${at + 1} `, bound(cost, "item", { size: "18" })), h("label", {}, "金额（元） ", bound(cost, "amount", { size: "12", inputmode: "decimal", "aria-label": `费用 ${at + 1} 的金额（元）` })))),
      state.costs.length < 10 && h("button", { type: "button", class: "plain", onclick: () => { state.costs.push({ item: "", amount: "" }); changed(); draw(); } }, "再加一项费用"));
  }
  draw();
  const optOut = h("select", { onchange: () => { state.optOut = optOut.value; changed(); } }, h("option", { value: "" }, "全体分担"), h("option", { value: "floor" }, "同层分担"));
  optOut.value = state.optOut || "";
  return h("div", {}, place,
    field("补贴（元）", bound(state, "subsidy", { size: "12" }), "没有就写 0；写 auto 按这个城市的规定算"),
    field("有人不参与，他那一份由谁出", optOut),
    h("details", {}, h("summary", {}, "账单上的小区、账户、截止日期（可以以后在簿子里填）"),
      PAPERS.map(([key, label]) => field(label, bound(state.papers, key, { size: "28" }))),
      field("截止日期", bound(state.papers, "due_date", { type: "date" })), field("编制日期", bound(state.papers, "made_on", { type: "date" }))));
}
