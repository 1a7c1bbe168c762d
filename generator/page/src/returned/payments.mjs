// Statements of a bank, WeChat or Alipay in the 台账 of a new book.
import { h, show, field, dropZone, saving } from "../common/dom.mjs";
import { freeName, word } from "../common/names.mjs";
import { busyButton } from "../common/busy.mjs";
import { matches } from "./matches.mjs";

const SECONDS = 120;
const COLUMNS = "流水的哪一栏当作什么，如 收入金额=进账,付款人=来款方；右边写栏名，或栏的字母";

export function paymentsRoad(desk) {
  const given = { book: null, banks: {} }, place = h("div", { "aria-live": "polite" }), result = h("div");
  const sheet = h("input", { size: "12" }), columns = h("input", { size: "36" }), rows = h("input", { size: "8" });
  const trust = h("input", { type: "checkbox" });
  let round = 0; // files that are dropped later put an end to the work on those before

  // Every statement in turn, each in the book that the one before has made.
  async function enter(progress) {
    const mine = round;
    if (!given.book || !Object.keys(given.banks).length) throw new Error("请先放好填过的簿子和流水。");
    const [name, original] = given.book, target = freeName("记好台账.xlsx", [name]), records = [];
    const choices = [["--sheet", sheet], ["--columns", columns], ["--rows", rows]].filter(([, input]) => input.value.trim());
    const more = [...choices.flatMap(([key, input]) => [key, input.value.trim()]), ...(trust.checked ? ["--force"] : [])];
    let data = original;
    for (const [bank, lines] of Object.entries(given.banks)) {
      const at = `流水/${bank}`; // a folder of its own: it may be called like the book
      const words = ["collect-payments", word(name), "--bank", at, ...more, "-o", target];
      const { record, wrote } = await desk.json(words, { [name]: data, [at]: lines }, { seconds: desk.patience(SECONDS) });
      records.push({ ...record, bank });
      data = wrote[target];
      progress(records.length, Object.keys(given.banks).length);
    }
    if (mine !== round) throw new Error("刚才换了文件，请再按一次。");
    finish(records, data, name);
  }

  function finish(records, data, name) {
    const count = (kind) => records.reduce((sum, one) => sum + one.rows.filter((row) => row.kind === kind).length, 0);
    const doubtful = count("doubtful"), rest = doubtful ? `待核对 ${doubtful} 笔` : "没有要再核对的";
    const head = h("h3", { tabindex: "-1" }, `对完了：记入台账 ${count("certain")} 笔，${rest}`);
    show(result, head, records.map(matches),
      doubtful > 0 && h("p", { class: "note" }, "待核对的没有记入。问清楚以后，在新簿子的“台账”里自己记一行。"),
      h("p", {}, saving("下载记好的簿子", `台账-${name}`, () => data)));
    head.focus();
  }

  function draw() {
    round++;
    const banks = Object.keys(given.banks);
    show(place, h("p", {}, `簿子：${given.book ? given.book[0] : "还没有放"}`), h("p", {}, `流水：${banks.length ? banks.join("、") : "还没有放"}`));
    show(result);
  }

  draw();
  return h("div", {}, h("h2", {}, "银行流水记入台账"), h("p", {}, "流水里的每一笔收款对到各户，记进一本新簿子的“台账”。原来那本不改动。"),
    dropZone("填好的、有“台账”的簿子（不会改动）", ".xlsx", false, (files) => { [given.book] = Object.entries(files); draw(); }),
    dropZone("银行流水，或微信、支付宝的账单（Excel 或 CSV），可以有几份", ".xlsx,.csv", true, (files) => { given.banks = files; draw(); }),
    h("details", {}, h("summary", {}, "流水认错了，或者簿子不可信"),
      field("工作表", sheet, "流水在哪一张工作表，不写则自己找"), field("栏名", columns, COLUMNS), field("行", rows, "只读流水的哪几行，如 3-40"),
      h("label", {}, trust, " 不可信也用：只带入填写的内容，我会逐项核对")),
    place, busyButton("对到各户", enter), result);
}
