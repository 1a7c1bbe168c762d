// What became of a book that was carried over, before the new one is downloaded.
import { h, table, yuan, saving } from "../common/dom.mjs";

export function carriedResult(record, data, name) {
  const counts = Object.entries(record.carried), cells = counts.reduce((sum, [, count]) => sum + count, 0);
  const untouched = !record.lost.length && !record.replaced.length && !record.payments.length;
  const filled = counts.map(([sheet, count]) => `${sheet} ${count} 格`).join("、");
  return h("section", {}, h("h3", { tabindex: "-1" }, untouched ? "✔ 填过的都带入了" : "！ 有没照原样带入的，请看下面"),
    anotherKind(record),
    h("p", {}, `方案 ${record.scheme_name}，从 ${record.source}（${record.source_version} 版，${record.source_verdict}）带入。`),
    h("p", {}, counts.length ? `带入填过的 ${cells} 格：${filled}。` : "原簿还没有填过。"),
    lines("没有地方放，没有带入", record.lost, "bad"),
    lines("换了方案，用新方案给出的，原来自定的没有带入", record.replaced, "note"),
    lines("原来是算式，带入的是结果", record.results), lines("选项改了叫法，意思不变", record.renamed),
    unsealed(record), draft(record),
    amounts(record),
    h("p", {}, saving("下载新簿子", name, () => data)));
}

// What was paid in the old book was for something else.
function anotherKind({ kinds: [old, now], payments }) {
  if (!now) return null;
  return [h("p", { class: "bad" }, `！ 两本收的不是一种钱：原簿收的是（${old}），新簿收的是（${now}）。收过的款没有带入，新簿里各户都还没有缴。`),
    lines("没有带入的收款、减免", payments, "note")];
}

export const unsealed = (record) => record.unsealed && h("p", { class: "note" }, "原簿的封签没有带入，它管的是原簿：要封签，在这里打开新簿子再封一次。");

export const draft = ({ failed_checks: failed }) => failed > 0 &&
  h("p", { class: "note" }, `新簿子还是草案：自己的校验有 ${failed} 项没有通过，请打开看“校验”。`);

function lines(what, some, kind) {
  if (!some.length) return null;
  const head = h("p", {}, h("strong", {}, `${what}（${some.length} 处）：`));
  return h("div", { class: kind }, head, h("ul", {}, some.map((one) => h("li", {}, one))));
}

// The amount of every household in both books.
function amounts({ rooms, no_amounts: why, kinds: [old, now] }) {
  if (why) return h("p", { class: "note" }, `各户的金额还算不出来：${why}。`);
  if (now) return h("details", { open: true }, h("summary", {}, "两本各收多少"),
    table(["房号", `原来（${old}）`, `现在（${now}）`], rows(rooms).map(({ cells, total }) => ({ cells: cells.slice(0, 3), total })), [1, 2], "单位：元"));
  const apart = rooms.filter((one) => one.before_fen !== one.after_fen);
  const said = apart.length ? `！ ${apart.length} 户的金额变了` : `✔ ${rooms.length} 户的金额都没有变，合计 ${yuan(sumOf(rooms, "after_fen"))} 元`;
  return h("details", { open: apart.length > 0 }, h("summary", { class: apart.length ? "note" : "good" }, said),
    table(["房号", "原来", "现在", "差"], rows(rooms), [1, 2, 3], "各户金额，单位：元"));
}

const sumOf = (rooms, key) => rooms.reduce((all, one) => all + (one[key] || 0), 0);

function rows(rooms) {
  const total = { total: true, cells: ["合计", yuan(sumOf(rooms, "before_fen")), yuan(sumOf(rooms, "after_fen")), ""] };
  return [...rooms.map(row), total];
}

function row({ room, before_fen: before, after_fen: after }) {
  const said = (fen) => (fen === null ? "—" : yuan(fen));
  const more = before === after || before === null || after === null ? "" : yuan(after - before);
  return { cells: [room, said(before), said(after), more], kind: before === after ? undefined : "changed" };
}
