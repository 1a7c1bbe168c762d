// 下载: the book with the sheets that are ticked, blank books, and what was filled in as a file.
import { h, show, dropZone, saving } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { asked, offered } from "./asked.mjs";
import { MAKING, blankBooks, made } from "./blank.mjs";
import { fileName } from "./names.mjs";
import { openedText, savedText } from "./saved.mjs";
import { sheets } from "./sheets.mjs";

const NEXT = ["用 Excel 或 WPS 打开，黄色的格子可以填、可以改。", "看“校验”一页：全部通过才可以收款。", "核对“分摊”，打印“公示”张贴，再打印“账单”发到各户。", "收到的钱记在“台账”。"];

// open(given) goes on with what is in a file.
export function downloads(desk, state, changed, open) {
  const ticks = h("fieldset", {}), told = h("div", { class: "told" });

  async function refresh() {
    const { topics } = await offered(desk, state);
    show(ticks, h("legend", {}, "这本簿子要哪些页"), sheets(state, changed, topics));
  }

  async function book(progress) {
    const more = { topics: state.topics, half: state.half }, [words, files] = asked(state, more);
    const told = await made(desk, state, [...words, ...(state.rows ? ["--households", state.rows.trim()] : [])], files, fileName(state), more, progress);
    return [...told, h("h3", {}, "接下来"), h("ol", {}, NEXT.map((one) => h("li", {}, one)))];
  }
  const body = h("div", {}, ticks, told, toFile(state, open), blankBooks(desk, state, true));
  return { body, refresh, action: busyButton("下载这本簿子", book, "first", { doing: MAKING, place: told }) };
}

function toFile(state, open) {
  const told = h("div", { "aria-live": "polite" });
  function given(files) {
    try {
      open(openedText(new TextDecoder().decode(Object.values(files)[0])));
    } catch (error) {
      show(told, h("p", { class: "bad" }, error.message));
    }
  }
  const save = saving("存成文件", () => fileName(state, "", "toml"), () => new TextEncoder().encode(savedText(state)), "");
  return h("details", {}, h("summary", {}, "把填的存成文件，以后接着做，或换一台电脑做"),
    h("p", {}, save), dropZone("把存过的文件（.toml）拖到这里，接着做", ".toml", false, given), told);
}
