// 补贴: none, an amount, or by the rule of the city, and what that needs.
import { h, show } from "../common/dom.mjs";
import { choice, day, money, radios, tick, words } from "../common/form.mjs";

export function grant(of, changed, takes) {
  const rule = takes.subsidy, more = h("div", {}), ways = [["none", "没有补贴，或者还不知道"], ["own", "有，金额我自己写"]];
  if (rule) ways.push(["rule", "按这个城市的规定算"]);
  if (!of.choice || (of.choice === "rule" && !rule)) of.choice = rule && takes.by_rule ? "rule" : "none";

  const picked = () => {
    changed();
    show(more, of.choice === "own" && money("补贴金额（元）", of, "amount", changed), of.choice === "rule" && needs(rule, of, changed),
      of.choice !== "none" && arrival(of, changed, takes));
  };
  const set = radios("补贴", "grant", of, "choice", ways, picked);
  set.append(...(takes.granted ? [h("p", { class: "hint" }, takes.granted)] : []), more);
  picked();
  return set;
}

function needs(rule, of, changed) {
  return h("div", {}, h("p", { class: "hint" }, `规定：${rule.told}。算出多少，下一步看得到。`),
    rule.level && words("电梯最高停在几层", of, "level", changed, { size: "4", hint: "不填就是顶层；停在两层之间的写 6.5" }),
    rule.reserved_shaft && tick("楼里本来就预留了电梯井道", of, "reserved_shaft", changed),
    rule.other_grant && tick("已经拿了别的补贴（规定说不能两样都拿）", of, "other_grant", changed));
}

function arrival(of, changed, takes) {
  const same = (all) => all.map((one) => [one, one]);
  return h("details", {}, h("summary", {}, "补贴到账没有，到账前怎么收"),
    choice("到账没有", of, "arrival", same(takes.arrival), changed), choice("到账前怎么向各户收", of, "billing", same(takes.billing), changed),
    h("div", { class: "fields" }, day("预计哪天到账", of, "expected_on", changed), day("哪天到的账", of, "received_on", changed)));
}
