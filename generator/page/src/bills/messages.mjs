// The book's texts for WeChat, each with a button that copies it.
import { h } from "../common/dom.mjs";

export function messages(texts) {
  if (!texts.length) return null;
  return h("details", { class: "screen" }, h("summary", {}, `复制微信文字（${texts.length} 段）`),
    h("p", { class: "hint" }, "按“复制”，再到微信的输入框里粘贴。发给各户的有姓名和金额，不要发到群里。"), texts.map(message));
}

function message({ room, owner, text }) {
  const whose = room ? `${room} ${owner}`.trim() : "发到群里";
  const area = h("textarea", { readonly: true, rows: "3", "aria-label": `${whose}的微信文字`, value: text });
  const told = h("span", { role: "status", class: "good" });
  const copy = async () => { told.textContent = (await copied(area)) ? " 已复制，到微信里粘贴" : " 请按 Ctrl+C 复制"; };
  return h("div", { class: "message" }, h("b", {}, whose), area, h("p", {}, h("button", { type: "button", onclick: copy, "aria-label": `复制 ${whose}` }, "复制"), told));
}

async function copied(area) {
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    return document.execCommand("copy"); // a page from a file may not use the other way everywhere
  }
}
