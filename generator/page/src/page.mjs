// The page: what can be done, each on a road of its own.
import { h, show } from "./common/dom.mjs";
import { keep } from "./common/keep.mjs";
import { Desk } from "./common/desk.mjs";
import { makeRoad } from "./make/road.mjs";
import { checkRoad } from "./returned/check.mjs";
import { carryRoad } from "./returned/carry.mjs";
import { paymentsRoad } from "./returned/payments.mjs";
import { billsRoad } from "./bills/bills.mjs";
import { about } from "./about.mjs";

const ROADS = [
  ["做一本簿子", makeRoad],
  ["核对收回来的簿子", checkRoad],
  ["换成新的一本", carryRoad],
  ["银行流水记入台账", paymentsRoad],
  ["打印账单", billsRoad],
];

const place = (id) => document.getElementById(id);
const state = place("state"), opening = place("opening"), main = place("main"), roads = place("roads");

function said(words, done, of, bad = false) {
  state.classList.toggle("bad", bad);
  state.textContent = of ? `${words}……（${done}／${of}）` : words;
  opening.hidden = !of;
  if (of) [opening.max, opening.value] = [of, done];
}

// Roads keep what was filled in while another is looked at.
function go(at, made) {
  [...roads.children].forEach((one, other) => one.setAttribute("aria-current", other === at ? "page" : "false"));
  show(main, made[at] || (made[at] = ROADS[at][1](desk)));
}

const desk = new Desk(said);

async function open() {
  if (window.lacking.length) return;
  try {
    await desk.open();
  } catch (error) {
    state.className = "bad";
    state.textContent = `打不开：${error.message}。请换 Edge 或 Chrome 再试，或直接下载空白簿子来填。`;
    opening.hidden = true;
    return;
  }
  begin();
}

// All roads at their beginnings.
function begin() {
  said(keep("open", true) ? "可以用了。填过的内容存在这个浏览器里，关掉再开还在。" : "可以用了。这个浏览器不让保存，填的内容请存成文件。");
  const made = [];
  show(roads, ROADS.map(([words], at) => h("button", { type: "button", onclick: () => go(at, made) }, words)));
  roads.hidden = false;
  go(0, made);
}

place("about").addEventListener("click", () => {
  [...roads.children].forEach((one) => one.setAttribute("aria-current", "false"));
  about(main, desk);
});
// A file that misses the frame would be opened by the browser in place of the page.
for (const kind of ["dragover", "drop"])
  window.addEventListener(kind, (event) => {
    event.preventDefault();
    if (kind === "drop") said("没有接住：请把文件拖到虚线框里");
  });
window.elevshare = Object.assign(desk, { begin }); // for tests
open();
