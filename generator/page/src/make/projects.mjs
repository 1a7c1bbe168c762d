// One for every stairwell: what was filled in, by name, in this browser; opened from a file, begun anew, left out.
import { h, show, field } from "../common/dom.mjs";
import { forget, keep, kept } from "../common/keep.mjs";
import { fresh, sound } from "./state.mjs";

const LIST = "projects";

// The names of those that are kept, and which one is looked at.
export class Projects {
  constructor() {
    const found = kept(LIST), ids = Array.isArray(found?.ids) ? found.ids.filter(Number.isInteger) : [];
    this.ids = ids.length ? [...new Set(ids)] : [1];
    this.id = this.ids.includes(found?.id) ? found.id : this.ids[0];
    this.state = this.stored(this.id);
  }

  stored(id) {
    return sound(kept(`make-${id}`) || fresh());
  }

  keep() {
    return keep(`make-${this.id}`, this.state) && keep(LIST, { ids: this.ids, id: this.id });
  }

  open(id) {
    [this.id, this.state] = [id, this.stored(id)];
    this.keep();
  }

  // Another one, empty or from a file.
  add(given) {
    this.id = Math.max(0, ...this.ids) + 1;
    this.ids.push(this.id);
    this.state = given ? sound(given) : fresh();
    this.keep();
  }

  // Leaves out the one that is looked at.
  drop() {
    forget(`make-${this.id}`);
    this.ids = this.ids.filter((id) => id !== this.id);
    if (this.ids.length) this.open(this.ids[0]);
    else this.add();
  }

  title(id) {
    const { name, papers, scheme } = id === this.id ? this.state : this.stored(id);
    const where = [papers.estate, papers.building, papers.entrance].filter(Boolean).join(" ");
    return name || where || (scheme ? `第 ${id} 份（${scheme.name}）` : `第 ${id} 份`);
  }
}

// The bar above the road; changed when another is looked at.
export function projectBar(projects, changed) {
  const place = h("div", { class: "row screen" });
  const then = (act) => () => { act(); draw(); changed(); };

  function draw() {
    const select = h("select", { onchange: then(() => projects.open(Number(select.value))) },
      projects.ids.map((id) => h("option", { value: String(id) }, projects.title(id))));
    select.value = String(projects.id);
    show(place, field("正在做的", select), h("button", { type: "button", class: "plain", onclick: rename }, "起个名字"),
      h("button", { type: "button", class: "plain", onclick: then(() => projects.add()) }, "另做一份"),
      h("button", { type: "button", class: "plain", onclick: clear }, "清空，从头开始"));
  }

  function rename() {
    const name = prompt("这一份叫什么？如 幸福里 3 幢 2 单元", projects.title(projects.id));
    if (name === null) return;
    projects.state.name = name.trim().slice(0, 40);
    projects.keep();
    draw();
  }

  function clear() {
    const sure = `要清空“${projects.title(projects.id)}”吗？这一份填过的都不留了；别的几份还在。`;
    if (confirm(sure)) then(() => projects.drop())();
  }

  draw();
  return { body: place, draw };
}
