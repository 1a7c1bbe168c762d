// 费用与补贴: the usual things in sight, the rest behind a click.
import { h, show } from "../common/dom.mjs";
import { money, tick, words } from "../common/form.mjs";
import { offered } from "./asked.mjs";
import { bill } from "./bill.mjs";
import { further } from "./further.mjs";
import { grant } from "./grant.mjs";

export function costs(desk, state, changed) {
  const body = h("div", {});

  async function refresh() {
    try {
      const takes = await offered(desk, state);
      state.leased = Boolean(takes.lease);
      changed();
      show(body, takes.lease ? h("p", { class: "note" }, "租赁：电梯由公司出钱，各户按收费标准交使用费，不用填费用。") : paying(state, changed, takes),
        h("div", {}, further(state, changed, takes), bill(state, changed)));
    } catch (error) {
      show(body, h("p", { class: "bad", role: "alert" }, error.message));
    }
  }

  return { body, refresh, lacks: () => !state.leased && !state.costs.some((one) => one.amount.trim()) && "请填至少一项费用的金额" };
}

function paying(state, changed, takes) {
  return h("div", { class: "halves" }, items(state, changed, takes), grant(state.grant, changed, takes));
}

function items(state, changed, takes) {
  const place = h("div", {}), set = h("fieldset", {}, h("legend", {}, "费用"), place);

  function row(one, at) {
    const name = `费用 ${at + 1}`;
    return h("div", { class: "fields" },
      words(name, one, "item", changed, { size: "16" }), money("金额（元）", one, "amount", changed, { "aria-label": `${name} 的金额（元）` }),
      takes.subsidy?.eligible && tick("不能算补贴的", one, "apart", changed),
      state.costs.length > 1 && h("button", { type: "button", class: "plain", "aria-label": `去掉 ${name}`, onclick: () => { state.costs.splice(at, 1); changed(); draw(); more.focus(); } }, "去掉"));
  }
  const more = h("button", { type: "button", onclick: () => { state.costs.push({ item: "", amount: "" }); changed(); draw(); place.lastChild.querySelector("input").focus(); } }, "再加一项费用");
  function draw() {
    show(place, state.costs.map(row));
    more.hidden = state.costs.length >= takes.most.costs;
  }
  draw();
  set.append(more, h("p", { class: "hint" }, "可以写 600000，也可以写 60万。加起来多少，下一步看得到。"));
  return set;
}
