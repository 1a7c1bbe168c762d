// A filled-in book carried over into a new one.
import { h, show, field, download, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";

export function carryRoad(desk) {
  const place = h("div", { "aria-live": "polite" });
  const scheme = h("input", { size: "16", list: "schemes" }), topics = h("input", { size: "24" }), rows = h("input", { size: "5", inputmode: "numeric" });
  const half = h("input", { type: "checkbox" });

  function offer(files) {
    const [name] = Object.keys(files);
    const carry = async () => {
      const words = ["make", ...(scheme.value ? [scheme.value.trim()] : []), "--from", name, ...(topics.value ? ["--with", topics.value.trim()] : []), ...(rows.value ? ["--households", rows.value.trim()] : []), ...(half.checked ? ["--two-a-page"] : []), "-o", "新簿子.xlsx"];
      const { said, files: wrote } = await desk.run(words, files);
      const made = wrote["新簿子.xlsx"];
      return [h("pre", {}, said), made && h("button", { type: "button", class: "first", onclick: () => download(`新-${name}`, made) }, "下载新簿子")].filter(Boolean).reduce((all, one) => (all.append(one), all), h("div", {}));
    };
    show(place, h("p", {}, `原簿：${name}（不会改动）`), busyButton("看看能带入什么", carry));
  }

  return h("div", {}, h("h2", {}, "换成新的一本：多几户、多几页、新版、换办法"),
    field("换一个方案（照旧就空着）", scheme), field("加哪些页，如 决算,公积金；全部", topics), field("留几户的行", rows), h("label", {}, half, " 账单一页印两户"),
    dropZone("把填过的簿子拖到这里", ".xlsx", false, offer), place);
}
