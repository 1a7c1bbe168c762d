// A filled-in book carried over into a new one: what it is, what is to change, what became of it, the new book.
import { h, show, field, dropZone } from "../common/dom.mjs";
import { freeName, word } from "../common/names.mjs";
import { busyButton } from "../common/busy.mjs";
import { carriedResult } from "./carried.mjs";

const SECONDS = 120;

export function carryRoad(desk) {
  const place = h("div");
  let round = 0; // a book that is dropped later puts an end to the one before
  const shares = (one) => one.parts.some((part) => part === "share" || part === "lease");
  const schemes = desk.json(["schemes"]).then(({ record }) => record.filter(shares));

  async function take(files) {
    const [[name, data]] = Object.entries(files), mine = ++round;
    const read = busyButton("再看一次", () => look(name, data, () => mine === round));
    show(place, h("p", {}, `原簿：${name}（不会改动）`), read);
    read.start();
  }

  async function look(name, data, wanted) {
    const about = await desk.told(["filled"], { [name]: data }, { seconds: desk.patience(SECONDS) });
    const head = h("h3", { tabindex: "-1" }, `这本簿子：${name}`);
    if (!wanted()) return;
    show(place, head, facts(about), wishes(desk, about, await schemes, name, data));
    head.focus();
  }

  return h("div", {}, h("h2", {}, "换成新的一本"), h("p", {}, "填过的内容带入一本新簿子：多几户、多几页、换成新版、换办法。有的内容新簿子里没有地方放，会逐个列出。原来那本不改动。"),
    dropZone("把填过的簿子拖到这里", ".xlsx", false, take), place);
}

function facts(about) {
  const checks = about.failed_checks ? `，草案：有 ${about.failed_checks} 项校验没有通过` : "";
  const pairs = [["方案", about.scheme_name], ["版本", about.version], ["住户", `填了 ${about.households} 户，留了 ${about.rows} 户的行`],
    ["核对", about.verdict + checks], ["页", about.sheets.join("、")]];
  return h("dl", { class: "facts" }, pairs.map(([what, said]) => [h("dt", {}, what), h("dd", {}, said)]));
}

// What the new book is to be, and the button that makes it.
function wishes(desk, about, schemes, name, data) {
  const rows = h("input", { type: "number", min: about.households || 1, max: about.most_rows, placeholder: about.rows });
  const half = h("input", { type: "checkbox", checked: about.two_a_page, disabled: about.two_a_page });
  const trust = h("input", { type: "checkbox" }), pages = h("div", { class: "ticks" }), result = h("div");
  const failed = (error) => show(pages, h("p", { class: "bad" }, error.message));
  const scheme = h("select", { onchange: () => { renewing = renew().catch(failed); } },
    h("option", { value: "" }, `照旧（${about.scheme_name}）`), options(schemes, about));

  const boxes = () => [...pages.querySelectorAll("input:not(:disabled)")], wanted = new Set();
  let asking = 0, changes = 0, renewing = Promise.resolve();

  async function renew() {
    const mine = ++asking;
    for (const { value, checked } of boxes()) wanted[checked ? "add" : "delete"](value);
    show(pages, h("p", { role: "status" }, "正在看这个方案可以加哪些页……"));
    const words = scheme.value ? ["filled", scheme.value] : ["filled"];
    const { topics } = await desk.told(words, { [name]: data }, { seconds: desk.patience(SECONDS) });
    if (mine !== asking) return; // another scheme was chosen
    const gone = [...wanted].filter((one) => !topics.some((topic) => topic.name === one));
    show(pages, gone.length > 0 && h("p", { class: "note" }, `这个方案没有这几页，不再加：${gone.join("、")}`), ticks(topics, wanted));
  }

  async function carry() {
    await renewing;
    if (about.distrusted && !trust.checked) throw new Error("这本簿子不可信。请先核对；确实要用里面填的内容，请勾上“不可信也用”。");
    const target = freeName("新簿子.xlsx", [name]), mine = changes;
    const more = boxes().filter((one) => one.checked).map((one) => one.value);
    const given = [
      scheme.value, "--from", word(name), more.length && ["--with", more.join(",")],
      rows.value.trim() && ["--households", rows.value.trim()], half.checked && !about.two_a_page && "--two-a-page", about.distrusted && "--force", "-o", target,
    ];
    const words = ["make", ...given.flat().filter(Boolean)];
    const { record, wrote } = await desk.json(words, { [name]: data }, { seconds: desk.patience(SECONDS) });
    const found = carriedResult(record, wrote[target], nameOf(name, record.scheme_name));
    if (mine !== changes) throw new Error("刚才又改了，请再按一次。");
    show(result, found);
    found.firstChild.focus();
  }

  // What is shown is of what was wished for.
  function changed() {
    changes++;
    show(result);
  }

  show(pages, ticks(about.topics, wanted));
  return [h("div", { oninput: changed, onchange: changed },
    about.distrusted && h("div", {}, h("p", { class: "bad" }, `✘ 这本簿子不可信：\n${about.findings.join("\n")}`),
      h("label", {}, trust, " 不可信也用：只带入填写的内容，我会逐项核对")),
    h("fieldset", {}, h("legend", {}, "新的一本要改什么（不改的就不动）"),
      field("方案", scheme, "换了方案，系数、补贴规则用新方案的，自己改过的会逐个列出"),
      field("留几户的行", rows, `现在留了 ${about.rows} 户；最多 ${about.most_rows} 户`),
      h("label", {}, half, " 账单一页印两户"),
      h("p", { class: "hint" }, "版本不用选：新簿子总是本网页的这一版。"),
      h("fieldset", {}, h("legend", {}, "要加的页"), pages))),
  busyButton("看看带入什么、改了什么", carry), result];
}

function options(schemes, about) {
  const cities = [...new Set(schemes.map((one) => one.city))];
  return cities.map((city) => h("optgroup", { label: city },
    schemes.filter((one) => one.city === city && one.id !== about.scheme).map((one) => h("option", { value: one.id }, one.name))));
}

const ticks = (topics, wanted) => topics.map(({ name, phrase, has }) => h("label", {},
  h("input", { type: "checkbox", value: name, checked: has || wanted.has(name), disabled: has }), ` ${name}：${phrase}${has ? "（已有）" : ""}`));

// The old name and the scheme; never the old name alone.
function nameOf(old, scheme) {
  const stem = old.replace(/\.[^.]*$/, ""), fit = scheme.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
  return stem.endsWith(fit) ? `${stem}-新.xlsx` : `${stem}-${fit}.xlsx`;
}
