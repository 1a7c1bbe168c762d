// 许可: whose work is inside, each with its licence, whose text is unpacked when somebody wants to read it.
import { h, show } from "./common/dom.mjs";
import { unpacked } from "./common/unpacked.mjs";

let reading; // the list with all texts, unpacked once

async function read() {
  const packed = document.getElementById("part-licences").textContent;
  return JSON.parse(new TextDecoder().decode(await unpacked(packed)));
}

export function licences() {
  const place = h("div", {}, h("p", {}, "正在读……"));
  (reading ||= read()).then(({ list, texts }) => show(place,
    h("p", {}, "这个网页里用到下面这些软件，都可以自由使用、复制和传给别人。点一下看许可的原文（英文）。",
      "写着 MPL-2.0 的，源代码在后面的网址。"),
    list.map((one) => entry(one, texts))));
  return place;
}

function entry({ name, version, licence, about, from, texts: names }, texts) {
  const inside = h("div", {});
  const open = () => {
    if (!inside.firstChild) show(inside, from && h("p", { class: "hint" }, `来处：${from}`), names.map((one) => h("pre", {}, texts[one])));
  };
  const words = `${name}${version ? ` ${version}` : ""}：${licence}（${about}）`;
  return h("details", { ontoggle: open }, h("summary", {}, words), inside);
}
