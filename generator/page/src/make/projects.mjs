// One for every stairwell: what was filled in, by name, in this browser; opened from a file, begun anew, left out.
import { h, show, field } from "../common/dom.mjs";
import { forget, keep, kept } from "../common/keep.mjs";
import { openedText } from "./saved.mjs";
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

  // Another one, empty or from a file; the name of the one that it would be taken for, if any.
  add(given) {
    const names = this.ids.map((id) => this.title(id));
    this.id = Math.max(0, ...this.ids) + 1;
    this.ids.push(this.id);
    this.state = given ? sound(given) : fresh();
    const own = this.title(this.id), twin = names.includes(own);
    if (twin) this.state.name = further(own, names);
    this.keep();
    return twin ? own : "";
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

// The first of “…（2）”, “…（3）” and so on that no other has.
function further(name, names) {
  let number = 2;
  while (names.includes(`${name}（${number}）`)) number++;
  return `${name}（${number}）`;
}

// The bar above the road; changed when another is looked at, open(given) with what was in a file.
export function projectBar(projects, changed, open) {
  const place = h("div", { class: "row" }), told = h("p", { role: "status", class: "note", hidden: true });
  const input = h("input", { type: "file", accept: ".toml", hidden: true, onchange: chosen });
  const then = (act) => () => { act(); draw(); changed(); };

  async function chosen() {
    const [file] = input.files;
    if (!file) return;
    try {
      open(openedText(await file.text()));
    } catch (error) {
      say(error.message);
    }
    input.value = "";
  }

  function say(words) {
    told.hidden = !words;
    show(told, words);
  }

  function draw(words = "") {
    say(words);
    const select = h("select", { onchange: then(() => projects.open(Number(select.value))) },
      projects.ids.map((id) => h("option", { value: String(id) }, projects.title(id))));
    select.value = String(projects.id);
    show(place, field("正在做的", select), h("button", { type: "button", class: "plain", onclick: rename }, "起个名字"),
      h("button", { type: "button", class: "plain", onclick: then(() => projects.add()) }, "另做一份"),
      h("button", { type: "button", class: "plain", onclick: () => input.click() }, "打开存过的文件"), input,
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
  return { body: h("div", { class: "screen" }, place, told), draw };
}
