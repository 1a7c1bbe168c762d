// Up to three other schemes beside this one.
import { h, show, field, table, yuan } from "../common/dom.mjs";
import { busyButton } from "../common/busy.mjs";
import { asked } from "./asked.mjs";

const MOST = 3;

export function comparison(desk, state, mine) {
  const place = h("div", {}), input = h("input", { list: "schemes", size: "20", placeholder: "如 通用-按面积" });
  const others = [];

  async function add() {
    const name = input.value.trim();
    if (!name) throw new Error("请先写一个方案的名称");
    if (others.length >= MOST) throw new Error(`最多再比 ${MOST} 个`);
    const [words, files] = asked(state, [name]);
    const { record } = await desk.json(["shares", ...words], files);
    others.push([name, record]);
    input.value = "";
    const heads = ["房号", `${state.scheme.name}（元）`, ...others.map(([one]) => `${one}（元）`)];
    const rows = mine.flats.map((flat, at) => [flat.room, yuan(flat.due_fen), ...others.map(([, one]) => yuan(one.flats[at].due_fen))]);
    show(place, table(heads, rows, [1, 2, 3, 4], "并排比较"));
  }

  return h("div", {}, h("h3", {}, "和别的办法比一比"), field("再比一个方案", input, `写方案的名称，最多 ${MOST} 个`), busyButton("加上这一栏", add, ""), place);
}
