// 空白簿子: a book without households, for which a scheme is enough.
import { h, download } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { inWords } from "./asked.mjs";
import { fileName } from "./names.mjs";
import { ALL } from "./sheets.mjs";

export const MAKING = "正在做簿子，页多的要等一会儿";
const ROWS = ["40", "80"];

// above: whether the sheets are those that are ticked above; else all of them can be had.
export function blankBooks(desk, state, above) {
  const half = h("input", { type: "checkbox" }), every = above ? null : h("input", { type: "checkbox" });

  async function blank(rows, progress) {
    const topics = every ? (every.checked ? [ALL] : []) : state.topics, two = half.checked ? ["--two-a-page"] : [];
    const ticked = topics.length ? ["--with", topics.join(",")] : [];
    const { subsidy, by_rule } = (await desk.json(["offered", ...state.scheme.words, "--subsidy", "0"])).record;
    const none = by_rule && !subsidy ? ["--subsidy", "0"] : []; // a rule that gives no amount
    const name = `空白-${fileName({ ...state, papers: { estate: `${rows}户` } })}`;
    return made(desk, state, [...state.scheme.words, "--households", rows, ...ticked, ...two, ...none], {}, name, {}, progress);
  }

  const button = (rows) => busyButton(`空白簿子 ${rows} 户`, (progress) => blank(rows, progress), "", { doing: MAKING });
  return h("details", {}, h("summary", {}, "要一本空白的，以后再填住户"), 
    h("p", { class: "hint" }, above ? "页数照上面打的勾。" : "选好办法就能下载，住户和费用在簿子里填。"),
    every && h("label", { class: "tick" }, every, " 全部的页都要"),
    h("label", { class: "tick" }, half, " 账单一页印两户"), h("div", { class: "fields" }, ROWS.map(button)));
}

// A book made and downloaded, and what is said of it.
export async function made(desk, state, words, files, name, more, progress) {
  try {
    const { data, said } = await desk.made(["make", ...words], files, name, { progress });
    download(name, data);
    return [h("p", { class: "good" }, `已下载“${name}”，在电脑的“下载”文件夹里。`), ...notes(said, name, state, more)];
  } catch (error) {
    throw new Error(inWords(error.message, state, more));
  }
}

// What the command says besides that it has made the file.
function notes(said, name, state, more) {
  const head = `已生成 ${name}：`, plain = (line) => inWords(line.replace(head, "").replace(/^注意：/, ""), state, more);
  return said.split("\n").filter(Boolean).map((line) => h("p", { class: line.startsWith(head) ? undefined : "note" }, plain(line)));
}
