// The page's side of the worker: commands as they are typed, one after another. A command that takes too long is
// ended with its worker; the parts are kept so that another worker can start.
import { unpacked } from "./unpacked.mjs";

const LIMIT = 120_000;
const PARTS = ["python", "stdlib", "site", "ironcalc"];

function part(name) {
  return document.getElementById(`part-${name}`).textContent;
}

export class Desk {
  constructor(said) {
    this.said = said; // (words, done, of) of what is being done
    this.waiting = new Map();
    this.last = 0;
  }

  async open() {
    const code = this.code || (this.code = await unpacked(part("worker")));
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    this.worker = new Worker(url);
    await new Promise((ready, failed) => {
      this.worker.onerror = (event) => failed(new Error(event.message || "worker"));
      this.worker.onmessage = ({ data }) => {
        if (data.starting) this.said("正在打开", ...data.starting);
        else if (data.ready) ready();
        else if (data.failed && !data.id) failed(new Error(data.failed));
        else this.take(data);
      };
      this.worker.postMessage({ parts: Object.fromEntries(PARTS.map((name) => [name, part(name)])) });
      setTimeout(() => failed(new Error("timeout")), LIMIT);
    });
    URL.revokeObjectURL(url);
  }

  take(data) {
    const asked = this.waiting.get(data.id);
    if (!asked) return;
    this.waiting.delete(data.id);
    clearTimeout(asked.timer);
    if (data.failed) asked.failed(new Error(data.failed));
    else asked.done(data);
  }

  // { status, said, files } of a command.
  run(words, files = {}) {
    const id = ++this.last;
    return new Promise((done, failed) => {
      const timer = setTimeout(() => this.end(id), LIMIT);
      this.waiting.set(id, { done, failed, timer });
      this.worker.postMessage({ id, words, files });
    });
  }

  // Several questions at once would wait for each other anyway; all are answered that the worker had.
  async end(id) {
    this.worker.terminate();
    for (const [one, asked] of this.waiting) {
      clearTimeout(asked.timer);
      asked.failed(new Error(one === id ? "算得太久，已经停下；请看看文件是不是有问题" : "前一件事太久，已经停下"));
    }
    this.waiting.clear();
    await this.open();
  }

  async json(words, files) {
    const { status, said, files: wrote } = await this.run([...words, "--json"], files);
    const at = said.search(/^[[{]/m);
    if (at < 0) throw new Error(said.replace(/^错误：/, "").trim());
    return { status, record: JSON.parse(said.slice(at)), notes: said.slice(0, at).trim(), wrote };
  }
}
