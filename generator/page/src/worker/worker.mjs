// The page's worker: Python and IronCalc. It gets its parts as text, because a page from file:// can fetch nothing.
import "./first.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import initIronCalc, { Model } from "@ironcalc/wasm";
import { makeBridge } from "./bridge.mjs";
import { SETTINGS, begin, loosened, unpack } from "./python.mjs";
import { bytesOf, unpacked } from "../common/unpacked.mjs";

const BASE = "https://embedded.invalid/";
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", version: "314.0.7", python: "3.14.2" },
  packages: {},
};
let py, desk;

const say = (done, of) => postMessage({ starting: [done, of] });

// Pyodide asks for two files, each once; nothing else can be fetched.
function answerFetches(files) {
  self.fetch = async (url) => {
    const name = String(url).slice(BASE.length), found = files[name];
    if (!found) throw new TypeError(`no network: ${url}`);
    delete files[name];
    return new Response(found[0], { headers: { "Content-Type": found[1] } });
  };
}

async function start(parts) {
  say(1, 4);
  const [wasm, standard, iron] = await Promise.all(
    ["python", "stdlib", "ironcalc"].map((name) => unpacked(parts[name])),
  );
  answerFetches({
    "pyodide.asm.wasm": [wasm, "application/wasm"],
    "python_stdlib.zip": [standard, "application/zip"],
  });
  say(2, 4);
  const calculating = initIronCalc({ module_or_path: iron });
  py = await loadPyodide({ indexURL: BASE, createPyodideModule, lockFileContents: LOCK, env: SETTINGS });
  say(3, 4);
  await calculating;
  unpack(py.FS, loosened(py, bytesOf(parts.site)));
  desk = begin(py, makeBridge(Model), (...how) => postMessage({ progress: how }));
  say(4, 4);
  postMessage({ ready: true });
}

// One request: the words of a command, and the files that it reads.
function answer({ words, files }) {
  const given = py.toPy(files);
  let found;
  try {
    found = desk.run(JSON.stringify(words), given);
    const [status, said, wrote] = found.toJs({ create_pyproxies: false, dict_converter: Object.fromEntries });
    postMessage({ status, said, files: wrote }, Object.values(wrote).map((one) => one.buffer));
  } finally {
    given.destroy();
    found?.destroy();
  }
}

self.onmessage = ({ data }) => {
  if (data.parts) return start(data.parts).catch((error) => postMessage({ failed: String(error) }));
  try {
    answer(data);
  } catch (error) {
    // An error of Python is told; after one of the machine below it (memory, stack) nothing can be trusted.
    postMessage(error.type && error.type !== "MemoryError" ? { failed: error.message } : { fatal: String(error) });
  }
};
