// 楼栋和住户: alike storeys, or a roster shown back as it was understood, in a table that can be corrected.
import { h, show, field, dropZone } from "../common/dom.mjs";

const COLUMNS = [["room", "房号"], ["storey", "楼层"], ["area", "建筑面积㎡"], ["owner", "业主"], ["taking", "参与（是／否）"]];

export function building(desk, state, changed) {
  const rows = h("div", {}), told = h("div", { "aria-live": "polite" });
  const storeys = h("input", { inputmode: "numeric", size: "4", value: state.storeys, oninput: () => { state.storeys = storeys.value; changed(); } });
  const areas = h("input", { size: "20", value: state.areas, oninput: () => { state.areas = areas.value; changed(); } });

  async function understood(files) {
    const [name] = Object.keys(files);
    show(told, h("p", {}, "正在看名册……"));
    try {
      const { record } = await desk.json(["roster", name, ...(state.storeys ? ["--storeys", state.storeys] : [])], files);
      const [roster] = record;
      if (roster.error) throw new Error(roster.error);
      state.roster = roster.flats.map((flat) => ({ room: flat.room, storey: String(flat.storey), area: String(flat.area_m2 ?? ""), owner: flat.owner || "", taking: flat.taking_part === false ? "否" : "是" }));
      changed();
      draw();
      show(told, h("p", { class: "good" }, `名册读成了 ${state.roster.length} 户，请在下面核对。`), (roster.remarks || []).map((one) => h("p", { class: "note" }, typeof one === "string" ? one : JSON.stringify(one))));
    } catch (error) {
      show(told, h("p", { class: "bad" }, error.message));
    }
  }

  function cell(flat, key, label) {
    const input = h("input", { value: flat[key] || "", "aria-label": `${flat.room || "新"} ${label}`, oninput: () => { flat[key] = input.value; changed(); } });
    return h("td", {}, input);
  }

  function draw() {
    if (!state.roster.length) return show(rows);
    show(rows, h("p", { class: "hint" }, "有名册时，上面的“每层各户面积”不用。"),
      h("div", { class: "scroll" }, h("table", {}, h("caption", {}, "住户（黄色的可以改）"),
        h("thead", {}, h("tr", {}, COLUMNS.map(([, label]) => h("th", { scope: "col" }, label)), h("th", {}, ""))),
        h("tbody", {}, state.roster.map((flat, at) => h("tr", {}, COLUMNS.map(([key, label]) => cell(flat, key, label)), h("td", {}, h("button", { type: "button", class: "plain", "aria-label": `去掉 ${flat.room}`, onclick: () => { state.roster.splice(at, 1); changed(); draw(); } }, "去掉"))))))),
      h("button", { type: "button", onclick: () => { state.roster.push({ room: "", storey: "", area: "", owner: "", taking: "是" }); changed(); draw(); } }, "加一户"),
      h("button", { type: "button", class: "plain", onclick: () => { state.roster = []; changed(); draw(); show(told); } }, "不用名册"));
  }

  draw();
  return h("div", {},
    field("总层数", storeys), field("各层一样的，写每层各户的建筑面积", areas, "逗号隔开，如 80,100；房号自动编为 101、102、201……"),
    h("h3", {}, "各户不一样的，用名册"), dropZone("把住户名册（Excel 或 CSV）拖到这里", ".xlsx,.csv,.xlsm", false, understood), told, rows);
}
