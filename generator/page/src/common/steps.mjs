// A road of steps: one is shown at a time; where a step still lacks something, it says so and does not go on.
import { h, show } from "./dom.mjs";

const NARROW = 640;

// Each step is { title, body, lacks, enter, action }: an element; what is lacking in words, or nothing; what to do when it is
// shown; a button that stands beside the others. Begins at a step, or before it where something is lacking, and tells
// moved(step) which one is looked at.
export function road(steps, { begin = 0, moved = () => {} } = {}) {
  const marks = h("ol", { class: "steps", "aria-label": "步骤" });
  const place = h("section", { oninput: still, onchange: still }), told = h("p", { role: "alert" }), action = h("span", {});
  const back = h("button", { type: "button", onclick: () => go(at - 1) }, "上一步");
  const on = h("button", { type: "button", class: "first", onclick: () => go(at + 1) }, "下一步");
  let at = 0;

  function go(to) {
    for (let one = at; one < to; one++) {
      const lacks = steps[one].lacks?.();
      if (!lacks) continue;
      if (one !== at) draw(one);
      return show(told, h("span", { class: "bad" }, lacks));
    }
    draw(to);
  }

  // What was lacking is not said any more when something is filled in or chosen.
  function still() {
    show(told);
  }

  function draw(to) {
    at = to;
    moved(at);
    const head = h("h2", { tabindex: "-1" }, `${at + 1}. ${steps[at].title}`);
    show(place, head, steps[at].body);
    show(told);
    [...marks.children].forEach((mark, one) => mark.firstChild.setAttribute("aria-current", one === at ? "step" : "false"));
    back.hidden = at === 0;
    on.hidden = at === steps.length - 1;
    show(action, steps[at].action);
    if (place.isConnected) look(head);
    steps[at].enter?.();
  }

  show(marks, steps.map(({ title }, one) => h("li", {}, h("button", { type: "button", onclick: () => go(one) }, title))));
  let first = 0;
  while (first < Math.min(begin, steps.length - 1) && !steps[first].lacks?.()) first++;
  draw(first);
  // Always in sight, so that nobody has to look for it below a long table.
  return h("div", {}, marks, place, h("div", { class: "onward screen" }, told, h("p", {}, back, " ", on, action)));
}

// A phone's screen is full of the page's head: the step is moved up, so that it is seen.
function look(head) {
  head.focus();
  if (innerWidth < NARROW) head.scrollIntoView();
}
