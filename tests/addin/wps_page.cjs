// Answer calls of the WPS add-in: a line of JSON in ([name, arguments]), a line of JSON out.
// node wps_page.cjs main.js      the script as built, in a page with a `wps` that takes functions
// node wps_page.cjs catalogue.js the modules that it is built of
// Cells that WPS hands over in ways JSON has no word for: {"missing": true}, {"range": …}, {"date": …}.
const fs = require("node:fs");
const path = require("node:path");
const url = require("node:url");
const vm = require("node:vm");

const alerts = [];
const functions = {};
const wps = {
  AddCustomFunction(namespace, name, callback) {
    functions[`${namespace}.${name}`] = callback;
  },
};
const page = vm.createContext({ wps, alert: (text) => alerts.push(text) });

/** What calls a function by its name. */
async function loaded(file) {
  if (path.basename(file) === "main.js") {
    vm.runInContext(fs.readFileSync(file, "utf-8"), page, { filename: "main.js" });
    return (name, given) => functions[`ELEV.${name}`](...given);
  }
  return (await import(url.pathToFileURL(file))).called;
}

/** An argument or cell as WPS hands it over. */
function handed(value) {
  if (Array.isArray(value)) return value.map(handed);
  if (value === null || typeof value !== "object") return value;
  if (value.missing) return -2147352572;
  if (value.date) return vm.runInContext(`new Date(${JSON.stringify(value.date)})`, page);
  return { Value2: handed(value.range) };
}

loaded(process.argv[2]).then((call) => {
  const lines = fs.readFileSync(0, "utf-8").split("\n").filter((line) => line);
  const answers = lines.map((line) => {
    const [name, given] = JSON.parse(line);
    if (name === "names") return Object.keys(functions);
    if (name === "help") return [page.OnHelp({}), alerts.pop(), page.OnAddinLoad({}), page.GetImage({})];
    return call(name, given.map(handed));
  });
  process.stdout.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
});
