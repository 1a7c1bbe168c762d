// A city that grants money, joined with a way of sharing that says nothing of it.
import { h } from "../common/dom.mjs";
import { cardOf } from "./card.mjs";

export const grantsItself = (way) => way.kind === "租赁" || way.parts.some((part) => part.what === "补贴");

export function grants(subsidies, way, parts, changed) {
  if (!subsidies.length || grantsItself(way)) return null;
  const take = (id) => () => { parts.subsidy = id; changed(); };
  const radio = (id) => h("input", { type: "radio", name: "grant", value: id, checked: (parts.subsidy || "") === id, onchange: take(id) });
  return h("fieldset", {}, h("legend", {}, "补贴按哪一条规定"), h("div", { class: "cards" },
    subsidies.map((one) => cardOf(one, radio(one.id), true)),
    h("div", { class: "card" }, h("label", { class: "wide" }, radio(""), " 不按规定算，第 3 步自己填"))));
}
