// What is told while something is being worked on: what it is, for how long, and how far it is where that is known.
import { h, show } from "./dom.mjs";

const QUIET = 3; // seconds without a word about the time

export async function telling(place, words, work) {
  const time = h("span", { "aria-hidden": "true" }), bar = h("progress", { "aria-label": words }), began = Date.now();
  show(place, h("p", {}, `${words}……`, time), bar);
  const clock = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    if (seconds >= QUIET) time.textContent = `已用 ${seconds} 秒，请等一等`;
  }, 1000);
  try {
    return await work((done, of) => { [bar.max, bar.value] = [of, done]; });
  } finally {
    clearInterval(clock);
  }
}

// A button whose work is told while it lasts, and whose failure is told where it was asked for.
// place: where it is told, if not below the button.
export function busyButton(words, work, kind = "first", { doing = "正在算", place } = {}) {
  const told = place || h("div");
  told.setAttribute("role", "status");
  told.classList.add("told"); // not behind the bar of the steps
  const button = h("button", { type: "button", class: kind, onclick: start }, words);
  async function start() {
    if (button.getAttribute("aria-disabled")) return;
    told.scrollIntoView({ block: "nearest" });
    button.setAttribute("aria-disabled", "true"); // and not "disabled", which would take the focus away
    try {
      show(told, (await telling(told, doing, work)) || "");
    } catch (error) {
      show(told, h("p", { class: "bad" }, error.message));
    }
    button.removeAttribute("aria-disabled");
    told.scrollIntoView({ block: "nearest" });
  }
  const both = h("div", {}, button, place ? null : told);
  both.start = start;
  return both;
}
