/** The households of one stairwell, read from the cells that an accountant picked. */
import {
  beside, each, flat, label, needed, place, positions, shaped, single, size,
} from "./blocks.js";
import { AREA, STOREY, empty, number } from "./cells.js";
import { Refusal, VALUE } from "./refusal.js";
import { yes } from "./words.js";

/**
 * Read storeys, areas and who takes part; a row without storey and area is skipped.
 * @param {boolean} measured whether the areas count; where they do not, they may be missing
 * @returns flats, and `answer`, which puts amounts in fen where the storeys stand, in yuan
 */
export function households(storeys, areas, takingPart, measured) {
  const cells = needed(storeys, "storeys");
  const [shape, every] = [size(cells), flat(cells)];
  const sizes = beside(measured ? areas : null, "areas", cells, "storeys");
  const words = beside(takingPart, "taking_part", cells, "storeys");
  if (measured) needed(areas, "areas");
  const rows = positions(every, "storeys");
  if (sizes && !single(areas)) refuseOrphans(sizes, rows, shape);
  const floors = each(every, rows, (cell) => number(cell, STOREY), "storeys", shape);
  const surfaces = sizes
    ? each(sizes, rows, (cell) => number(cell, AREA), "areas", shape)
    : rows.map(() => 1n);
  const takes = words ? each(words, rows, (cell) => yes(cell), "taking_part", shape) : null;
  const flats = rows.map((_, at) => ({
    storey: floors[at], area: surfaces[at], takes: takes ? takes[at] : true,
  }));
  return { flats, answer: (fen) => shaped(fen.map((due) => Number(due) / 100), rows, shape) };
}

/** Refuse an area beside which there is no storey. */
function refuseOrphans(sizes, rows, shape) {
  const known = new Set(rows);
  const orphan = sizes.findIndex((cell, at) => !known.has(at) && !empty(cell));
  if (orphan < 0) return;
  const more = { where: place("storeys", shape, orphan), todo: "请补上楼层" };
  throw new Refusal(VALUE, `是空的，而${label("areas")}有数`, more);
}
