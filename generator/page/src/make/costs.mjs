// 费用与补贴: the usual things in sight, the rest behind a click.
import { h, show } from "../common/dom.mjs";
import { money, press, tick, words } from "../common/form.mjs";
import { offered } from "./asked.mjs";
import { bill } from "./bill.mjs";
import { further } from "./further.mjs";
import { grant } from "./grant.mjs";

export function costs(desk, state, changed) {
  const told = h("div", { "aria-live": "polite" }), body = h("div", {});
  let touches = 0;

  function touched() {
    touches += 1;
    show(told);
    changed();
  }

  async function refresh() {
    const before = touches;
    try {
      const takes = await offered(desk, state), untouched = before === touches;
      state.leased = Boolean(takes.lease);
      changed();
      show(body, told, takes.lease ? h("p", { class: "note" }, "租赁：电梯由公司出钱，各户按收费标准交使用费，不用填费用。") : paying(state, touched, takes),
        h("div", {}, further(state, touched, takes), bill(state, touched)));
      // Of what was typed meanwhile it says nothing.
      show(told, takes.error && untouched && h("p", { class: "bad" }, takes.error));
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
      state.costs.length > 1 && press("去掉", () => without(at), { class: "plain", "aria-label": `去掉 ${name}` }));
  }
  function without(at) {
    state.costs.splice(at, 1);
    changed();
    draw();
    more.focus();
  }
  const more = press("再加一项费用", () => {
    state.costs.push({ item: "", amount: "" });
    changed();
    draw();
    place.lastChild.querySelector("input").focus();
  });
  function draw() {
    show(place, state.costs.map(row));
    more.hidden = state.costs.length >= takes.most.costs;
  }
  draw();
  set.append(more, h("p", { class: "hint" }, "可以写 600000，也可以写 60万。加起来多少，下一步看得到。"));
  return set;
}
