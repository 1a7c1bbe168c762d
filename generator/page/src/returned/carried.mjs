// What became of a book that was carried over, before the new one is downloaded.
import { h, table, yuan, download } from "../common/dom.mjs";

export function carriedResult(record, data, name) {
  const counts = Object.entries(record.carried), cells = counts.reduce((sum, [, count]) => sum + count, 0);
  const untouched = !record.lost.length && !record.replaced.length;
  const filled = counts.map(([sheet, count]) => `${sheet} ${count} 格`).join("、");
  return h("section", {}, h("h3", { tabindex: "-1" }, untouched ? "✔ 填过的都带入了" : "！ 有没照原样带入的，请看下面"),
    h("p", {}, `方案 ${record.scheme_name}，从 ${record.source}（${record.source_version} 版，${record.source_verdict}）带入。`),
    h("p", {}, counts.length ? `带入填过的 ${cells} 格：${filled}。` : "原簿还没有填过。"),
    lines("没有地方放，没有带入", record.lost, "bad"),
    lines("换了方案，用新方案给出的，原来自定的没有带入", record.replaced, "note"),
    lines("原来是算式，带入的是结果", record.results), lines("选项改了叫法，意思不变", record.renamed),
    draft(record),
    amounts(record),
    h("p", {}, h("button", { type: "button", class: "first", onclick: () => download(name, data) }, "下载新簿子")));
}

export const draft = ({ failed_checks: failed }) => failed > 0 &&
  h("p", { class: "note" }, `新簿子还是草案：自己的校验有 ${failed} 项没有通过，请打开看“校验”。`);

function lines(what, some, kind) {
  if (!some.length) return null;
  const head = h("p", {}, h("strong", {}, `${what}（${some.length} 处）：`));
  return h("div", { class: kind }, head, h("ul", {}, some.map((one) => h("li", {}, one))));
}

// The amount of every household in both books.
function amounts({ rooms, no_amounts: why }) {
  if (why) return h("p", { class: "note" }, `各户的金额还算不出来：${why}。`);
  const apart = rooms.filter((one) => one.before_fen !== one.after_fen);
  const sum = (key) => rooms.reduce((all, one) => all + (one[key] || 0), 0);
  const said = apart.length ? `！ ${apart.length} 户的金额变了` : `✔ ${rooms.length} 户的金额都没有变，合计 ${yuan(sum("after_fen"))} 元`;
  const total = { total: true, cells: ["合计", yuan(sum("before_fen")), yuan(sum("after_fen")), ""] };
  return h("details", { open: apart.length > 0 }, h("summary", { class: apart.length ? "note" : "good" }, said),
    table(["房号", "原来", "现在", "差"], [...rooms.map(row), total], [1, 2, 3], "各户金额，单位：元"));
}

function row({ room, before_fen: before, after_fen: after }) {
  const said = (fen) => (fen === null ? "—" : yuan(fen));
  const more = before === after || before === null || after === null ? "" : yuan(after - before);
  return { cells: [room, said(before), said(after), more], kind: before === after ? undefined : "changed" };
}
