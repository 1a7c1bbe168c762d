// What each storey pays, as bars.
import { h, yuan } from "../common/dom.mjs";

export function storeyChart(flats) {
  const sums = new Map();
  for (const flat of flats) sums.set(flat.storey, (sums.get(flat.storey) || 0) + flat.due_fen);
  const most = Math.max(...sums.values(), 1);
  const rows = [...sums].sort((one, other) => other[0] - one[0]);
  return h("div", { class: "scroll" }, h("table", {}, h("caption", {}, "各层合计"),
    h("tbody", {}, rows.map(([storey, sum]) => {
      const bar = h("span", { class: "bar", "aria-hidden": "true" });
      bar.style.width = `${(sum / most) * 18}rem`;
      return h("tr", {}, h("th", { scope: "row" }, `${storey} 层`), h("td", {}, bar), h("td", { class: "n" }, yuan(sum)));
    }))));
}
