// The page's Python under Node.js: a line of JSON in, [words, name → bytes in hexadecimal digits], and one out.
import fs from "node:fs";
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const at = (path) => new URL(path, pathToFileURL(`${process.argv[2]}/`));
const { loadPyodide } = await import(at("node_modules/pyodide/pyodide.mjs"));
const { default: init, Model } = await import(at("node_modules/@ironcalc/wasm/wasm.js"));
const { makeBridge } = await import(at("src/worker/bridge.mjs"));
const { SETTINGS, begin, unpack } = await import(at("src/worker/python.mjs"));

const iron = await init({ module_or_path: fs.readFileSync(at("node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
const py = await loadPyodide({ env: SETTINGS });
unpack(py.FS, fs.readFileSync(at("build/site.pack")));
const desk = begin(py, makeBridge(Model));
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [words, given] = JSON.parse(line);
  if (words[0] === "memory") {
    process.stdout.write(`${JSON.stringify([py._module.HEAP8.length, iron.memory.buffer.byteLength])}\n`);
    continue;
  }
  const files = Object.fromEntries(Object.entries(given).map(([name, data]) => [name, new Uint8Array(Buffer.from(data, "hex"))]));
  const [status, said, wrote] = desk.run(JSON.stringify(words), py.toPy(files)).toJs({ dict_converter: Object.fromEntries });
  const out = Object.fromEntries(Object.entries(wrote).map(([name, data]) => [name, Buffer.from(data).toString("hex")]));
  process.stdout.write(`${JSON.stringify([status, said, out])}\n`);
}
process.exit(0);
