// What the check found, as a text to send on.
import { yuan } from "../common/dom.mjs";
import { counted, meaning, verdictOf } from "./verdict.mjs";

const BOM = "\ufeff", LINE = "\r\n"; // for Notepad

export function asText(books) {
  const lines = [`核对结果（${books.length} 本）：${counted(books)}`, ...books.flatMap((book) => ["", ...linesOf(book)])];
  return new TextEncoder().encode(BOM + lines.join(LINE) + LINE);
}

function linesOf(book) {
  const head = `${book.file}：${verdictOf(book)}`, means = meaning(book);
  if (book.error) return [head, `  ${book.error}`];
  const found = book.findings.map((one) => `  ${one.sheet ? `「${one.sheet}」${one.area}` : "整本"}：${one.text}`);
  const apart = book.rooms.filter((one) => one.rules_fen !== one.book_fen);
  const own = (one) => (one.book_fen === null ? "没有" : `${yuan(one.book_fen)} 元`);
  const amounts = apart.map((one) => `  ${one.room} 按规则 ${yuan(one.rules_fen)} 元，簿子里 ${own(one)}`);
  const seal = book.seal.code ? [`  封签 ${book.seal.code}`] : [];
  return [head, `  ${book.about}`, ...seal, `  ${means}${book.advice}`, ...found, ...amounts];
}
