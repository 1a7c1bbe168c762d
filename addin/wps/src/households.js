/** The households of one stairwell, read from the cells that an accountant picked. */
import {
  beside, each, flat, label, needed, place, positions, shaped, single, size,
} from "./blocks.js";
import { AREA, MONEY, WEIGHT, empty, number, storeyOf } from "./cells.js";
import { Refusal, VALUE } from "./refusal.js";
import { yes } from "./words.js";

/** Read a number that may be empty. */
const optional = (of) => (cell) => (empty(cell) ? null : number(cell, of));

/** Columns beside the storeys: name in a flat, how a cell is read, what holds without the column. */
const BESIDE = {
  areas: ["area", (cell) => number(cell, AREA), 1n],
  taking_part: ["takes", (cell) => yes(cell), true],
  own_weights: ["own", optional(WEIGHT), null],
  fixed: ["fixed", optional(MONEY), null],
};

/**
 * Read storeys and what stands beside them; a row without storey and area is skipped.
 * @param {boolean} measured whether the areas count; where they do not, they may be missing
 * @returns flats, and `answer`, which puts amounts in fen where the storeys stand, in yuan
 */
export function households(storeys, areas, takingPart, measured, ownWeights = null, fixed = null) {
  const cells = needed(storeys, "storeys");
  const [shape, every] = [size(cells), flat(cells)];
  if (measured) needed(areas, "areas");
  const given = {
    areas: measured ? areas : null, taking_part: takingPart, own_weights: ownWeights, fixed,
  };
  const columns = Object.keys(given).map((name) => [name, beside(given[name], name, cells, "storeys")]);
  const rows = positions(every, "storeys");
  for (const [name, found] of columns) {
    const several = name !== "taking_part" && found && !single(given[name]);
    if (several) refuseOrphans(found, name, rows, shape);
  }
  const floors = each(every, rows, (cell) => storeyOf(cell), "storeys", shape);
  const flats = floors.map((storey) => ({ storey }));
  for (const [name, found] of columns) {
    const [key, read, otherwise] = BESIDE[name];
    const values = found ? each(found, rows, read, name, shape) : null;
    flats.forEach((home, at) => (home[key] = values ? values[at] : otherwise));
  }
  return { flats, answer: (fen) => shaped(fen.map((due) => Number(due) / 100), rows, shape) };
}

/** Refuse what stands beside no storey. */
function refuseOrphans(found, name, rows, shape) {
  const known = new Set(rows);
  const orphan = found.findIndex((cell, at) => !known.has(at) && !empty(cell));
  if (orphan < 0) return;
  const more = { where: place("storeys", shape, orphan), todo: "请补上楼层" };
  throw new Refusal(VALUE, `是空的，而${label(name)}有数`, more);
}
