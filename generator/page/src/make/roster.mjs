// A roster dropped in: shown back as it was understood; what it was refused for, and what can be chosen by hand.
import { h, show, field, table, dropZone } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";

const SECONDS = 120;
const PASTED = "粘贴的名册.csv";

export function rosterPlace(desk, state, taken) {
  const told = h("div", { class: "told", "aria-live": "polite" }), by = {};
  let unread = false, given = null, known = { sheets: [], stairwells: [] };

  // isByHand: what was pressed is gone, so that what is told is gone to.
  async function read(isByHand) {
    const [name] = Object.keys(given);
    show(told, h("p", {}, `正在看“${name}”……`), h("progress", { "aria-label": "正在看名册" }));
    try {
      const { record } = await desk.json(["roster-read", name, ...words()], given, { seconds: SECONDS });
      for (const key of ["sheets", "stairwells"]) if (record[key]?.length) known[key] = record[key];
      if (record.error) return refused(record.error, isByHand);
      state.read = reportOf(name, record);
      taken(record);
      unread = false;
      draw();
      seen(isByHand);
    } catch (error) {
      refused(error.message, isByHand);
    }
  }

  function seen(isByHand) {
    const first = told.firstElementChild;
    first.tabIndex = -1;
    if (isByHand) first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  }

  // Once, so that nobody goes on with the former households without knowing.
  function lacks() {
    const kept = state.roster.length, said = unread && kept > 0 && `这份名册没有读进来，还在用原来的 ${kept} 户；要用原来的，请再点一次“下一步”`;
    unread = false;
    return said;
  }

  function refused(said, isByHand) {
    const kept = state.roster.length;
    unread = true;
    show(told, h("p", { class: "bad" }, said), kept > 0 && h("p", { class: "note" }, `这份名册没有读进来，下面还是原来的 ${kept} 户。`), byHand(true));
    seen(isByHand);
  }

  function words() {
    const chosen = { sheet: by.sheet, entrance: by.entrance, rows: by.rows?.trim(), columns: by.columns?.trim(), storeys: state.top };
    const pairs = Object.entries(chosen).filter(([, value]) => value).flatMap(([key, value]) => [`--${key}`, value]);
    return [...pairs, ...(by.everyone ? ["--everyone-takes-part"] : [])];
  }

  function take(files) {
    [given, known] = [files, { sheets: [], stairwells: [] }];
    for (const key of Object.keys(by)) delete by[key];
    return read();
  }

  // What of the roster is to be taken, where it does not say so itself.
  function byHand(open) {
    if (!given) return null;
    const select = (key, values) => {
      const one = h("select", { onchange: () => { by[key] = one.value; read(true); } },
        h("option", { value: "" }, "请选"), values.map((value) => h("option", { value }, value)));
      one.value = by[key] || "";
      return one;
    };
    const input = (key, size) => h("input", { size, value: by[key] || "", oninput: (event) => { by[key] = event.target.value; } });
    const everyone = h("input", { type: "checkbox", checked: by.everyone, onchange: () => { by.everyone = everyone.checked; } });
    return h("details", { open }, h("summary", {}, "读得不对？自己指定，再读一遍"), h("div", { class: "fields top" },
      known.stairwells.length > 0 && field("单元", select("entrance", known.stairwells)),
      known.sheets.length > 0 && field("工作表", select("sheet", known.sheets)),
      field("哪一栏当作什么", input("columns", "24"), "如 面积=套内面积,楼层=层数；右边写栏名，或栏的字母"),
      field("只取哪几行", input("rows", "8"), "如 3-40，行号和 Excel 左边的一样")),
      h("label", { class: "tick" }, everyone, " 全体都参与（名册没有“参与”一栏时）"), busyButton("再读一遍", () => read(true)));
  }

  const area = h("textarea", { rows: "4", cols: "40" });
  const paste = () => {
    if (!area.value.trim()) throw new Error("请先在上面的框里粘贴名册，连栏名一起");
    return take({ [PASTED]: new TextEncoder().encode(area.value) });
  };
  const draw = () => show(told, state.read && shown(state.read), byHand(false));
  const clear = () => { [given, state.read, unread] = [null, null, false]; show(told); };

  draw();
  const body = h("div", {}, dropZone("把住户名册（Excel 或 CSV）拖到这里", ".xlsx,.xlsm,.csv,.txt,.tsv", false, take),
    h("p", { class: "hint" }, "要有 房号、楼层、建筑面积、参与 四栏，叫法不同也认得；可以有 业主、个别系数、定额 等。"),
    h("details", {}, h("summary", {}, "或者从表格里复制，粘贴在这里"), field("名册，连栏名一起粘贴", area), busyButton("读粘贴的名册", paste, "")), told);
  return { body, clear, lacks };
}

// What is kept of the record of a roster.
function reportOf(name, record) {
  const { source, heading_rows, columns, columns_left_alone, rows_left_out, remarks, households, taking_part, area_m2, stairwell } = record;
  return { name, source, heading_rows, columns, columns_left_alone, rows_left_out, remarks, households, taking_part, area_m2, stairwell };
}

function shown(read) {
  const left = read.columns_left_alone, out = read.rows_left_out;
  const where = read.stairwell && `（${read.stairwell} 单元）`, most = out.slice(0, 6).map((one) => `第 ${one.row} 行（${one.why}）`);
  return [
    h("p", { class: "good" }, `“${read.name}”读成 ${read.households} 户${where}，参与 ${read.taking_part} 户，`,
      `面积合计 ${read.area_m2.toFixed(2)} ㎡。请在下面的表里核对。`),
    read.remarks.map((one) => h("p", { class: "note" }, `请看一看：${one}`)),
    out.length > 0 && h("p", { class: "hint" }, `有 ${out.length} 行没有当作住户：${most.join("、")}${out.length > 6 ? " 等" : ""}`),
    h("details", {}, h("summary", {}, "名册是怎么读的：哪张表、哪一栏当作什么、哪些没有用"),
      h("p", {}, `${read.source}，栏名在第 ${read.heading_rows} 行。`),
      table(["当作", "名册里的栏名", "在哪一栏", "单位"], read.columns.map((one) => [one.column, one.heading, one.at, one.unit || "—"])),
      left.length > 0 && h("p", {}, `没有用的栏：${left.join("、")}`),
      out.length > 0 && table(["没有列入的行", "为什么", "那一行写的"], out.map((one) => [`第 ${one.row} 行`, one.why, one.text]))),
  ];
}
