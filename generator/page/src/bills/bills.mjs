// Bills to print or to send: the forms of the book's own papers, with the values that it holds.
import { h, show, download, downloadedText, dropZone, field, saving } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { choice } from "./choice.mjs";
import { messages } from "./messages.mjs";
import { pageRule, pagesOf, paper } from "./paper.mjs";
import { picture } from "./picture.mjs";
import { verdict } from "./verdict.mjs";

export function billsRoad(desk) {
  const told = h("div", { class: "screen", "aria-live": "polite" }), place = h("div");
  let round = 0; // a book that is dropped later puts an end to the one before
  const zone = dropZone("把填好的簿子拖到这里", ".xlsx", false, take);

  async function take(files) {
    const [[name, data]] = Object.entries(files), mine = ++round;
    show(place);
    show(told, h("p", {}, "正在核对……"), h("progress", { "aria-label": "正在核对" }));
    try {
      const { printed, said } = await verdict(desk, name, data);
      if (mine !== round) return;
      if (!printed) return show(told, said);
      const offered = await asked(desk, [], files);
      if (mine !== round) return;
      show(told, said);
      show(place, sheets(desk, files, name.replace(/\.xlsx$/i, ""), offered));
    } catch (error) {
      if (mine === round) show(told, h("p", { class: "bad" }, error.message));
    }
  }

  return h("div", {}, h("div", { class: "screen" }, h("h2", {}, "打印账单，或存成图片发微信"),
    h("p", { class: "hint" }, "印的是簿子里存着的数字。改过簿子以后，请先用 WPS 保存一次。公示、签字表等张贴的纸，请在 WPS 里打开簿子打印。"), zone), told, place);
}

async function asked(desk, words, files) {
  const { status, said } = await desk.run(["papers", ...words], files);
  if (status) throw new Error(said.replace(/^错误：/, ""));
  return JSON.parse(said);
}

// The kinds of papers that the book has, and the forms of the one that is chosen.
function sheets(desk, files, name, offered) {
  const place = h("div", { "aria-live": "polite" });
  const select = h("select", { onchange: draw }, offered.sheets.map(({ title, forms }) => h("option", { value: title }, `${title}（${forms} 张）`)));
  async function draw() {
    show(place, h("p", {}, "正在读……"));
    try {
      show(place, forms(desk, name, await asked(desk, [select.value], files)));
    } catch (error) {
      show(place, h("p", { class: "bad" }, error.message));
    }
  }
  draw();
  return [h("div", { class: "screen" }, field("打印哪一种", select)), messages(offered.messages), place];
}

// The forms of a sheet: whose are wanted, what to do with them, and how they will look.
function forms(desk, name, papers) {
  const pages = h("div", { class: "papers" }), count = h("p", { class: "hint", role: "status" });
  const buttons = h("div", { class: "actions" }, busyButton("打印", print), busyButton("存成图片，打成一个包", pictures, ""));
  let wanted = [];

  function changed(some) {
    wanted = some;
    const parted = pagesOf(papers, wanted);
    count.textContent = wanted.length ? `${wanted.length} 张${papers.title}，${parted.length} 页纸` : "一户也没有选";
    buttons.querySelectorAll("button").forEach((button) => { button.disabled = !wanted.length; });
    show(pages, parted.map((some) => h("div", { class: "leaf" }, paper(papers, some), some.map(one))));
  }

  const one = (form) => h("div", { class: "screen" }, saving(`存 ${form.room} 的图片`, form.file, () => picture(papers, form), "plain"));

  async function print() {
    const title = document.title;
    document.title = `${name}-${papers.title}`; // the name of the file where it is printed to one
    window.print();
    document.title = title;
  }

  async function pictures() {
    const made = {}, packed = `${name}-${papers.title}.zip`;
    for (const form of wanted) made[form.file] = await picture(papers, form);
    const { files: wrote } = await desk.run(["zip", packed], made);
    download(packed, wrote[packed]);
    return h("p", { class: "good" }, `${wanted.length} 张图片打成一个包。${downloadedText(packed)}`);
  }

  const fit = () => pages.style.setProperty("--fit", Math.min(1, (document.documentElement.clientWidth - 24) / (papers.page.width / 0.75)));
  fit();
  new ResizeObserver(fit).observe(document.documentElement);
  return [pageRule(papers), h("div", { class: "screen" }, choice(papers.forms, changed), count, buttons), pages];
}
