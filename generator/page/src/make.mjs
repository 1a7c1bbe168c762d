// The road to a new book: 城市与办法, 楼栋, 费用与补贴, 结果, 下载.
import { h, show, field, table, yuan, download, dropZone } from "./dom.mjs";
import { busyButton } from "./busy.mjs";
import { storeyChart } from "./chart.mjs";
import { keep, kept } from "./keep.mjs";
import { projectText } from "./project.mjs";
import { chooseScheme } from "./scheme.mjs";
import { building } from "./building.mjs";
import { costs } from "./costs.mjs";
import { sheets } from "./sheets.mjs";

export function makeRoad(desk) {
  const state = kept("make", { scheme: null, storeys: "6", areas: "80,80", roster: [], costs: [{ item: "电梯设备和安装", amount: "" }], subsidy: "0", topics: [], rows: "", papers: {} });
  const changed = () => keep("make", state);
  const result = h("div", { "aria-live": "polite" });

  // The files and words of a command for this building, with this scheme.
  function asked(scheme) {
    return [[...scheme.words, "--project", "项目.toml"], { "项目.toml": new TextEncoder().encode(projectText(state)) }];
  }

  async function shares() {
    const [words, files] = asked(state.scheme);
    const { record, notes } = await desk.json(["shares", ...words], files);
    show(result, shown(record, notes), compared(desk, state, record));
  }

  async function book(extra, name) {
    const [words, files] = asked(state.scheme);
    const { said, files: wrote } = await desk.run(["make", ...words, ...extra, "-o", name], files);
    if (!wrote[name]) throw new Error(said.replace(/^错误：/, ""));
    download(name, wrote[name]);
    return h("span", { class: "good" }, said);
  }

  async function blank(rows, twoAPage) {
    const name = `空白-${state.scheme.name}-${rows}户.xlsx`;
    const { said, files } = await desk.run(["make", ...state.scheme.words, "--households", rows, ...topics(state), ...(twoAPage ? ["--two-a-page"] : []), "-o", name]);
    if (!files[name]) throw new Error(said.replace(/^错误：/, ""));
    download(name, files[name]);
    return h("span", { class: "good" }, said);
  }

  return h("div", {},
    h("fieldset", {}, h("legend", {}, "一、城市与办法"), chooseScheme(desk, state, changed)),
    h("fieldset", {}, h("legend", {}, "二、楼栋和住户"), building(desk, state, changed)),
    h("fieldset", {}, h("legend", {}, "三、费用、补贴、收款账户"), costs(state, changed)),
    h("fieldset", {}, h("legend", {}, "四、结果"), busyButton("算一算各户金额", shares), result),
    h("fieldset", {}, h("legend", {}, "五、下载"), sheets(state, changed),
      busyButton("下载这本簿子", () => book([...topics(state), ...(state.rows ? ["--households", state.rows] : []), ...(state.half ? ["--two-a-page"] : [])], `${state.papers.estate || "加梯分摊"}-${state.scheme.name}.xlsx`)),
      h("h3", {}, "还没有住户，先要一本空白的"),
      busyButton("空白簿子 40 户", () => blank("40", state.half), ""), busyButton("空白簿子 80 户", () => blank("80", state.half), ""),
      h("h3", {}, "把填的存成文件，以后拖进来接着做"),
      h("button", { type: "button", onclick: () => download("加梯项目.json", new TextEncoder().encode(JSON.stringify(state, null, 1))) }, "存成文件"),
      dropZone("存过的“加梯项目.json”拖到这里", ".json", false, (files) => {
        Object.assign(state, JSON.parse(new TextDecoder().decode(Object.values(files)[0])));
        changed();
        location.reload();
      })));
}

const topics = (state) => (state.topics.length ? ["--with", state.topics.join(",")] : []);

function shown(record, notes) {
  const rows = record.flats.map((flat) => [flat.room, String(flat.storey), flat.area_m2.toFixed(2), String(flat.weight), yuan(flat.due_fen)]);
  rows.push({ total: true, cells: ["合计", "", record.flats.reduce((sum, flat) => sum + flat.area_m2, 0).toFixed(2), "", yuan(record.flats.reduce((sum, flat) => sum + flat.due_fen, 0))] });
  const failed = record.checks.filter((one) => !one.passed);
  return [
    notes && h("p", { class: "note" }, notes),
    h("p", {}, `总费用 ${yuan(record.cost_fen)} − 补贴 ${yuan(record.subsidy_fen)} ＋ 补偿 ${yuan(record.compensation_fen)} ＝ 大家分摊 ${yuan(record.net_fen)} 元`),
    failed.length ? failed.map((one) => h("p", { class: "bad" }, `没有通过：${one.name}：${one.message}`)) : h("p", { class: "good" }, "各项检查都通过，各户加起来不差一分。"),
    storeyChart(record.flats),
    table(["房号", "楼层", "面积㎡", "本层系数", "应分摊（元）"], rows, [2, 3, 4], "各户应分摊"),
  ];
}

// Up to three other schemes beside this one; every amount comes from the rules.
function compared(desk, state, mine) {
  const place = h("div", {}), input = h("input", { list: "schemes", size: "20", placeholder: "如 通用-按面积" });
  const others = [];
  async function add() {
    const name = input.value.trim();
    if (!name) throw new Error("请先写一个方案的名称");
    if (others.length >= 3) throw new Error("最多再比三个");
    const files = { "项目.toml": new TextEncoder().encode(projectText(state)) };
    const { record } = await desk.json(["shares", name, "--project", "项目.toml"], files);
    others.push([name, record]);
    input.value = "";
    const heads = ["房号", "本方案（元）", ...others.map(([one]) => `${one}（元）`)];
    const rows = mine.flats.map((flat, at) => [flat.room, yuan(flat.due_fen), ...others.map(([, one]) => yuan(one.flats[at].due_fen))]);
    show(place, table(heads, rows, heads.map((_, at) => at).slice(1), "并排比较"));
  }
  return h("div", {}, h("h3", {}, "和别的办法比一比"), field("再比一个方案", input, "写方案的名称，最多三个"), busyButton("加上这一栏", add, ""), place);
}
