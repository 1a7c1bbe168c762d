// The audit of a book before anything of it is printed.
import { h, table } from "../common/dom.mjs";

const SECONDS = 180;
const STALE = "簿子里存着的结果是旧的。请用 WPS 或 Excel 打开这本簿子、保存一次，再拖进来。";

// { printed, said }: whether its papers may be printed, and what to tell about it.
export async function verdict(desk, name, data) {
  const { record } = await desk.json(["check", name], { [name]: data }, { seconds: SECONDS });
  const [book] = record.books;
  if (book.verdict === "unreadable") return { printed: false, said: h("p", { class: "bad" }, book.error) };
  const printed = book.verdict !== "distrust";
  return { printed, said: h("div", {}, words(book, printed), findings(book, printed), printed && draft(book)) };
}

function words(book, printed) {
  if (!printed) return h("p", { class: "bad" }, `核对下来不可信，不能打印。${advice(book)}`);
  const plain = book.verdict === "pass" || book.verdict === "note";
  return h("p", { class: plain ? "good" : "note" }, `${book.file}：核对${plain ? "通过" : `下来是“${book.verdict_text}”，打印以前请看看改动的地方`}`);
}

function advice(book) {
  const grave = book.findings.filter((one) => one.level === "distrust");
  if (grave.every((one) => one.kind === "value-stale")) return STALE;
  return "请找交簿子的人核对下面各处，改好再来。";
}

function findings(book, printed) {
  const rows = book.findings.filter((one) => one.level !== "note").map((one) => [one.sheet, one.area, one.text]);
  if (!rows.length) return null;
  const found = table(["工作表", "格子", "发现"], rows);
  return printed ? h("details", {}, h("summary", {}, `改动的地方（${rows.length} 处）`), found) : found;
}

function draft(book) {
  const count = book.failed_checks;
  if (!count) return null;
  return h("p", { class: "note" }, `这是草案：簿子里有 ${count} 项校验没有通过。印出来的每张单据都写着“草案”，不得据此收款；请看簿子里的“校验”。`);
}
