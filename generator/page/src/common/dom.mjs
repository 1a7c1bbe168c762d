// Elements from words: every text of a user becomes a text node, never markup.
import { droppedFiles } from "./dropped.mjs";
import { freeName } from "./names.mjs";

export function h(tag, about = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(about)) {
    if (value === undefined || value === false || value === null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "disabled") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...inside.flat(9).filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

export const show = (place, ...inside) => place.replaceChildren(...inside.flat(9).filter(Boolean));

let used = 0;

// A label with its field; the hint is read out with it.
export function field(label, input, hint) {
  const id = `f${++used}`;
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", `${id}h`);
  return h("div", {}, h("label", { for: id }, `${label} `), input, hint && h("p", { class: "hint", id: `${id}h` }, hint));
}

// Rows are cells, or { cells, total, kind }.
export function table(heads, rows, numeric = [], caption = "") {
  const kind = (at) => ({ class: numeric.includes(at) ? "n" : undefined });
  const line = (row) => h("tr", { class: row.total ? "total" : row.kind }, (row.cells || row).map((one, at) => h("td", kind(at), one)));
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption || "表格" }, h("table", {},
    caption && h("caption", {}, caption),
    h("thead", {}, h("tr", {}, heads.map((one, at) => h("th", { scope: "col", ...kind(at) }, one)))),
    h("tbody", {}, rows.map(line))));
}

export const yuan = (fen) => (fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function download(name, bytes) {
  const type = name.endsWith(".xlsx") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/octet-stream";
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export const downloadedText = (name) => `已下载：${name}，在“下载”文件夹里。`;

// A button that downloads a file and says so; bytes() gives what is in it, name() how it is called then.
export function saving(words, name, bytes, kind = "first") {
  const told = h("span", { class: "good", role: "status" });
  async function save() {
    const called = typeof name === "function" ? name() : name;
    download(called, await bytes());
    show(told, downloadedText(called));
  }
  return h("span", { class: "saving" }, h("button", { type: "button", class: kind, onclick: save }, words), " ", told);
}

let zones = 0;

// A place to drop files on, or a folder of them, which is a button for the keyboard too.
export function dropZone(words, accept, several, take) {
  const input = h("input", { type: "file", accept, multiple: several, hidden: true, onchange: chosen });
  const id = `z${++zones}`, button = h("button", { type: "button", "aria-describedby": id, onclick: () => input.click() }, "选文件……");
  const told = h("p", { role: "alert", hidden: true });
  const zone = h("div", { class: "drop" }, h("p", { id }, words), button, input, told);
  const said = (text) => { [told.textContent, told.hidden, told.className] = [text, !text, text && "bad"]; };
  async function chosen() {
    await give([...input.files]);
    input.value = "";
  }
  async function give(list) {
    const files = {};
    for (const file of several ? list : list.slice(0, 1))
      try {
        files[freeName(file.name, Object.keys(files))] = new Uint8Array(await file.arrayBuffer());
      } catch {
        return said(`读不了“${file.name}”：可能正被 WPS 打开，或者已经移走。请关掉它再试。`);
      }
    said("");
    if (Object.keys(files).length) take(files);
  }
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    event.stopPropagation();
    try {
      await give(await droppedFiles(event.dataTransfer));
    } catch {
      said("读不了拖进来的文件。请点“选文件”再试。");
    }
  });
  return zone;
}
