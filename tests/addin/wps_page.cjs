// Load the built add-in as WPS does, into a page with a `wps` that takes custom functions, and
// answer calls: a line of JSON in ([name, arguments]), a line of JSON out.
// Cells that WPS hands over in ways JSON has no word for: {"missing": true}, {"range": …}, {"date": …}.
const fs = require("node:fs");
const vm = require("node:vm");

const functions = {};
const alerts = [];
const wps = {
  AddCustomFunction(namespace, name, callback) {
    functions[`${namespace}.${name}`] = callback;
  },
};
const page = vm.createContext({ wps, alert: (text) => alerts.push(text) });
vm.runInContext(fs.readFileSync(process.argv[2], "utf-8"), page, { filename: "main.js" });

/** An argument or cell as WPS hands it over. */
function handed(value) {
  if (Array.isArray(value)) return value.map(handed);
  if (value === null || typeof value !== "object") return value;
  if (value.missing) return -2147352572;
  if (value.date) return vm.runInContext(`new Date(${JSON.stringify(value.date)})`, page);
  return { Value2: handed(value.range) };
}

const lines = fs.readFileSync(0, "utf-8").split("\n").filter((line) => line);
const answers = lines.map((line) => {
  const [name, given] = JSON.parse(line);
  if (name === "names") return Object.keys(functions);
  if (name === "help") return [page.OnHelp({}), alerts.pop(), page.OnAddinLoad({}), page.GetImage({})];
  return functions[`ELEV.${name}`](...given.map(handed));
});
process.stdout.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
