// What each storey pays, as bars; how long they are is told by the program.
import { h } from "../common/dom.mjs";

export function storeyChart(storeys) {
  const row = ({ storey, yuan, part }) => {
    const bar = h("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${part}%`;
    return h("tr", {}, h("th", { scope: "row" }, storey), h("td", { class: "bars" }, bar), h("td", { class: "n" }, yuan));
  };
  return h("table", { class: "chart" }, h("caption", {}, "各层合计（元）"),
    h("thead", { class: "unseen" }, h("tr", {}, ["楼层", "柱", "金额（元）"].map((one) => h("th", { scope: "col" }, one)))), h("tbody", {}, storeys.map(row)));
}
