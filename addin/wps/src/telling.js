/** ELEVSOURCE: which document a rule comes from, and how far it was checked. */
import { label, one } from "./blocks.js";
import { oneOf } from "./cells.js";
import { PARTS, partOf, schemeOf } from "./lookup.js";

/** Document, article and status of a scheme, or of a part of it, in one text. */
export function elevsource(scheme, what) {
  const found = schemeOf(scheme);
  const words = { 方案: "" };
  for (const word of Object.keys(PARTS)) words[word] = word;
  const word = oneOf(one(what, "what"), words, label("what"));
  return word ? said(found, partOf(found, word)) : said(found, found.document);
}

/** The document where it is the source, else the source; then article and status. */
function said(scheme, { source, article, status }) {
  const { title, issuer, number, source: own } = scheme.document;
  const places = source === own ? [issuer, number && `文号：${number}`] : [];
  places.push(article, `见于${scheme.sources[source]}`);
  const head = source === own && title ? `${title}；` : "";
  return `${head}${places.filter((text) => text).join("；")}；状态：${status || scheme.status}`;
}
