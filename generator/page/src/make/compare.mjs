// Up to three other schemes beside this one: the same households, costs and subsidy.
import { h, show, download, field, table } from "../common/dom.mjs";
import { busyButton, telling } from "../common/busy.mjs";
import { press } from "../common/form.mjs";
import { ask, asked, inWords } from "./asked.mjs";
import { fileName } from "./names.mjs";

const MOST = 3;

export function comparison(desk, state) {
  const place = h("div", { "aria-live": "polite" }), details = h("details", { ontoggle: open }, h("summary", {}, "和别的办法比一比"), place);
  let opened = false;

  async function open() {
    if (opened || !details.open) return;
    opened = true;
    try {
      const found = await telling(place, "正在按别的办法各算一遍", () => ask(desk, state, "beside"));
      show(place, choosing(desk, state, found));
    } catch (error) {
      opened = false;
      show(place, h("p", { class: "bad" }, error.message));
    }
  }
  return details;
}

function choosing(desk, state, found) {
  const chosen = [], side = h("div", {}), told = h("p", { role: "status" });
  const [fit, unfit] = [found.others.filter((one) => !one.why), found.others.filter((one) => one.why)];
  const select = h("select", {}, group("可以比的", fit), group("这栋楼用不上的", unfit, "（用不上）"));
  const add = h("button", { type: "button", onclick: take }, "加到旁边");

  function take() {
    const one = found.others.find(({ id }) => id === select.value);
    if (chosen.includes(one)) return show(told, `“${one.name}”已经在旁边了`);
    if (one.why) return show(told, h("span", { class: "bad" }, `“${one.name}”用不上：${inWords(one.why, state)}`));
    if (chosen.length === MOST) return show(told, `最多再比 ${MOST} 个，请先去掉一个`);
    chosen.push(one);
    draw();
  }
  function without(one) {
    chosen.splice(chosen.indexOf(one), 1);
    draw();
    select.focus();
  }
  function draw() {
    show(told);
    show(side, chosen.length > 0 && [beside(state, found, chosen),
      h("p", {}, chosen.map((one) => press(`去掉“${one.name}”`, () => without(one), { class: "plain" }))),
      busyButton("下载比较簿（开会用）", () => book(desk, state, chosen), "")]);
  }
  return [h("div", { class: "fields" }, field("再比一个办法", select), add), told, side];
}

const group = (label, schemes, mark = "") =>
  h("optgroup", { label }, schemes.map((one) => h("option", { value: one.id }, `${one.name}${mark}`)));

function beside(state, found, chosen) {
  const heads = ["房号", `${state.scheme.name}（元）`, ...chosen.flatMap((one) => [`${one.name}（元）`, "多付、少付"])];
  const rows = found.rooms.map((room, at) => [room, found.dues[at], ...chosen.flatMap((one) => [one.dues[at], one.more[at]])]);
  rows.push({ total: true, cells: ["合计", found.total, ...chosen.flatMap((one) => [one.total, one.more_total])] });
  return table(heads, rows, heads.map((_, at) => at).slice(1), "并排比较：同样的住户、费用和补贴");
}

// The command compare takes the schemes one after another, and no --share.
async function book(desk, state, chosen) {
  const [words, files] = asked(state), name = fileName(state, "比较");
  const [first, ...rest] = words.filter((word) => word !== "--share");
  try {
    const { data, said } = await desk.made(["compare", first, ...chosen.map((one) => one.id), ...rest], files, name);
    download(name, data);
    return h("p", { class: "good" }, inWords(said, state));
  } catch (error) {
    throw new Error(inWords(error.message, state));
  }
}
