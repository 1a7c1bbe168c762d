// 费用与补贴 as sections of the project file.
import { list, section, text, yes } from "./toml.mjs";

// What step 3 fills in.
export const MONEY = {
  costs: [{ item: "电梯设备和安装", amount: "" }], grant: {}, share: {}, weights: {}, payouts: {}, others: [], notice: {}, loan: {}, lease: {}, papers: {},
};
export const RULE = "按规则计算";
const GRANT = { none: "不计补贴", own: "手工填写", rule: RULE };
export const PAPERS = {
  estate: "小区", building: "楼栋", entrance: "单元", payee: "收款户名", bank: "开户银行", account: "收款账号", contact: "咨询电话",
  due_date: "截止日期", made_on: "编制日期",
};

const put = (value) => (value ? text(value.trim()) : "");
const puts = (of, names) => Object.entries(names).map(([key, name]) => [key, put(of[key]), name]);

export const projectPairs = (state) => puts(state.papers, PAPERS);

export function moneySections(state) {
  return [
    ...(state.costs || []).flatMap(cost),
    ...(state.costs || []).flatMap(pool),
    ...grant(state.grant),
    ...section("[share]", share(state), "分摊办法"),
    ...section("[compensation]", puts(state.payouts, { way: "低层补偿怎么算", amount: "补偿合计", first: "一层每户补偿", pool: "一层每户交入" }), "低层补偿"),
    ...state.others.filter((one) => one.amount).flatMap((one, at) => section("[[other]]", puts(one, { source: "谁出的", amount: "金额" }), `其他来源 ${at + 1}`)),
    ...section("[notice]", puts(state.notice, { start: "公示开始日期", days: "公示几个工作日", place: "公示地点", contact: "公示联系人" }), "公示"),
    ...section("[loan]", puts(state.loan, { amount: "借款金额", rate: "年利率", months: "分几个月还", first_on: "第一次还款日期" }), "借款"),
    ...section("[lease]", puts(state.lease, { period: "多久收一次", start: "起算日期" }), "租赁收费"),
  ];
}

function cost(one, at) {
  if (!one.amount && !one.item) return [];
  if (!one.amount) return [];
  const name = `费用 ${at + 1}`;
  const own = one.way && (one.ways ? one.item : one.way);
  return section("[[cost]]", [["item", text(one.item), `${name} 的名称`], ["amount", put(one.amount), `${name} 的金额`], ["eligible", one.apart ? "false" : ""], ["pool", put(own)]], name);
}

// A cost that is shared in its own way is a pool of its own name.
function pool(one, at) {
  if (!one.amount || !one.ways) return [];
  const name = `费用 ${at + 1} 的分法`;
  return section("[[pool]]", [["name", text(one.item), name], ["way", text(one.way), name], ["rooms", one.rooms ? list(one.rooms) : "", `${name}：房号`]], name);
}

function grant(one) {
  const mode = one.choice || "none";
  const rule = mode === "rule" ? [["level", put(one.level), "最高停靠层"], ["reserved_shaft", yes(one.reserved_shaft)], ["other_grant", yes(one.other_grant)]] : [];
  const arrival = mode === "none" ? [] : puts(one, { billing: "补贴到账前怎么收", arrival: "补贴到账没有", expected_on: "预计到账日期", received_on: "到账日期" });
  return section("[subsidy]", [["mode", text(GRANT[mode])], ["amount", mode === "own" ? put(one.amount) || text("0") : "", "补贴金额"], ...rule, ...arrival], "补贴");
}

function share({ share: { opt_out, carriers, unit }, weights }) {
  const own = Object.entries(weights).filter(([, value]) => value.trim());
  return [
    ["opt_out", put(opt_out), "不参与的那一份"],
    ["carriers", opt_out === "chosen" ? list(carriers || "") : "", "由哪几层出"],
    ["unit", put(unit), "算到"],
    ["coefficients", own.length ? `{ ${own.map(([storey, value]) => `${text(storey)} = ${text(value.trim())}`).join(", ")} }` : "", "各层系数"],
  ];
}
