// A button whose work is told while it lasts, and whose failure is told where it was asked for.
// The work gets a function (done, of) that moves the bar.
import { h, show } from "./dom.mjs";

export function busyButton(words, work, kind = "first") {
  const told = h("p", { role: "status", "aria-live": "polite" });
  const button = h("button", { type: "button", class: kind, onclick: start }, words);
  async function start() {
    button.disabled = true;
    const bar = h("progress", { "aria-label": "正在算" });
    show(told, h("span", {}, "正在算……"), bar);
    try {
      const words = await work((done, of) => { [bar.max, bar.value] = [of, done]; });
      show(told, words || "");
    } catch (error) {
      show(told, h("span", { class: "bad" }, error.message));
    }
    button.disabled = false;
  }
  const both = h("div", {}, button, told);
  both.start = start;
  return both;
}
