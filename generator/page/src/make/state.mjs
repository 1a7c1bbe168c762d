// What is filled in on the road to a new book, and how it begins.
import { alike, copy } from "../common/keep.mjs";
import { MONEY } from "./money.mjs";

// scheme: { name, words of the command }, which follow from pick; way: alike storeys or a list of households, whose
// rows are the texts of the program's project files with what was seen and doubted in the roster.
export const EMPTY = {
  name: "", city: "", fitting: {}, pick: { way: "", parts: {} }, scheme: { name: "", words: [] },
  way: "alike", storeys: "", areas: "", top: "", roster: [], columns: [],
  ...MONEY, topics: [], rows: "", half: false, leased: false, step: 0,
};
export const HOUSEHOLD = { room: "", storey: "", area: "", owner: "", taking_part: "是" };

export const fresh = () => ({ ...copy(EMPTY), scheme: null, read: null });

// What was stored or is in a file, as far as it can be used.
export function sound(given) {
  const { scheme, ...rest } = alike(given, EMPTY);
  const weights = Object.fromEntries(Object.entries(rest.weights).map(([storey, value]) => [storey, String(value)]));
  const costs = rest.costs.length ? rest.costs : copy(EMPTY.costs);
  const chosen = scheme.words.length ? scheme : null;
  return { ...rest, weights, costs, roster: rest.roster.map(household), scheme: chosen, read: readOf(given?.read) };
}

// A household of texts, with the marks at its cells.
function household({ seen = {}, doubt = {}, ...texts }) {
  const own = Object.entries(texts).map(([key, value]) => [key, String(value)]);
  return { ...HOUSEHOLD, ...Object.fromEntries(own), seen, doubt };
}

function readOf(read) {
  const lists = ["columns", "columns_left_alone", "rows_left_out", "remarks"];
  return read && lists.every((key) => Array.isArray(read[key])) && typeof read.area_m2 === "number" ? read : null;
}
