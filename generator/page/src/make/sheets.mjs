// Which subjects the book has besides the usual ones.
import { h } from "../common/dom.mjs";

const TOPICS = ["资金", "决算", "变更", "后加入", "补偿", "表决", "公积金", "筹资", "还款", "运维", "图表"];

export function sheets(state, changed) {
  const box = (word) => {
    const input = h("input", { type: "checkbox", checked: state.topics.includes(word), onchange: () => { state.topics = TOPICS.filter((one) => (one === word ? input.checked : state.topics.includes(one))); changed(); } });
    return h("label", {}, input, ` ${word}`);
  };
  const half = h("input", { type: "checkbox", checked: state.half, onchange: () => { state.half = half.checked; changed(); } });
  const rows = h("input", { size: "5", inputmode: "numeric", value: state.rows, oninput: () => { state.rows = rows.value; changed(); } });
  return h("div", {}, h("p", {}, "平常的页都有；还要哪些："), h("div", {}, TOPICS.map(box)),
    h("label", {}, half, " 账单一页印两户"), h("label", {}, "留几户的行（不写则照住户数） ", rows));
}
