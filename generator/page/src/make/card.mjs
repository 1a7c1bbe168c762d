// A scheme on a card: how far it can be trusted, what document it is from, its rule in a sentence and in tables.
import { h, table } from "../common/dom.mjs";

const UNKNOWN = "待填";
const GOOD = "已核实";

// The words that must not be overlooked.
export function badges(card) {
  return [
    h("span", { class: card.status === GOOD ? "badge" : "badge weak" }, `${card.status}：${card.status_said}`),
    card.out.map((said) => h("span", { class: "badge out" }, said)),
    card.lacking && h("span", { class: "badge out" }, card.lacking),
  ];
}

export function documentOf({ title, issuer, number, date, article }) {
  const said = [title, `发布：${issuer}`, `文号：${number}`, `日期：${date}`, article !== UNKNOWN && article];
  return `依据：${said.filter(Boolean).join("，")}`;
}

function partOf(part) {
  const how = [part.status, part.out].filter(Boolean).join("，");
  return [
    h("h4", {}, `${part.what}（${how}）`),
    part.note && h("p", { class: "hint" }, part.note),
    part.tables.map((one) => table(one.heads, one.rows, [], one.caption)),
  ];
}

export const partsOf = (card) => card.parts.map(partOf);

// Of a scheme the parts with these names alone.
export const onlyOf = (card, names) => [...card.parts, ...card.also].filter((part) => names.includes(part.what)).map(partOf);

// What a scheme states besides, behind a fold.
export function alsoOf(parts) {
  if (!parts.length) return null;
  const names = [...new Set(parts.map((part) => part.what))].join("、");
  return h("details", {}, h("summary", {}, `也录入了：${names}`), parts.map(partOf));
}

// A card that can be chosen; the tables are folded in where there are many cards.
export function cardOf(card, radio, open) {
  const lines = [card.summary, documentOf(card.document)];
  return h("div", { class: "card" },
    h("label", { class: "wide" }, radio, h("strong", {}, ` ${card.name}`), card.kind && card.kind !== "出资" && ` （${card.kind}）`),
    h("div", {}, badges(card)), lines.map((line) => h("p", { class: "line" }, line)),
    h("details", { open }, h("summary", {}, "它的表"), partsOf(card)), alsoOf(card.also));
}
