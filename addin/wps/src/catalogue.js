/** Every function by its name; ask one for its answer, or for why it has none. */
import { block, label, one, refuseErrors } from "./blocks.js";
import { elevcomp, elevnet, subsidy } from "./grants.js";
import { elevfund, elevinstalment, elevlate, elevlease, rmbupper } from "./paying.js";
import { NA, Refusal, VALUE } from "./refusal.js";
import { elevcoef, elevrange, elevshare, elevupkeep } from "./sharing.js";
import { elevsource } from "./telling.js";
import { PARAMETERS } from "./texts.js";
import { elevvote } from "./voting.js";
import { text } from "./words.js";

const WORKS = {
  ELEVSHARE: elevshare,
  ELEVCOEF: elevcoef,
  ELEVRANGE: elevrange,
  SUBSIDY: subsidy,
  ELEVNET: elevnet,
  ELEVCOMP: elevcomp,
  ELEVLEASE: elevlease,
  ELEVFUND: elevfund,
  ELEVINSTALMENT: elevinstalment,
  ELEVUPKEEP: elevupkeep,
  ELEVLATE: elevlate,
  ELEVVOTE: elevvote,
  RMBUPPER: rmbupper,
  ELEVSOURCE: elevsource,
  ELEVCHECK: elevcheck,
};

/** 正确, or in Chinese why a function fails with these arguments. */
function elevcheck(name, ...given) {
  const wanted = text(one(name, "name"), label("name"), "请填函数名，如 ELEVSHARE").toUpperCase();
  const known = Object.keys(WORKS).filter((key) => key !== "ELEVCHECK");
  if (!known.includes(wanted)) {
    const more = { where: label("name"), todo: `请填 ${known.join("、")} 之一` };
    throw new Refusal(NA, `没有「${wanted}」这个函数`, more);
  }
  return why(wanted, given) || "正确";
}

/** The answer of a function; a Refusal is thrown where it has none. */
function run(name, given) {
  const names = PARAMETERS[name];
  const blocks = given.map(block);
  while (blocks.length < names.length) blocks.push(null);
  if (blocks.slice(names.length).some((extra) => extra !== null)) {
    throw new Refusal(VALUE, `${name} 只有 ${names.length} 个参数`, { todo: "请删去多余的参数" });
  }
  if (name !== "ELEVCHECK") refuseErrors(names, blocks);
  return WORKS[name](...blocks.slice(0, names.length));
}

/**
 * The answer of a function as a cell gets it: an error is the text of its name.
 * @param {string} name a function, in capitals
 * @param {Array} given its arguments as they come; null where one is left out
 */
export function answer(name, given) {
  try {
    return run(name, given);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The answer of a function for WPS: what is empty is an empty text, or WPS might show a 0. */
export function called(name, given) {
  const found = answer(name, given);
  const filled = (cell) => (cell === null ? "" : cell);
  return Array.isArray(found) ? found.map((row) => row.map(filled)) : found;
}

/** Why a function fails with these arguments, in Chinese; empty where it does not. */
export function why(name, given) {
  try {
    run(name, given);
    return "";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
