// 自己组合: the way of sharing from one scheme, the subsidy, the compensation and so on from others.
import { h, show, field } from "../common/dom.mjs";
import { badges, documentOf, onlyOf } from "./card.mjs";

export const PARTS = ["subsidy", "compensation", "consent", "fund", "upkeep"];

// The scheme as the words of a command, and as people call it.
export function combined(way, parts, names, partNames) {
  const taken = PARTS.filter((part) => parts[part]);
  return {
    name: [names[way], ...taken.map((part) => `${partNames[part]}按${names[parts[part]]}`)].join("，"),
    words: [way, ...taken.flatMap((part) => [`--${part}-of`, parts[part]])],
  };
}

export function combination(desk, known, pick, changed) {
  const place = h("div", { class: "cards", "aria-live": "polite" });

  function selectOf(part, value, none, choose) {
    const select = h("select", { onchange: () => { choose(select.value); changed(); draw(); } },
      none && h("option", { value: "" }, none),
      known.parts[part].map((one) => h("option", { value: one.id }, `${one.name}（${one.status}）`)));
    select.value = value || "";
    return field(known.part_names[part], select);
  }

  async function draw() {
    const ids = [...new Set(PARTS.map((part) => pick.parts[part]).filter(Boolean))];
    const cards = await Promise.all(ids.map((id) => desk.json(["card", id])));
    const taken = ({ id }) => PARTS.filter((part) => pick.parts[part] === id).map((part) => known.part_names[part]);
    show(place, cards.map(({ record: card }) => h("div", { class: "card" }, h("strong", {}, `${taken(card).join("、")}按${card.name}`),
      h("div", {}, badges(card)), h("p", { class: "line" }, documentOf(card.document)), onlyOf(card, taken(card)))));
  }

  const fold = h("details", { open: PARTS.some((part) => pick.parts[part]) },
    h("summary", {}, "自己组合：分摊、补贴、补偿等各用一个城市的"),
    h("p", { class: "hint" }, "不选的，照上面选的办法自己的规定；它没有的就没有。"),
    selectOf("share", pick.way, "", (id) => { pick.way = id; }),
    PARTS.map((part) => selectOf(part, pick.parts[part], "照办法自己的", (id) => { pick.parts[part] = id; })), place);
  draw();
  return fold;
}
