// Which modules the page's Python cannot import: a line of JSON in, [names], and one out, name → error.
import readline from "node:readline";
import { pagePython } from "./page_python.mjs";

const { py } = await pagePython(process.argv[2]);
const missing = py.runPython(`
import importlib, json
def missing(names):
    found = {}
    for name in json.loads(names):
        try:
            importlib.import_module(name)
        except Exception as error:
            found[name] = f"{type(error).__name__}: {error}"
    return json.dumps(found)
missing`);
for await (const line of readline.createInterface({ input: process.stdin }))
  process.stdout.write(`${missing(JSON.stringify(JSON.parse(line)[0]))}\n`);
process.exit(0);
