// One for every stairwell: what was filled in, by name, in this browser; opened from a file, begun anew, left out.
import { h, show, field } from "../common/dom.mjs";
import { forget, keep, kept } from "../common/keep.mjs";
import { openedText } from "./saved.mjs";
import { fresh, sound } from "./state.mjs";

const LIST = "projects";

// The names of those that are kept, and which one is looked at. Another window may keep some too: the list is read anew
// before it is written. Where nothing may be kept, they last as long as the page is open.
export class Projects {
  constructor() {
    this.memory = new Map();
    this.ids = listed();
    if (!this.ids.length) this.ids = [1];
    const last = kept(LIST)?.id;
    this.id = this.ids.includes(last) ? last : this.ids[0];
    this.state = this.stored(this.id);
  }

  stored(id) {
    return sound(this.memory.get(id) || kept(`make-${id}`) || fresh());
  }

  // Whether it could be kept in the browser.
  keep() {
    this.ids = [...new Set([...this.ids, ...listed()])];
    const done = keep(`make-${this.id}`, this.state) && keep(LIST, { ids: this.ids, id: this.id });
    if (done) this.memory.delete(this.id);
    else this.memory.set(this.id, this.state);
    return done;
  }

  open(id) {
    [this.id, this.state] = [id, this.stored(id)];
    this.keep();
  }

  // Another one, empty or from a file; the name of the one that it would be taken for, if any.
  add(given) {
    const names = this.ids.map((id) => this.title(id));
    this.id = Math.max(0, ...this.ids, ...listed()) + 1;
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
    this.memory.delete(this.id);
    this.ids = [...new Set([...this.ids, ...listed()])].filter((id) => id !== this.id);
    keep(LIST, { ids: this.ids, id: this.ids[0] });
    if (this.ids.length) this.open(this.ids[0]);
    else this.add();
  }

  title(id) {
    const { name, papers, scheme } = id === this.id ? this.state : this.stored(id);
    const where = [papers.estate, papers.building, papers.entrance].filter(Boolean).join(" ");
    return name || where || (scheme ? `第 ${id} 份（${scheme.name}）` : `第 ${id} 份`);
  }
}

// The numbers of those that are kept now.
function listed() {
  const ids = kept(LIST)?.ids;
  return Array.isArray(ids) ? [...new Set(ids.filter(Number.isInteger))] : [];
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

  addEventListener("storage", ({ key }) => {
    if (key?.endsWith(`-make-${projects.id}`)) say(`“${projects.title(projects.id)}”在另一个窗口里也开着，那边刚改过。请只留一个窗口，关掉这一个再打开，就是那边填的。`);
  });
  draw();
  return { body: h("div", { class: "screen" }, place, told), draw, say };
}
