// 城市与办法: a city, what there is for such a building, and how each rule reads.
import { h, show, field } from "../common/dom.mjs";
import { blankBooks } from "./blank.mjs";
import { alsoOf, cardOf } from "./card.mjs";
import { combination, combined } from "./combine.mjs";
import { grants, grantsItself } from "./grants.mjs";

const ANY = "不限";

export function chooseScheme(desk, state, changed) {
  const place = h("div", {}, h("p", {}, "正在列出城市……")), said = h("p", { role: "status", "aria-live": "polite" });
  const granted = h("div", {}), own = h("div", {}), blank = h("div", {});
  const cities = h("select", { onchange: moved });
  let known, names, offer;

  async function begin() {
    try {
      known = (await desk.json(["cities"])).record;
      names = Object.fromEntries(Object.values(known.parts).flat().map((one) => [one.id, one.name]));
      show(cities, grouped(known.cities));
      if (!known.cities.some((one) => one.name === state.city)) state.city = known.cities[0].name;
      cities.value = state.city;
      if (!names[state.pick.way]) state.pick = nothing();
      await offered();
    } catch (error) {
      show(place, h("p", { class: "bad" }, error.message));
    }
  }

  function moved() {
    Object.assign(state, { city: cities.value, fitting: {}, pick: nothing() });
    offered();
  }

  async function offered() {
    const asked = [state.city, state.fitting.storeys || "", state.fitting.entry || ""];
    const found = (await desk.json(["city", ...asked])).record;
    if (asked[0] !== state.city) return; // another was chosen meanwhile
    offer = found;
    const way = state.pick.way ? null : offer.ways[0];
    if (way && offer.ways.length === 1) take(way);
    settle();
    draw();
  }

  // A way of sharing; where it says nothing of a subsidy, the only one of the city goes with it.
  function take(way) {
    state.pick.way = way.id;
    if (way.storeys && !state.roster.length) state.storeys = way.storeys;
    if (grantsItself(way)) state.pick.parts.subsidy = "";
    else if (offer.subsidies.length === 1) state.pick.parts.subsidy = offer.subsidies[0].id;
  }

  function settle() {
    const { way, parts } = state.pick;
    const before = state.scheme?.words.join();
    state.scheme = way ? combined(way, parts, names, known.part_names) : null;
    if (before && before !== state.scheme?.words.join()) withoutRule(state.grant);
    said.textContent = way ? `选了：${state.scheme.name}` : "请在下面选一个办法";
    for (const one of place.querySelectorAll("input[name=way]")) one.checked = one.value === way;
    show(blank, state.scheme && blankBooks(desk, state, false));
    changed();
  }

  function beside() {
    const way = offer.ways.find((one) => one.id === state.pick.way);
    show(granted, way && grants(offer.subsidies, way, state.pick.parts, () => { settle(); show(own, fold()); }));
    show(own, fold());
  }

  const fold = () => combination(desk, known, state.pick, settle);

  function card(way, open) {
    const choose = () => { take(way); settle(); beside(); };
    const radio = h("input", { type: "radio", name: "way", value: way.id, checked: way.id === state.pick.way, onchange: choose });
    return cardOf(way, radio, open);
  }

  function draw() {
    const also = offer.also.flatMap((one) => one.also.map((part) => ({ ...part, what: `${one.name}的${part.what}` })));
    show(place, narrowing(), offer.said && h("p", { class: "note" }, offer.said),
      h("fieldset", {}, h("legend", {}, "分摊的办法"), said,
        h("div", { class: "cards" }, offer.ways.map((way) => card(way, offer.ways.length < 3)))),
      granted, alsoOf(also), own, blank);
    beside();
  }

  // Rules that are made for buildings of a height and a way of entry are found by these.
  function narrowing() {
    if (offer.storeys.length < 2 && offer.entries.length < 2) return null;
    const select = (key, values, word) => {
      const one = h("select", { onchange: () => { state.fitting[key] = one.value; offered(); } },
        h("option", { value: "" }, ANY), values.map((value) => h("option", { value }, word(value))));
      one.value = state.fitting[key] || "";
      return one;
    };
    return h("div", { class: "row" }, field("楼有几层", select("storeys", offer.storeys, (value) => `${value} 层`)),
      offer.entries.length > 1 && field("电梯怎么入户", select("entry", offer.entries, (value) => value),
        "平层：停在各层门口；半层、错层：停在两层之间，还要走半层楼梯"));
  }

  begin();
  return h("div", {}, field("城市", cities, "没有自己城市的，选“通用”，办法由业主商量"), place);
}

// Whether another scheme grants anything by a rule is asked anew; an amount of one's own stays.
function withoutRule(grant) {
  for (const key of ["level", "reserved_shaft", "other_grant"]) delete grant[key];
  if (grant.choice !== "own") delete grant.choice;
}

const nothing = () => ({ way: "", parts: {} });

function grouped(cities) {
  const groups = [...new Set(cities.map((one) => one.group))];
  return groups.map((group) => h("optgroup", { label: group },
    cities.filter((one) => one.group === group).map((one) => h("option", { value: one.name }, one.name))));
}
