// What the check found in each book, in words, with a sign and a colour.
import { h, table, yuan } from "../common/dom.mjs";

// What a verdict is called, its sign, its colour, and what it means.
export const SIGNS = {
  pass: { sign: "✔", kind: "good", means: "公式、金额都对得上，可以照它收款。" },
  changed: { sign: "！", kind: "note", means: "有人改过表格的样子或别的地方，但金额没有问题。" },
  distrust: { sign: "✘", kind: "bad", means: "公式、固定的数或金额被动过，这本簿子里的金额靠不住。" },
  unjudged: { sign: "？", kind: "note", means: "这本簿子是更新的版本做的，本网页看不懂它的新内容。" },
  unreadable: { sign: "✘", kind: "bad", words: "读不了", means: "这个文件不是能核对的簿子。" },
  "given-up": { sign: "✘", kind: "bad", words: "没有核对成", means: "程序算不完这个文件，已经停下，别的簿子照常核对。" },
};
const SOUND_DRAFT = "公式、金额都对得上，但还是草案。"; // in place of what lets the money be collected
const LEVELS = { distrust: "✘ 不可信", changed: "！ 改动", note: "提示" };
const AMOUNTS = { due: "各户应缴", fee: "各户使用费" };

export const verdictOf = (book) => SIGNS[book.verdict].words || `${book.verdict_text}${book.failed_checks ? "（草案）" : ""}`;

// How many books have each verdict.
export function counted(books) {
  const all = Object.keys(SIGNS).map((key) => [books.filter((one) => one.verdict === key), SIGNS[key]]);
  return all.filter(([some]) => some.length).map(([some, { words }]) => `${some.length} 本${words || some[0].verdict_text}`).join("，");
}

// All books; of many each can be opened. more(book) is what can be done with one.
export function listed(books, more) {
  return books.map((book) => {
    const { sign, kind } = SIGNS[book.verdict];
    const title = h("strong", { class: `verdict ${kind}` }, `${sign} ${verdictOf(book)}`);
    if (books.length === 1) return h("section", {}, h("h4", {}, title, ` ${book.file}`), body(book, more));
    return h("details", { class: "book", open: kind === "bad" }, h("summary", {}, title, ` ${book.file}`), body(book, more));
  });
}

export const meaning = (book) => (book.verdict === "pass" && book.failed_checks ? SOUND_DRAFT : SIGNS[book.verdict].means);

function body(book, more) {
  const { kind } = SIGNS[book.verdict], means = meaning(book);
  if (book.error) return [h("p", {}, means), h("p", { class: kind }, book.error)];
  return [h("p", { class: "hint" }, book.about), h("p", { class: kind }, `${means}${book.advice}`),
    book.failed_checks > 0 && h("p", { class: "note" }, `还是草案：簿子自己的校验有 ${book.failed_checks} 项没有通过，补齐以前不要收款。`),
    findings(book), amounts(book), more(book)];
}

function findings(book) {
  if (!book.findings.length) return h("p", {}, "没有发现改动。");
  const rows = book.findings.map((one) => [LEVELS[one.level], placeOf(one), one.text]);
  return h("div", { class: "found" }, table(["程度", "工作表和格子", "发现"], rows, [], `发现 ${rows.length} 处`));
}

const placeOf = ({ sheet, area }) => (sheet ? [`「${sheet}」`, area && h("br"), area] : "整本");

// The amounts by the rules beside those of the book.
function amounts({ rooms }) {
  if (!rooms.length) return h("p", { class: "hint" }, "各户的金额按规则还算不出来，没有对照。");
  return Object.keys(AMOUNTS).map((key) => {
    const some = rooms.filter((one) => one.amount === key);
    const apart = some.filter((one) => one.rules_fen !== one.book_fen);
    if (!some.length) return null;
    const how = apart.length ? `有 ${apart.length} 户与规则算出的不同` : `${some.length} 户都与规则算出的一致`;
    const said = `${apart.length ? "✘" : "✔"} ${AMOUNTS[key]}：${how}`;
    return h("details", { open: apart.length > 0 }, h("summary", { class: apart.length ? "bad" : "good" }, said),
      table(["房号", "按规则", "簿子里", "差"], some.map(compared), [1, 2, 3], "单位：元"));
  });
}

function compared({ room, rules_fen: right, book_fen: now }) {
  if (now === null) return { cells: [room, yuan(right), "没有", ""], kind: "apart" };
  return { cells: [room, yuan(right), yuan(now), now === right ? "" : `✘ ${yuan(now - right)}`], kind: now === right ? undefined : "apart" };
}
