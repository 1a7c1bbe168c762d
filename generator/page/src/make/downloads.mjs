// 下载: the book with the sheets that are ticked, blank books, and what was filled in as a file.
import { h, download, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { asked } from "./asked.mjs";
import { sheets } from "./sheets.mjs";

const FILE = "加梯项目.json";

export function downloads(desk, state, changed) {
  const halves = () => (state.half ? ["--two-a-page"] : []);

  async function given(words, files, name) {
    const { data, said } = await desk.made(["make", ...words, ...topics(state), ...halves()], files, name);
    download(name, data);
    return h("span", { class: "good" }, said);
  }

  const book = () => {
    const [words, files] = asked(state);
    return given([...words, ...(state.rows ? ["--households", state.rows] : [])], files, `${state.papers.estate || "加梯分摊"}-${state.scheme.name}.xlsx`);
  };
  const blank = (rows) => given([...state.scheme.words, "--households", rows], {}, `空白-${state.scheme.name}-${rows}户.xlsx`);

  function opened(files) {
    Object.assign(state, JSON.parse(new TextDecoder().decode(Object.values(files)[0])));
    changed();
    location.reload();
  }

  return h("div", {}, sheets(state, changed), busyButton("下载这本簿子", book),
    h("h3", {}, "还没有住户，先要一本空白的"),
    busyButton("空白簿子 40 户", () => blank("40"), ""), busyButton("空白簿子 80 户", () => blank("80"), ""),
    h("h3", {}, "把填的存成文件，以后拖进来接着做"),
    h("button", { type: "button", onclick: () => download(FILE, new TextEncoder().encode(JSON.stringify(state, null, 1))) }, "存成文件"),
    dropZone(`存过的“${FILE}”拖到这里`, ".json", false, opened));
}

const topics = (state) => (state.topics.length ? ["--with", state.topics.join(",")] : []);
