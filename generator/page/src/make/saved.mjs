// What was filled in as a file: a project file for the program, whose last line is the page's own for opening it again.
import { projectText } from "./project.mjs";

const MARK = "# 网页：";
const NOT_OURS = "这个文件不是在这个网页里存的，打不开。请选以前用“存成文件”存下来的";

export function savedText(state) {
  const head = `# 加梯分摊：${state.scheme.name}。命令里用：elevshare make ${state.scheme.words.join(" ")} --project 这个文件 -o 簿子.xlsx`;
  return [head, projectText(state, { topics: state.topics, half: state.half }), `${MARK}${JSON.stringify(state)}`, ""].join("\n");
}

export function openedText(text) {
  const line = text.split("\n").find((one) => one.startsWith(MARK));
  try {
    const state = JSON.parse(line.slice(MARK.length));
    if (Array.isArray(state.costs) && Array.isArray(state.roster)) return state;
  } catch {
    // told below
  }
  throw new Error(NOT_OURS);
}
