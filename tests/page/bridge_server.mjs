// The page's bridge to IronCalc for Python on this machine: a line of JSON in, [method, arguments], and one out.
import fs from "node:fs";
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { default: init, Model } = await import(new URL("node_modules/@ironcalc/wasm/wasm.js", folder));
const { makeBridge } = await import(new URL("src/worker/bridge.mjs", folder));
await init({ module_or_path: fs.readFileSync(new URL("node_modules/@ironcalc/wasm/wasm_bg.wasm", folder)) });
const bridge = makeBridge(Model);
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [method, ...given] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(bridge[method](...given) ?? null)}\n`);
}
