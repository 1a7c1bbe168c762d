// Bills to print or to send: the forms of the book's own paper, with the values that it holds.
import { h, show, download, dropZone, field } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { picture } from "./picture.mjs";

const CHARACTER = 6.75; // points of one character of a column's width

export function billsRoad(desk) {
  const place = h("div", { "aria-live": "polite" }), sheet = h("input", { size: "10", placeholder: "账单" });

  async function take(files) {
    const [name] = Object.keys(files);
    show(place, h("p", {}, "正在读……"));
    const { status, said } = await desk.run(["papers", ...(sheet.value ? [sheet.value.trim()] : [])], files);
    if (status) return show(place, h("p", { class: "bad" }, said.replace(/^错误：/, "")));
    draw(JSON.parse(said), name.replace(/\.xlsx$/i, ""));
  }

  function draw(papers, name) {
    const forms = papers.forms.map((form) => paper(papers, form));
    show(place, h("p", { class: "good screen" }, `${papers.title}共 ${papers.forms.length} 张`),
      h("div", { class: "screen" }, busyButton("打印（一张一页）", async () => window.print()),
        busyButton("存成图片，打成一个包", () => pictures(papers, name), ""), h("p", { class: "hint" }, "点某一张，只存这一张的图片，可以发微信。")),
      h("div", { class: "papers" }, forms));
  }

  function paper(papers, form) {
    const wide = papers.widths.reduce((sum, one) => sum + one, 0) * CHARACTER;
    const rows = form.rows.map((row) => {
      const line = h("tr", {}, row.cells.map((cell) => {
        const box = h("td", { colspan: cell.span, class: `${cell.framed ? "framed" : "open"} ${cell.align}` }, cell.text);
        box.style.fontSize = `${cell.size}pt`;
        box.style.fontWeight = cell.bold ? "bold" : "normal";
        return box;
      }));
      line.style.height = `${row.height}pt`;
      return line;
    });
    const columns = h("colgroup", {}, papers.widths.map((width) => { const one = h("col"); one.style.width = `${width * CHARACTER}pt`; return one; }));
    const table = h("table", {}, columns, h("tbody", {}, rows));
    table.style.width = `${wide}pt`;
    return h("section", { class: "paper", "aria-label": form.room }, table,
      h("button", { type: "button", class: "plain screen", onclick: async () => download(`${form.room}.png`, await picture(papers, form)) }, `存 ${form.room} 的图片`));
  }

  async function pictures(papers, name) {
    const files = {};
    for (const form of papers.forms) files[`${form.room}.png`] = await picture(papers, form);
    const packed = `${name}-${papers.title}.zip`;
    const { files: wrote } = await desk.run(["zip", packed], files);
    download(packed, wrote[packed]);
    return `${papers.forms.length} 张图片在 ${packed} 里`;
  }

  return h("div", {}, h("div", { class: "screen" }, h("h2", {}, "打印账单，或存成图片发微信"), h("p", { class: "hint" }, "用的是簿子里存着的数字；改过以后请先用 WPS 打开、保存一次。"),
    field("哪一页（不写是账单）", sheet, "如 收据、公积金证明、运维账单"), dropZone("把填好的簿子拖到这里", ".xlsx", false, take)), place);
}
