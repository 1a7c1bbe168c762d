// What a command is asked for: the words of a scheme, and the building as a project file.
import { MONEY } from "./money.mjs";
import { placeOf } from "./toml.mjs";
import { projectText } from "./project.mjs";

const NAME = "项目.toml";
const STEP = "第 3 步";
// What the program says to those who type commands, in the words of the page.
const SAYINGS = [
  [/；要计入请加 --subsidy auto/g, `；要计入，请回到${STEP}选“按规定算”`],
  [/，如 --subsidy \S+?(?=。|$)/g, ""],
  [/请用 --coefficients 给出/g, `请在${STEP}的“各层系数”里填`],
  [/或用 --coefficients 给出系数/g, `或在${STEP}的“各层系数”里填`],
  [/请在项目文件 \[lease\] 的 fees 或簿子的“自定”一栏给出/g, "请在簿子“参数”的“自定”一栏填"],
  [/，或只按一个方案算：elevshare make/g, ""],
  [/从名册和选项里去掉/g, "从住户里去掉"],
  [/，或写在项目文件里/g, ""],
  [/项目文件( \[\w+\] 的 \w+)?里?/g, STEP],
  [/（(all|floor)）/g, ""],
  [/--households/g, "留几户的行"],
];

export function asked(state, more = {}) {
  return [[...state.scheme.words, "--project", NAME], { [NAME]: new TextEncoder().encode(projectText(state, more)) }];
}

// A message of the program as one about the page.
export function inWords(said, state, more = {}) {
  const here = (_, line) => `${placeOf(projectText(state, more), Number(line)) || "填的内容"}：`;
  const placed = said.replace(/项目\.toml 第 (\d+) 行：(?:「[a-z_.]+」)?/g, here);
  return SAYINGS.reduce((words, [typed, plain]) => words.replace(typed, plain), placed);
}

// Asks, with an error told in the words of the page.
export async function ask(desk, state, command, how = {}) {
  const [words, files] = asked(state, how.more);
  try {
    return (await desk.json([command, ...words], files, how)).record;
  } catch (error) {
    throw new Error(inWords(error.message, state, how.more));
  }
}

// What the scheme takes: with all that was filled in, else with the building alone, else without it; and what of it
// could not be read. Without a choice no subsidy is asked for, since not every scheme can compute its own.
export async function offered(desk, state) {
  const home = asked({ ...state, ...MONEY });
  let error = "";
  for (const [words, files] of [asked(state), home]) {
    try {
      return { ...(await desk.json(["offered", ...words], files)).record, error };
    } catch (failure) {
      error ||= inWords(failure.message, state);
    }
  }
  const { record } = await desk.json(["offered", ...state.scheme.words, "--subsidy", "0"]);
  return { ...record, error, storeys: await storeysOf(desk, home) };
}

// Of a building whose storeys the scheme does not weigh.
async function storeysOf(desk, [words, files]) {
  try {
    return (await desk.json(["storeys", ...words], files)).record;
  } catch {
    return [];
  }
}
