// node pack.mjs SOURCES.pack FOLDER WORK.json: Python's side of the page.
// Compiles every module (.pyc without asserts and docstrings, so that the page is ready in 3 s and not in 9 s)
// with the Python that will run it, and leaves out of the standard library what the program never imports.
import fs from "node:fs";
import { loadPyodide } from "pyodide";
import init, { Model } from "@ironcalc/wasm";
import { makeBridge } from "./src/worker/bridge.mjs";
import { SETTINGS, begin, unpack } from "./src/worker/python.mjs";

const [sources, out, work] = process.argv.slice(2);
const iron = new URL("./node_modules/@ironcalc/wasm/wasm_bg.wasm", import.meta.url);
const standard = new URL("./node_modules/pyodide/python_stdlib.zip", import.meta.url);
await init({ module_or_path: fs.readFileSync(iron) });
// Lines are kept for what is told of an error, columns are not: they are a tenth of a compiled module.
const py = await loadPyodide({ env: { ...SETTINGS, PYTHONNODEBUGRANGES: "1" } });
const run = (code) => py.runPython(code);
py.FS.writeFile("/tmp/packing.py", fs.readFileSync(new URL("./packing.py", import.meta.url)));
run(`import sys; sys.path.insert(0, "/tmp"); import packing; start = packing.begun()`);
unpack(py.FS, fs.readFileSync(sources));
py.FS.writeFile("/tmp/standard.zip", fs.readFileSync(standard));
py.globals.set("desk", begin(py, makeBridge(Model)));
py.FS.writeFile("/tmp/work.json", fs.readFileSync(work));
try {
  run(`packing.work_once(desk, "/tmp/work.json")`);
  run(`packing.pack(start, "/tmp/standard.zip", "/tmp/stdlib.zip", "/home/pyodide", "/tmp/site.pack")`);
} catch (error) {
  console.error(error.message); // without the megabytes of code that node would show beside it
  process.exit(1);
}
for (const name of ["stdlib.zip", "site.pack", "site.pack.zst"]) fs.writeFileSync(`${out}/${name}`, py.FS.readFile(`/tmp/${name}`));
process.exit(0);
