// What is not needed every time, each thing behind a click of its own.
import { h, show } from "../common/dom.mjs";
import { choice, day, money, press, words } from "../common/form.mjs";

const behind = (title, ...inside) => h("details", {}, h("summary", {}, title), h("div", { class: "fields" }, inside));
const OPT_OUT = [["", "照方案（一般是全体分担）"], ["all", "全体分担"], ["floor", "同层分担"], ["chosen", "指定的楼层分担"]];
const same = (all, first) => [...(first ? [["", first]] : []), ...all.map((one) => [one, one])];

export function further(state, changed, takes) {
  if (takes.lease) return lease(state.lease, changed, takes);
  return h("div", {}, sharing(state, changed, takes), weights(state, changed, takes), apart(state, changed, takes),
    compensation(state.payouts, changed, takes), others(state, changed, takes), notice(state.notice, changed), loan(state.loan, changed));
}

const lease = (of, changed, takes) => behind("多久收一次、从哪天起算",
  choice("多久收一次", of, "period", same(takes.lease.periods, "照方案"), changed), day("从哪天起算", of, "start", changed));

function sharing({ share }, changed, takes) {
  const chosen = h("div", {});
  const draw = () => {
    changed();
    show(chosen, share.opt_out === "chosen" && words("由哪几层出", share, "carriers", changed, { size: "10", hint: "如 5,6,7" }));
  };
  draw();
  return behind("有人不参与怎么办、算到元还是分", choice("不参与的户那一份，由谁出", share, "opt_out", OPT_OUT, draw), chosen,
    choice("每户的金额算到", share, "unit", same(takes.units), changed, "算到元，账单上没有角分"));
}

function weights(state, changed, { storeys, error }) {
  const one = (storey) => words(`${storey} 层`, state.weights, storey, changed, { size: "5", inputmode: "decimal" });
  const fold = behind("各层系数（大家商量过自己的才填，不填照方案）", storeys.length ? storeys.map(one) : h("p", { class: "hint" }, "先在第 2 步填好楼栋和住户"));
  fold.open = error.includes("各层系数");
  return fold;
}

// A cost that is shared in its own way, or goes to one of the scheme's own pools.
function apart(state, changed, takes) {
  const ways = [["", "和别的费用一起分"], ...same(takes.pool_ways), ...same(takes.pools)];
  const row = (one, at) => {
    const rooms = h("div", {});
    const draw = () => {
      one.ways = takes.pool_ways.includes(one.way);
      changed();
      show(rooms, one.way === takes.pool_ways.at(-1) && words("由哪几户出", one, "rooms", changed, { size: "14", hint: "写房号，如 301,302" }));
      if (one.way !== takes.pool_ways.at(-1)) one.rooms = "";
    };
    draw();
    return h("div", { class: "fields" }, choice(`“${one.item || `费用 ${at + 1}`}”怎么分`, one, "way", ways, draw), rooms);
  };
  const place = h("div", {}), title = "有的费用另有分法（如连廊、管线、一户的门洞）";
  return h("details", { ontoggle: () => show(place, state.costs.map(row)) }, h("summary", {}, title), place);
}

function compensation(of, changed, takes) {
  const [total, first, shared] = takes.compensation.ways, more = h("div", {});
  const draw = () => {
    changed();
    const asks = { [total]: ["amount", "补偿合计（元）"], [first]: ["first", "一层每户补偿（元）；二层自动减半"], [shared]: ["pool", "一层每户交入（元）"] }[of.way];
    for (const key of ["amount", "first", "pool"]) if (key !== asks?.[0]) of[key] = "";
    show(more, asks && money(asks[1], of, asks[0], changed));
  };
  draw();
  return behind("给低层住户的补偿", choice("怎么算", of, "way", same(takes.compensation.ways, "没有，或照方案"), draw, "每户谈的不一样的，写在名册的“补偿”一栏"), more);
}

function others(state, changed, takes) {
  const place = h("div", {}), more = press("加一笔", () => { state.others.push({ source: "", amount: "" }); changed(); draw(); });
  const row = (one, at) => h("div", { class: "fields" }, words(`第 ${at + 1} 笔，谁出的`, one, "source", changed, { size: "16" }),
    money("金额（元）", one, "amount", changed, { "aria-label": `第 ${at + 1} 笔的金额（元）` }));
  const draw = () => {
    show(place, state.others.map(row));
    more.hidden = state.others.length >= takes.most.others;
  };
  draw();
  return h("details", {}, h("summary", {}, "别人出的、不用还的钱（原单位、公共维修资金、赞助）"), place, more);
}

const notice = (of, changed) => behind("公示", day("哪天开始公示", of, "start", changed),
  words("公示几个工作日", of, "days", changed, { size: "4", inputmode: "numeric" }),
  words("张贴在哪里", of, "place", changed, { size: "14" }), words("有意见找谁", of, "contact", changed, { size: "14" }));

const loan = (of, changed) => behind("借款、分期还的", money("借款金额（元）", of, "amount", changed),
  words("年利率", of, "rate", changed, { size: "6", hint: "如 3%；免息写 0" }),
  words("分几个月还", of, "months", changed, { size: "4", inputmode: "numeric" }), day("第一次还款日期", of, "first_on", changed));
