// The page's Python under Node.js, with the page's own part of the standard library, not the whole one beside Pyodide.
import fs from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

export async function pagePython(folder) {
  const at = (path) => new URL(path, pathToFileURL(`${folder}/`));
  const { loadPyodide } = await import(at("node_modules/pyodide/pyodide.mjs"));
  const { default: init, Model } = await import(at("node_modules/@ironcalc/wasm/wasm.js"));
  const { makeBridge } = await import(at("src/worker/bridge.mjs"));
  const { SETTINGS, begin, loosened, unpack } = await import(at("src/worker/python.mjs"));
  const iron = await init({ module_or_path: fs.readFileSync(at("node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
  const py = await loadPyodide({ env: SETTINGS, stdLibURL: fileURLToPath(at("build/stdlib.zip")) });
  unpack(py.FS, loosened(py, new Uint8Array(fs.readFileSync(at("build/site.pack.zst")))));
  return { py, iron, desk: begin(py, makeBridge(Model)) };
}
