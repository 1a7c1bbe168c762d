// What became of every row of a statement, kind by kind.
import { h, table, yuan } from "../common/dom.mjs";
import { inPage } from "../common/words.mjs";
import { draft, unsealed } from "./carried.mjs";

// What a kind is called, its sign, its colour, and what it means.
const KINDS = {
  certain: { words: "记入台账", sign: "✔", kind: "good", means: "写明了房号，或付款人是业主、金额正是该缴的。" },
  doubtful: { words: "待核对", sign: "！", kind: "note", means: "说不准是哪一户，没有记入。" },
  entered: { words: "台账里已有", sign: "✔", kind: "good", means: "以前记过的，不再记一次。" },
  foreign: { words: "与本簿无关", sign: "", kind: "hint", means: "别的单元的，或与加装电梯无关的。" },
  failed: { words: "没有到账、已退回或重复", sign: "", kind: "hint", means: "不算收款。" },
  out: { words: "支出和不计收支", sign: "", kind: "hint", means: "不是收款，没有记。" },
};
const OPEN = ["certain", "doubtful"];
const MOST = 8; // households that are named for a doubtful row

export function matches(record) {
  const kinds = Object.keys(KINDS).filter((kind) => record.rows.some((row) => row.kind === kind));
  const sums = kinds.filter((kind) => kind !== "out").map((kind) => `${KINDS[kind].words} ${yuan(record.sums_fen[kind])}`);
  return h("section", {}, h("h4", {}, `${record.bank}（${record.method}）`), kinds.map((kind) => group(kind, record)),
    h("p", {}, `流水收入合计 ${yuan(record.credits_fen)} 元 ＝ ${sums.join(" ＋ ") || "0"}`),
    remarks("流水里没有当作收支的行", record.left_out.map((one) => `第 ${one.row} 行：${one.why}`)),
    remarks("请留意", record.remarks), remarks("原簿里没有地方放、没有带入的", record.lost),
    unsealed(record), draft(record));
}

function group(kind, record) {
  const { words, sign, kind: colour, means } = KINDS[kind], some = record.rows.filter((row) => row.kind === kind);
  const said = `${sign} ${words} ${some.length} 笔，${yuan(record.sums_fen[kind])} 元`;
  return h("details", { open: OPEN.includes(kind) }, h("summary", { class: colour }, said),
    h("p", { class: "hint" }, means),
    h("div", { class: "rows" }, table(["日期", "金额（元）", "房号", "付款人和附言", "为什么", "流水里"],
      some.map((row) => cells(row, record.bank)), [1], words)));
}

function cells(row, bank) {
  const may = row.candidates.slice(0, MOST).map((one) => h("div", {}, `可能是 ${one.room} ${one.owner}，还欠 ${yuan(one.left_fen)} 元`));
  const more = row.candidates.length - MOST, why = [row.reason, may, more > 0 && h("div", {}, `另有 ${more} 户也可能是`)];
  const where = row.where.startsWith(`${bank} `) ? row.where.slice(bank.length + 1) : row.where;
  return [row.day, yuan(row.fen), row.room || "—", [row.payer, row.remark].filter(Boolean).join("；"), why.flat().filter(Boolean), where];
}

const remarks = (what, some) => some.length > 0 &&
  h("details", { open: some.length < 9 }, h("summary", {}, `${what}（${some.length}）`), h("ul", {}, some.map((one) => h("li", {}, inPage(one)))));
