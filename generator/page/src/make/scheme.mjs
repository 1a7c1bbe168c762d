// 城市与办法: a city, what there is, and how the rule reads.
import { h, show, field } from "../common/dom.mjs";

const SHARES = new Set(["share", "lease"]);
const NAMES = { share: "分摊", lease: "租赁", subsidy: "补贴", compensation: "低层补偿", consent: "表决", fund: "公积金", upkeep: "运维", rides: "刷卡" };

export function chooseScheme(desk, state, changed) {
  const place = h("div", { class: "cards" }), said = h("div", {}), names = h("datalist", { id: "schemes" });
  const cities = h("select", { onchange: () => offer(cities.value) });
  let every = [];

  function offer(city) {
    const here = every.filter((one) => one.city === city), own = here.filter(shares);
    const subsidies = here.filter((one) => !shares(one) && one.parts.includes("subsidy"));
    const offered = own.map((one) => [one, [one.id]]);
    // A city that only grants money is joined with a general way of sharing.
    for (const one of subsidies)
      for (const way of every.filter((other) => shares(other) && other.city === "通用" && other.family === "出资"))
        offered.push([{ ...way, name: `${way.name}，补贴按${one.name}`, document: one.document, status: one.status }, ["--share", way.id, "--subsidy-of", one.id]]);
    show(place, offered.map(([one, words]) => card(one, words)));
    if (!offered.length) show(place, h("p", { class: "hint" }, "这个城市只录入了别的规定（如公积金、表决），分摊办法请选“通用”。"));
  }

  function card(one, words) {
    const chosen = state.scheme && state.scheme.words.join() === words.join();
    const radio = h("input", { type: "radio", name: "scheme", checked: chosen, onchange: () => { state.scheme = { name: one.name, words }; changed(); tell(one); } });
    if (chosen) tell(one);
    return h("label", { class: "card" }, radio, ` ${one.name}`, h("small", {}, one.summary || ""), h("small", {}, `${one.document.title}（${one.status}）`));
  }

  function tell(one) {
    const about = one.document, times = (one.versions.at(-1) || {}).times || {};
    const out = Object.entries(times).map(([part, time]) => `${NAMES[part] || part}：${time.in_force || "…"} 至 ${time.expires || "…"}`);
    show(said, h("p", { class: "note" }, `选了：${one.name}。依据 ${about.title}，${about.issuer} ${about.number} ${about.date}；状态：${one.status}。${out.join("；")}`));
  }

  desk.json(["schemes"]).then(({ record }) => {
    every = record;
    const known = [...new Set(record.filter((one) => shares(one) || one.parts.includes("subsidy")).map((one) => one.city))];
    show(cities, known.map((city) => h("option", { value: city }, city)));
    show(names, record.filter(shares).map((one) => h("option", { value: one.name })));
    cities.value = state.city && known.includes(state.city) ? state.city : known[0];
    cities.addEventListener("change", () => { state.city = cities.value; changed(); });
    if (!state.scheme) state.scheme = null;
    offer(cities.value);
  });
  return h("div", {}, field("城市", cities, "没有自己城市的，选“通用”，办法由业主商量"), place, said, names);
}

const shares = (one) => one.parts.some((part) => SHARES.has(part));
