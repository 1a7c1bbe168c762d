/** ELEVSOURCE: which document a rule comes from, and how far it was checked. */
import { label, one } from "./blocks.js";
import { PARTS, partOf, schemeOf } from "./lookup.js";
import { oneOf } from "./words.js";

/** What a scheme says of what was not seen. */
const UNKNOWN = "待填";

/** Document, article and status of a scheme, or of a part of it, in one text. */
export function elevsource(scheme, what) {
  const words = { 方案: "" };
  for (const word of Object.keys(PARTS)) words[word] = word;
  const word = oneOf(one(what, "what"), words, label("what"));
  const found = schemeOf(scheme, word);
  return word ? said(found, partOf(found, word)) : said(found, found.document);
}

/** The document where it is the source, else the source; then article and status. */
function said(scheme, { source, article, status }) {
  const { title, issuer, number, source: own } = scheme.document;
  const seen = scheme.sources[source];
  const places = [article];
  if (source === own) places.unshift(title, issuer, number === "无" ? "" : `文号：${number}`);
  if (!places.includes(seen)) places.push(`见于${seen}`);
  const told = places.filter((text) => text && text !== UNKNOWN).join("；");
  return `${told}；状态：${status || scheme.status}`;
}
