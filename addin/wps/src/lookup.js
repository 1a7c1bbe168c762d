/** Find a scheme and what it says; #N/A where there is none or it says nothing. */
import { label, one } from "./blocks.js";
import { NA, NUM, Refusal } from "./refusal.js";
import { SCHEMES } from "./schemes.js";
import { general } from "./shown.js";
import { nearestName } from "./similar.js";
import { paysFixed } from "./weighing.js";
import { fold, text } from "./words.js";

const WHOLE_PERCENT = 1000000n;
/** How many schemes a message names. */
const FEW = 4;

/** What the parts of a scheme are called. */
export const PARTS = {
  分摊: "share",
  补贴: "subsidy",
  补偿: "compensation",
  表决: "consent",
  公积金: "fund",
  运维: "upkeep",
  租赁: "lease",
  刷卡: "rides",
};

/** A scheme by its id or Chinese name; the refusal names some that state `word`. */
export function schemeOf(cells, word = "", name = "scheme") {
  const typed = text(one(cells, name), label(name), "请填方案的编号或中文名，如 南京");
  const [wanted, day] = fold(typed.replace("＠", "@").trim()).split(/@([^]*)/);
  const found = SCHEMES.find(({ id, name: own, formerly }) =>
    [id, own, ...formerly].some((one) => wanted === fold(one)),
  );
  if (found) return day === undefined ? dated(found, today()) : at(found, typed, day, name);
  const names = [].concat(...having(word).map((scheme) => [scheme.id, scheme.name]));
  const near = nearestName(fold(typed.trim()), names);
  const hint = near === null ? "" : `是不是想用「${near}」？`;
  const todo = `${hint}${some(typed, word)}`;
  throw new Refusal(NA, `没有「${brief(typed)}」这个方案`, { where: label(name), todo });
}

/** A text as a message may repeat it. */
const brief = (text) =>
  [...text].length > 40 ? `${[...text].slice(0, 40).join("")}…` : text;

/** Today's date, yyyy-mm-dd. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A scheme as it stands on a day: of its versions the last one in force, else the first. */
function dated(scheme, day) {
  const begun = scheme.versions.filter((one) => one.from <= day);
  const chosen = begun.length ? begun[begun.length - 1] : scheme.versions[0];
  return chosen ? { ...scheme, ...chosen } : scheme;
}

/** The version of a scheme that is named by a year or a date. */
function at(scheme, typed, day, name) {
  const last = day.length === 4 ? `${day}-12-31` : day;
  const begun = scheme.versions.length && isDay(last) && scheme.versions[0].from <= last;
  if (begun) return dated(scheme, last);
  const listed = scheme.versions.map((one) => `${scheme.name}@${one.label}`).join("、");
  const todo = listed ? `请写 ${listed}` : `这个方案只有一版，请只写 ${scheme.name}`;
  throw new Refusal(NA, `没有「${brief(typed)}」这个方案`, { where: label(name), todo });
}

/** Whether a text is a day of the calendar, yyyy-mm-dd. */
function isDay(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || match[1] === "0000") return false;
  const day = new Date(Date.UTC(+match[1], +match[2] - 1, +match[3]));
  return day.getUTCMonth() === +match[2] - 1 && day.getUTCDate() === +match[3];
}

/** A part of a scheme; the refusal names some schemes that state it. */
export function partOf(scheme, word, name = "scheme") {
  const part = scheme[PARTS[word]];
  if (part) return part;
  const todo = `请换一个方案，${some(scheme.city, word)}`;
  throw new Refusal(NA, `方案「${scheme.name}」没有${word}的规定`, { where: label(name), todo });
}

/** The schemes that state something; all of them where nothing is asked for. */
const having = (word) => SCHEMES.filter((scheme) => !word || scheme[PARTS[word]]);

/** A few schemes that have what is asked for: of that city first, those without numbers last. */
function some(near, word) {
  const rank = (scheme) => {
    const part = word ? scheme[PARTS[word]] : scheme;
    const bare = (part.status || scheme.status) === "待填" || part.computable === false;
    return (bare ? 2 : 0) + (near.includes(scheme.city) ? 0 : 1);
  };
  const sorted = having(word).sort((one, two) => rank(one) - rank(two));
  const names = sorted.slice(0, FEW).map((scheme) => scheme.name);
  const about = word ? `有${word}规定的方案如` : "方案如";
  return `${about} ${names.join("、")}；全部方案见手册“加载项函数”`;
}

/** The rule of a provident fund, by city, name or id of its scheme. */
export function fundOf(cells) {
  const wanted = fold(text(one(cells, "city"), label("city"), "请填城市名，如 南京"));
  const having = SCHEMES.filter((scheme) => scheme.fund);
  const [place, ...days] = wanted.split(/(@[^]*)/);
  const found = having.find((scheme) =>
    [scheme.city, scheme.id, fold(scheme.name)].includes(place),
  );
  if (found) return schemeOf([[found.name + days.join("")]], "公积金", "city").fund;
  const todo = `已有的城市：${having.map((scheme) => scheme.city).join("、")}`;
  throw new Refusal(NA, `没有「${wanted}」的公积金规定`, { where: label("city"), todo });
}

/** Weight of a storey in 1/10,000 as {value, low, high}; null where the source has none. */
export function weightAt(rule, storey) {
  const listed = rule.weights[storey - 1];
  if (listed) return listed;
  const { onward } = rule;
  if (!onward || storey < 1 || (!alike(rule) && (storey % 1 || storey < onward.storey))) return null;
  const last = rule.weights[rule.weights.length - 1];
  const steps = BigInt(Math.trunc(storey - rule.weights.length));
  return { value: last.value + steps * onward.step, low: null, high: null };
}

/** Whether all storeys weigh the same: only then has a half storey a weight. */
const alike = ({ weights, onward }) =>
  onward.step === 0n && weights.every(({ value }) => value === weights[0].value);

/** Weight of a storey in 1/10,000; what lies below storey 1 has none: 0. */
export function weightOf(scheme, storey) {
  if (storey < 1) return 0n;
  const found = weightAt(scheme.share, storey);
  if (found) return found.value;
  const half = storey % 1;
  const what = `方案「${scheme.name}」没有第 ${storey} 层的系数${half ? "" : "（待填）"}`;
  const byOwners = `半层的系数由业主约定，ELEVSHARE 里填在${label("own_weights")}`;
  const todo = half ? byOwners : "请核对楼层，或换一个方案";
  throw new Refusal(NA, what, { where: label("scheme"), todo });
}

/**
 * Weights of the storeys of flats, a Map; percentages must sum to 100 up to the highest storey.
 * A storey on which every flat has terms of its own needs none.
 */
export function weightsOf(scheme, flats) {
  const ruled = flats.filter((flat) => flat.own === null && !paysFixed(flat));
  const sorted = [...new Set(ruled.map((flat) => flat.storey))].sort((a, b) => a - b);
  const weights = new Map(sorted.map((storey) => [storey, weightOf(scheme, storey)]));
  const top = Math.trunc(flats.reduce((most, flat) => Math.max(most, flat.storey), 0));
  if (scheme.share.percent && sorted.length && top >= 1) checkPercent(scheme, top);
  return weights;
}

/** Refuse percentages that do not make 100 up to a storey. */
function checkPercent(scheme, top) {
  let total = 0n;
  for (let storey = 1; storey <= top; storey += 1) total += weightOf(scheme, storey);
  if (total === WHOLE_PERCENT) return;
  const made = scheme.share.storeys ? `，该方案用于 ${scheme.share.storeys} 层的楼` : "";
  const percent = general(Number(total) / 10000, 6);
  const what = `方案「${scheme.name}」1 到 ${top} 层的百分比合计 ${percent}%，不是 100%`;
  throw new Refusal(NUM, what, { where: label("scheme"), todo: `请核对楼层${made}` });
}

/** How a scheme shares, and who carries a gap. */
export const methodOf = ({ form, within }, optOut = "all", carriers = new Set()) => ({
  floors: form === "floors_first",
  byArea: within === "area",
  optOut,
  carriers,
});
