// 结果: what each household pays, by the rules; every amount comes from the program.
import { h, show, table, yuan } from "../common/dom.mjs";
import { asked } from "./asked.mjs";
import { storeyChart } from "./chart.mjs";
import { comparison } from "./compare.mjs";

export function result(desk, state) {
  const body = h("div", { "aria-live": "polite" });

  async function refresh() {
    show(body, h("p", {}, "正在算……"), h("progress", { "aria-label": "正在算" }));
    try {
      const [words, files] = asked(state);
      const { record, notes } = await desk.json(["shares", ...words], files);
      show(body, shown(record, notes), comparison(desk, state, record));
    } catch (error) {
      show(body, h("p", { class: "bad" }, error.message));
    }
  }

  return { body, refresh };
}

function shown(record, notes) {
  const total = (key) => record.flats.reduce((sum, flat) => sum + flat[key], 0);
  const rows = record.flats.map((flat) => [flat.room, String(flat.storey), flat.area_m2.toFixed(2), String(flat.weight), yuan(flat.due_fen)]);
  rows.push({ total: true, cells: ["合计", "", total("area_m2").toFixed(2), "", yuan(total("due_fen"))] });
  const failed = record.checks.filter((one) => !one.passed);
  return [
    notes && h("p", { class: "note" }, notes),
    h("p", {}, `总费用 ${yuan(record.cost_fen)} − 补贴 ${yuan(record.subsidy_fen)} ＋ 补偿 ${yuan(record.compensation_fen)} ＝ 大家分摊 ${yuan(record.net_fen)} 元`),
    failed.length ? failed.map((one) => h("p", { class: "bad" }, `没有通过：${one.name}：${one.message}`)) : h("p", { class: "good" }, "各项检查都通过，各户加起来不差一分。"),
    storeyChart(record.flats),
    table(["房号", "楼层", "面积㎡", "本层系数", "应分摊（元）"], rows, [2, 3, 4], "各户应分摊"),
  ];
}
