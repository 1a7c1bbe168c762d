// Names of files that may stand on any computer.

const fit = (word) => word.replace(/[\\/:*?"<>|\s]+/g, " ").trim();

// 小区-楼栋-单元-方案, as far as they are known.
export function fileName(state, more = "", ending = "xlsx") {
  const { estate, building, entrance } = state.papers;
  const known = [estate, building, entrance].map((word) => fit(word || "")).filter(Boolean);
  return `${[...(known.length ? known : ["加梯分摊"]), fit(state.scheme.name), more].filter(Boolean).join("-")}.${ending}`;
}
