// Books that come back: the verdict on each, every finding at its cell; many in one summary.
import { h, show, download, dropZone } from "../common/dom.mjs";
import { freeName, word } from "../common/names.mjs";
import { busyButton } from "../common/busy.mjs";
import { asText } from "./findings.mjs";
import { SIGNS, counted, listed, verdictOf } from "./verdict.mjs";

const SECONDS = 60; // for one book on an ordinary computer

export function checkRoad(desk) {
  const place = h("div");
  let round = 0; // books that are dropped later put an end to those before

  async function check(files) {
    const mine = ++round, names = Object.keys(files), books = [];
    const told = h("p", { role: "status", "aria-live": "polite" });
    const bar = h("progress", { "aria-label": "核对的进度", max: names.length, value: 0 });
    const stop = h("button", { type: "button", onclick: () => round++ }, "停下");
    const list = h("div");
    show(place, told, bar, names.length > 1 && stop, list);
    for (const [at, name] of names.entries()) {
      told.textContent = `正在核对第 ${at + 1} 本，共 ${names.length} 本：${name}`;
      const book = await checked(desk, name, files[name]);
      if (!place.contains(list)) return; // others were dropped
      books.push(book);
      bar.value = books.length;
      list.append(h("p", { class: `line ${SIGNS[book.verdict].kind}` }, `${SIGNS[book.verdict].sign} ${name}：${verdictOf(book)}`));
      if (mine !== round) break;
    }
    finish(books, files);
  }

  function finish(books, files) {
    const head = h("h3", { tabindex: "-1" }, `核对完了：${counted(books)}`);
    const left = Object.keys(files).length - books.length;
    const save = h("button", { type: "button", onclick: () => download("核对结果.txt", asText(books)) }, "核对结果存成文字");
    show(place, head, left > 0 && h("p", { class: "note" }, `停下了，还有 ${left} 本没有核对。`),
      h("p", { class: "screen" }, save), books.length > 1 && summary(desk, books, files), listed(books));
    head.focus();
  }

  return h("div", {}, h("h2", {}, "核对收回来的簿子"),
    dropZone("把收回来的簿子拖到这里，可以一次几十本，也可以拖一个文件夹", ".xlsx", true, check), place);
}

// The record of one book; where there is none, why.
async function checked(desk, name, data) {
  try {
    const { record } = await desk.json(["check", word(name)], { [name]: data }, { seconds: desk.patience(SECONDS) });
    return { ...record.books[0], file: name };
  } catch (error) {
    return { file: name, verdict: "given-up", error: `${name}：${error.message}` };
  }
}

// Many books in one; those that the program gave up are left out.
function summary(desk, books, files) {
  const names = books.filter((one) => one.verdict !== "given-up").map((one) => one.file);
  const given = Object.fromEntries(names.map((name) => [name, files[name]]));
  const target = freeName("汇总簿.xlsx", names), left = books.length - names.length;

  async function collect(progress) {
    const seconds = desk.patience(SECONDS * names.length);
    const { data, said } = await desk.made(["collect", ...names.map(word)], given, target, { seconds, progress });
    return h("div", {}, h("pre", {}, left ? `${said}\n有 ${left} 个文件算得太久，没有收进来。` : said),
      h("button", { type: "button", class: "first", onclick: () => download(target, data) }, "下载汇总簿"));
  }

  return names.length > 0 && busyButton(`把这 ${names.length} 本合成一本汇总簿`, collect);
}
