// The page's side of the worker: commands as they are typed, one after another. A command that takes too long is
// ended with its worker; the parts are kept in the page, so that another worker can start.
import { inPage } from "./words.mjs";
import { unpacked } from "./unpacked.mjs";

const SECONDS = 600; // for our own work on a slow computer; files from outside get less
const USUAL = 3; // seconds that opening takes on an ordinary computer
const PARTS = ["python", "stdlib", "site", "ironcalc"];
const TOO_LONG = "算得太久，已经停下，程序重新打开了。这个文件可能有问题，也可能太大。请另存一次再试，还是这样就请交来的人重发";
const UNFORESEEN = "没有算成：程序没有料到这种情况。请检查填的内容；文件请用 WPS 或 Excel 另存一次再试";
const GONE = "程序打不开了。请关掉这个网页再打开";
const BROKEN = "程序停住了，已经重新打开。请再试一次；还是这样，请换一台内存大一些的电脑";

function part(name) {
  return document.getElementById(`part-${name}`).textContent;
}

export class Desk {
  // said(words, done, of, bad) tells what is being done, or that nothing can be done any more.
  constructor(said) {
    this.said = said;
    this.queue = [];
  }

  // So many seconds on an ordinary computer, and more on a slow one.
  patience(seconds) {
    return seconds * Math.max(1, this.opening / USUAL);
  }

  async open() {
    this.ready = false;
    const begun = performance.now();
    const code = this.code || (this.code = await unpacked(part("worker")));
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const worker = (this.worker = new Worker(url));
    await new Promise((ready, failed) => {
      const timer = setTimeout(() => failed(new Error("打开得太久")), SECONDS * 1000);
      worker.onerror = (event) => failed(new Error(event.message || "worker"));
      worker.onmessage = ({ data }) => {
        if (data.starting) return this.said("正在打开", ...data.starting);
        clearTimeout(timer);
        if (data.ready) ready();
        else failed(new Error(data.failed));
      };
      worker.postMessage({ parts: Object.fromEntries(PARTS.map((name) => [name, part(name)])) });
    }).finally(() => URL.revokeObjectURL(url));
    worker.onmessage = ({ data }) => worker === this.worker && this.take(data);
    worker.onerror = (event) => { event.preventDefault(); this.restart(BROKEN); };
    [this.opening, this.ready] = [(performance.now() - begun) / 1000, true];
  }

  // { status, said, files } of a command. `progress(done, of)` is called while it works, where it can tell.
  run(words, files = {}, { seconds = SECONDS, progress = () => {} } = {}) {
    if (this.gone) return Promise.reject(new Error(GONE));
    return new Promise((done, failed) => {
      this.queue.push({ words, files, seconds, progress, done, failed });
      if (this.ready && this.queue.length === 1) this.next();
    });
  }

  // The time limit of a command begins when the worker takes it up.
  next() {
    const [asked] = this.queue;
    if (!asked) return;
    asked.timer = setTimeout(() => this.restart(TOO_LONG), asked.seconds * 1000);
    this.worker.postMessage({ words: asked.words, files: asked.files });
  }

  take(data) {
    const [asked] = this.queue;
    if (!asked) return;
    if (data.progress) return asked.progress(...data.progress);
    if (data.fatal) return this.restart(BROKEN);
    clearTimeout(asked.timer);
    this.queue.shift();
    if (data.failed) asked.failed(new Error(UNFORESEEN, { cause: data.failed }));
    else asked.done(data);
    this.next();
  }

  // Ends the worker with the command that it is at; those that wait for their turn are done by the next worker.
  async restart(why) {
    if (!this.ready) return; // it is being started again already
    const asked = this.queue.shift();
    clearTimeout(asked?.timer);
    this.worker.terminate();
    try {
      await this.open();
      this.said("可以接着用了。");
    } catch (error) {
      this.gone = true;
      this.said(GONE, 0, 0, true);
      this.why = error; // for whoever looks for the cause
      for (const one of this.queue.splice(0)) one.failed(new Error(GONE));
    }
    asked?.failed(new Error(why));
    this.next();
  }

  // What a command of the page alone tells.
  async told(words, files, more) {
    const { status, said } = await this.run(words, files, more);
    if (status) throw new Error(plain(said));
    return JSON.parse(said);
  }

  // The record that a command gives with --json, and what it said besides.
  async json(words, files, more) {
    const { status, said, files: wrote } = await this.run([...words, "--json"], files, more);
    const at = said.search(/^[[{]/m);
    if (at < 0) throw new Error(plain(said));
    return { status, record: JSON.parse(said.slice(at)), notes: said.slice(0, at).trim(), wrote };
  }

  // The file that a command writes, and what it said.
  async made(words, files, name, more) {
    const { said, files: wrote } = await this.run([...words, "-o", name], files, more);
    if (!wrote[name]) throw new Error(plain(said));
    return { data: wrote[name], said: said.trim() };
  }
}

const plain = (said) => inPage(said.replace(/^错误：/, "").trim());
