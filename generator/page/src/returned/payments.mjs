// A bank's statement in the 台账 of a new book.
import { h, show, download, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";

export function paymentsRoad(desk) {
  const given = {}, place = h("div", { "aria-live": "polite" });
  const took = (kind) => (files) => { given[kind] = Object.entries(files)[0]; draw(); };

  async function book() {
    if (!given.book || !given.bank) throw new Error("请先放好簿子和流水");
    const [[name, data], [bank, lines]] = [given.book, given.bank];
    const { said, files } = await desk.run(["collect-payments", name, "--bank", bank, "-o", "记好台账.xlsx"], { [name]: data, [bank]: lines });
    const made = files["记好台账.xlsx"];
    return h("div", {}, h("pre", {}, said), made ? h("button", { type: "button", class: "first", onclick: () => download(`台账-${name}`, made) }, "下载记好的簿子") : "");
  }

  function draw() {
    show(place, h("p", {}, `簿子：${given.book ? given.book[0] : "还没有放"}；流水：${given.bank ? given.bank[0] : "还没有放"}`));
  }

  draw();
  return h("div", {}, h("h2", {}, "银行流水记入台账"), dropZone("填好的簿子（不会改动）", ".xlsx", false, took("book")), dropZone("银行流水，或微信、支付宝的账单（Excel 或 CSV）", ".xlsx,.csv", false, took("bank")), place, busyButton("对到各户", book));
}
