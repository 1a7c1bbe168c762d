// The seal of a book: its code, a code from a paper beside it, and a sealed copy to download.
import { h, field, saving } from "../common/dom.mjs";
import { freeName, word } from "../common/names.mjs";
import { busyButton } from "../common/busy.mjs";

const SECONDS = 60, LENGTH = 16;
const STATES = {
  none: { kind: "hint", words: "簿子没有封，这是按它现在的内容算的" },
  intact: { kind: "good", words: "✔ 与簿子里写的封签相符，封后没有改动" },
  void: { kind: "bad", words: "✘ 簿子里写的封签已作废，封后有改动" },
};
const REMOVED = { kind: "bad", words: "✘ 原来封过，簿子里的封签被删掉了" };

export function sealPart(desk, book, data) {
  const { code, state, written } = book.seal;
  const { kind, words } = state === "void" && !written ? REMOVED : STATES[state];
  if (!code) return null;
  return h("details", { open: state !== "none" }, h("summary", { class: kind }, `封签 ${code}（${words}）`), comparison(code),
    data && book.verdict !== "unjudged" && busyButton("封好，下载封好的一本", () => sealed(desk, book.file, data), "", { doing: "正在封" }));
}

// Whether a paper and the book are the same, by what somebody reads from the paper.
function comparison(code) {
  const input = h("input", { size: "24", oninput: compare }), told = h("p", { role: "status" });
  function compare() {
    const marks = plain(input.value), odd = marks.match(/[^2-9A-HJ-NP-Z]/);
    if (odd) return said(`✘ 封签里没有 ${odd[0]}：只有数字和字母，没有 0、O、1、I，请照单据再看一遍。`, "bad");
    if (marks.length < LENGTH) return said(marks ? `还差 ${LENGTH - marks.length} 个字符` : "", "hint");
    if (marks === plain(code)) return said("✔ 相符：单据和这本簿子是一份。", "good");
    said("✘ 不符：单据和这本簿子不是一份。", "bad");
  }
  const said = (words, kind) => { [told.textContent, told.className] = [words, kind]; };
  return h("div", {}, field("单据上的封签", input, "照公示或账单上印的打，横线可以不打"), told);
}

// As the command reads it: whatever people put around the code and between its groups is no part of it.
const APART = /[\s\-－\u2010-\u2015−_·.。,:;'"“”‘’「」\u200b-\u200f\u2060\ufeff]/g;
const plain = (text) => text.normalize("NFKC").toUpperCase().replace(APART, "").replace(/^封签/, "");

async function sealed(desk, name, data) {
  const target = freeName(`封签-${name}`, [name]);
  const { record, wrote } = await desk.json(["seal", word(name), "-o", target], { [name]: data }, { seconds: desk.patience(SECONDS) });
  const { written, state } = record.before, draft = record.failed_checks;
  return h("div", {}, h("p", { class: "good" }, `✔ 封好了：封签 ${record.seal}`),
    h("p", {}, "打印、张贴以前，把封签发到业主群里，或拍照留底。以后改了任何一格，这个封签就作废，要再封一次。"),
    state === "void" && h("p", { class: "note" }, written ? `原来封过一次（${written}），封后改过，那个封签作废。` : "原来封过，封签被删掉了，那个封签作废。"),
    record.lost.length > 0 && h("div", { class: "bad" }, "封好的簿子里没有这几处：", h("ul", {}, record.lost.map((one) => h("li", {}, one)))),
    draft > 0 && h("p", { class: "note" }, `还是草案：自己的校验有 ${draft} 项没有通过；改好以后要再封一次。`),
    saving("下载封好的簿子", target, () => wrote[target]));
}
