// node bundle.mjs: the worker and the page's own script, each as one file.
import { build } from "esbuild";

const target = ["chrome96", "firefox113", "safari16.4"];
const common = { bundle: true, format: "iife", minify: true, target, legalComments: "none", logLevel: "error" };
await build({
  ...common,
  entryPoints: ["src/worker/worker.mjs"],
  outfile: "build/worker.js",
  define: { "import.meta.url": JSON.stringify("https://embedded.invalid/worker.js") },
  external: ["node:*", "ws"],
  supported: { "top-level-await": true },
});
await build({ ...common, entryPoints: ["src/page.mjs"], outfile: "build/page.js" });
