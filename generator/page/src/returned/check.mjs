// Books that come back: the verdict on each, every finding at its cell; many in one summary.
import { h, show, table, download, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";

export function checkRoad(desk) {
  const place = h("div", { "aria-live": "polite" });

  async function check(files) {
    show(place, h("p", {}, "正在核对……"), h("progress", { "aria-label": "正在核对", max: Object.keys(files).length, value: 0 }));
    const books = [];
    for (const [name, data] of Object.entries(files)) {
      try {
        const { record } = await desk.json(["check", name], { [name]: data });
        books.push(record.books[0]);
      } catch (error) {
        books.push({ file: name, verdict: "unreadable", error: error.message });
      }
      place.querySelector("progress").value = books.length;
    }
    show(place, books.map(shown), books.length > 1 && busyButton("合成一本汇总簿", () => collect(files)));
  }

  async function collect(files) {
    const { said, files: wrote } = await desk.run(["collect", ...Object.keys(files), "-o", "汇总.xlsx"], files);
    if (!wrote["汇总.xlsx"]) throw new Error(said);
    download("汇总.xlsx", wrote["汇总.xlsx"]);
    return h("pre", {}, said);
  }

  return h("div", {}, h("h2", {}, "核对收回来的簿子"), dropZone("把收回来的簿子拖到这里，可以一次几十本", ".xlsx", true, check), place);
}

const WORDS = { distrust: "bad", changed: "note", pass: "good", note: "good", unreadable: "bad", unjudged: "note" };

function shown(book) {
  const rows = (book.findings || []).map((one) => [one.sheet, one.area, one.text]);
  return h("section", {}, h("h3", {}, book.file), h("p", { class: WORDS[book.verdict] || "note" }, book.error || book.verdict_text + (book.failed_checks ? `，草案：有 ${book.failed_checks} 项校验没有通过` : "")),
    rows.length > 0 && table(["工作表", "格子", "发现"], rows));
}
