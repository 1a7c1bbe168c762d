/** Read the word in one cell: yes and no, a word out of a few, a name. */
import { empty } from "./cells.js";
import { Refusal, VALUE } from "./refusal.js";
import { shown } from "./shown.js";

const YES = ["是", "true", "1", "1.0", "√", "y"];
const NO = ["否", "false", "0", "0.0", "×", "n"];

/** A text in which capitals do not matter. */
export const fold = (written) => written.toUpperCase().toLowerCase();

/** 是 or 否 in whatever way it is written; `blank` where nothing is. */
export function yes(cell, where = "", blank = true) {
  if (typeof cell === "boolean") return cell;
  if (empty(cell)) return blank;
  const word = fold(String(cell).normalize("NFKC").trim());
  if (cell instanceof Date || !(YES.includes(word) || NO.includes(word))) {
    throw new Refusal(VALUE, `「${shown(cell)}」看不懂`, { where, todo: "请填 是 或 否" });
  }
  return YES.includes(word);
}

/** What one of a few words stands for; the first where the cell is empty. */
export function oneOf(cell, words, where) {
  if (empty(cell)) return Object.values(words)[0];
  const word = String(cell).normalize("NFKC").trim();
  if (!Object.prototype.hasOwnProperty.call(words, word)) {
    const todo = `请填 ${Object.keys(words).join("、")} 之一`;
    throw new Refusal(VALUE, `「${shown(cell)}」看不懂`, { where, todo });
  }
  return words[word];
}

/** A word that must be there, such as the name of a scheme. */
export function text(cell, where, todo) {
  if (empty(cell) || typeof cell !== "string") {
    const what = empty(cell) ? "是空的" : `「${shown(cell)}」不是文字`;
    throw new Refusal(VALUE, what, { where, todo });
  }
  return cell.normalize("NFKC").trim();
}
