// Books that come back: the verdict on each, every finding at its cell; many in one summary.
import { h, show, dropZone, saving } from "../common/dom.mjs";
import { freeName, word } from "../common/names.mjs";
import { busyButton } from "../common/busy.mjs";
import { inPage } from "../common/words.mjs";
import { asText } from "./findings.mjs";
import { sealPart } from "./seal.mjs";
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
    const save = saving("核对结果存成文字", "核对结果.txt", () => asText(books), "");
    show(place, head, left > 0 && h("p", { class: "note" }, `停下了，还有 ${left} 本没有核对。`),
      h("p", { class: "screen" }, save), books.length > 1 && summary(desk, books, files), listed(books, (book) => sealPart(desk, book, files[book.file])));
    head.focus();
  }

  return h("div", {}, h("h2", {}, "核对收回来的簿子"),
    dropZone("把收回来的簿子拖到这里，可以一次几十本，也可以拖一个文件夹", ".xlsx", true, check), place);
}

// The record of one book; where there is none, why.
async function checked(desk, name, data) {
  try {
    const { record } = await desk.json(["check", word(name)], { [name]: data }, { seconds: desk.patience(SECONDS) });
    return inWords({ ...record.books[0], file: name });
  } catch (error) {
    return { file: name, verdict: "given-up", error: `${name}：${error.message}` };
  }
}

// What Python says of a book, in words of the page.
function inWords(book) {
  const { error, advice, findings = [] } = book;
  return { ...book, error: error && inPage(error), advice: advice && inPage(advice), findings: findings.map((one) => ({ ...one, text: inPage(one.text) })) };
}

// Many books in one; those that the program gave up are left out.
function summary(desk, books, files) {
  const names = books.filter((one) => one.verdict !== "given-up").map((one) => one.file);
  const given = Object.fromEntries(names.map((name) => [name, files[name]]));
  const target = freeName("汇总簿.xlsx", names), left = books.length - names.length;
  const readable = books.filter((one) => one.rooms?.length).length; // the summary lists why the others are not in it

  async function collect(progress) {
    const seconds = desk.patience(SECONDS * names.length);
    const { data, said } = await desk.made(["collect", ...names.map(word)], given, target, { seconds, progress });
    return h("div", {}, told(said, target), left > 0 && h("p", { class: "note" }, `有 ${left} 个文件算得太久，没有收进来。`),
      saving("下载汇总簿", target, () => data));
  }

  return readable > 0 && busyButton(`把读得了的 ${readable} 本合成一本汇总簿`, collect, "first", { doing: "正在合成" });
}

// What the command says: what is in the summary, and a line for each book that somebody has to look at.
function told(said, target) {
  const [done, sums, ...remarks] = inPage(said).replace(`已生成 ${target}：`, "").split("\n").filter(Boolean);
  const list = (some) => h("ul", {}, some.map((one) => h("li", {}, one)));
  return [h("p", { class: "good" }, `汇总簿合好了：${done}。`), list(sums.split("；")),
    remarks.length > 0 && h("div", { class: "note" }, h("strong", {}, "请看一看："), list(remarks.map((one) => one.replace(/^注意：/, ""))))];
}
