// The page's Python under Node.js: a line of JSON in, [words, name → bytes in hexadecimal digits], and one out.
import readline from "node:readline";
import { pagePython } from "./page_python.mjs";

const { py, desk, iron } = await pagePython(process.argv[2]);
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
