// 下载: the book with the sheets that are ticked, blank books, and what was filled in as a file.
import { h, show, download, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { asked, inWords, offered } from "./asked.mjs";
import { fileName } from "./names.mjs";
import { openedText, savedText } from "./saved.mjs";
import { sheets } from "./sheets.mjs";

const MAKING = "正在做簿子，页多的要等一会儿";
const NEXT = ["用 Excel 或 WPS 打开，黄色的格子可以填、可以改。", "看“校验”一页：全部通过才可以收款。", "核对“分摊”，打印“公示”张贴，再打印“账单”发到各户。", "收到的钱记在“台账”。"];

// open(given) goes on with what is in a file.
export function downloads(desk, state, changed, open) {
  const ticks = h("fieldset", {}), told = h("div", { class: "told" }), half = h("input", { type: "checkbox" });

  async function refresh() {
    const { topics } = await offered(desk, state);
    show(ticks, h("legend", {}, "这本簿子要哪些页"), sheets(state, changed, topics));
  }

  async function made(words, files, name, more, progress) {
    try {
      const { data, said } = await desk.made(["make", ...words], files, name, { progress });
      download(name, data);
      return [h("p", { class: "good" }, `已下载“${name}”，在电脑的“下载”文件夹里。`), ...notes(said, name, state, more)];
    } catch (error) {
      throw new Error(inWords(error.message, state, more));
    }
  }

  async function book(progress) {
    const more = { topics: state.topics, half: state.half }, [words, files] = asked(state, more);
    const told = await made([...words, ...(state.rows ? ["--households", state.rows.trim()] : [])], files, fileName(state), more, progress);
    return [...told, h("h3", {}, "接下来"), h("ol", {}, NEXT.map((one) => h("li", {}, one)))];
  }
  function blank(rows, progress) {
    const words = [...state.scheme.words, "--households", rows, ...(state.topics.length ? ["--with", state.topics.join(",")] : []), ...(half.checked ? ["--two-a-page"] : [])];
    return made(words, {}, `空白-${fileName({ ...state, papers: { estate: `${rows}户` } })}`, {}, progress);
  }
  const body = h("div", {}, ticks, told, saving(state, open),
    h("details", {}, h("summary", {}, "要一本空白的，以后再填住户"), h("p", { class: "hint" }, "页数照上面打的勾。"), h("label", { class: "tick" }, half, " 账单一页印两户"),
      h("div", { class: "fields" }, ["40", "80"].map((rows) => busyButton(`空白簿子 ${rows} 户`, (progress) => blank(rows, progress), "", { doing: MAKING })))));
  return { body, refresh, action: busyButton("下载这本簿子", book, "first", { doing: MAKING, place: told }) };
}

// What the command says besides that it has made the file.
function notes(said, name, state, more) {
  return said.split("\n").map((line) => inWords(line.replace(`已生成 ${name}：`, "").replace(/^注意：/, ""), state, more)).filter(Boolean).map((line, at) => h("p", at || line.startsWith("现在") ? { class: "note" } : {}, line));
}

function saving(state, open) {
  const told = h("div", { "aria-live": "polite" });
  function given(files) {
    try {
      open(openedText(new TextDecoder().decode(Object.values(files)[0])));
    } catch (error) {
      show(told, h("p", { class: "bad" }, error.message));
    }
  }
  const save = () => download(fileName(state, "", "toml"), new TextEncoder().encode(savedText(state)));
  return h("details", {}, h("summary", {}, "把填的存成文件，以后接着做，或换一台电脑做"),
    h("p", {}, h("button", { type: "button", onclick: save }, "存成文件")), dropZone("把存过的文件（.toml）拖到这里，接着做", ".toml", false, given), told);
}
