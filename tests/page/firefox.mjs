// node firefox.mjs PAGE FIREFOX WORDS: opens the page in Firefox, runs a command in it, and prints the files as
// JSON, name → base64, with what it took until the page was ready and until the command was done, in ms.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, page, firefox, words] = process.argv.slice(2);
const { default: puppeteer } = await import(pathToFileURL(createRequire(pathToFileURL(`${folder}/`)).resolve("puppeteer-core")));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, protocolTimeout: 600_000 });
try {
  const opened = await browser.newPage(), began = performance.now();
  const wrong = [];
  opened.on("pageerror", (error) => wrong.push(error.message));
  await opened.goto(pathToFileURL(page));
  await opened.waitForSelector("#roads:not([hidden])", { timeout: 300_000 });
  const ready = performance.now();
  const files = await opened.evaluate(async (asked) => {
    const { files: found } = await window.elevshare.run(asked);
    const text = (bytes) => Array.from(bytes, (one) => String.fromCharCode(one)).join("");
    return Object.fromEntries(Object.entries(found).map(([name, bytes]) => [name, btoa(text(bytes))]));
  }, JSON.parse(words));
  console.log(JSON.stringify({ files, wrong, ready: ready - began, made: performance.now() - ready }));
} finally {
  await browser.close();
}
