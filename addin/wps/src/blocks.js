/**
 * Arguments as WPS hands them over: blocks of cells, of which some functions take just one.
 * One left out is null; one that is there is a list of rows, a single cell one row of one.
 */
import { empty, number } from "./cells.js";
import { ERROR_NUMBERS, PASSED_ON, Refusal, VALUE } from "./refusal.js";
import { LABELS } from "./texts.js";

/** More rows than any list of households has: somebody picked whole columns. */
const MAX_CELLS = 20000;
/** What WPS, like Excel, hands over for an argument left out. */
const MISSING = -2147352572;

/** What a message calls an argument. */
export const label = (name) => `${LABELS[name]}（${name}）`;

/** An argument in one shape, whoever calls: null where it was left out. */
export function block(given) {
  if (given === null || given === undefined || given === MISSING) return null;
  if (Array.isArray(given)) {
    const rows = Array.isArray(given[0]) ? given : [given];
    return rows.map((row) => row.map(known));
  }
  if (typeof given === "object" && "Value2" in given) return block(cellsOf(given));
  return [[known(given)]];
}

/** The values of a range, where WPS hands over the range itself; an empty one is one empty cell. */
function cellsOf(range) {
  const values = range.Value2;
  return values === null || values === undefined ? [[null]] : values;
}

/** A cell, where a number that stands for an error is its name. */
function known(cell) {
  return typeof cell === "number" && cell in ERROR_NUMBERS ? ERROR_NUMBERS[cell] : cell;
}

/** Whether a cell holds an error value. */
const isError = (cell) =>
  typeof cell === "string" && Object.prototype.hasOwnProperty.call(PASSED_ON, cell);

/** Pass on the first error value among the arguments, as built-in functions do. */
export function refuseErrors(names, blocks) {
  names.forEach((name, at) => {
    const error = blocks[at] ? flat(blocks[at]).find(isError) : undefined;
    if (error) {
      const more = { where: label(name), todo: "请先改正那个单元格" };
      throw new Refusal(PASSED_ON[error], `有错误值 ${error}`, more);
    }
  });
}

/** Rows and columns of a block. */
export const size = (cells) => [cells.length, cells[0].length];

/** All cells of a block, row by row. */
export const flat = (cells) => [].concat(...cells);

/** Whether a block is one cell. */
export const single = (cells) => cells.length === 1 && cells[0].length === 1;

/** Where a cell is, for a message: its argument, and row and column inside the block. */
export function place(name, [rows, columns], position) {
  const row = rows > 1 ? `第 ${Math.floor(position / columns) + 1} 行` : "";
  const column = columns > 1 ? `第 ${(position % columns) + 1} 列` : "";
  return label(name) + row + column;
}

/** A block that must be there. */
export function needed(cells, name) {
  if (cells === null) throw missing(name, "请补上这个参数");
  if (cells.length * cells[0].length > MAX_CELLS) {
    const todo = "请只选有住户的几行，不要选整列";
    throw new Refusal(VALUE, `超过 ${MAX_CELLS} 格`, { where: label(name), todo });
  }
  return cells;
}

/** An argument that must be there is not. */
export const missing = (name, todo) => new Refusal(VALUE, "没有填写", { where: label(name), todo });

/** The cells of a block that goes with another: as many, or one that holds for all. */
export function beside(cells, name, other, like) {
  if (cells === null) return null;
  const found = flat(needed(cells, name));
  const count = other.length * other[0].length;
  if (found.length === 1) return Array(count).fill(found[0]);
  const turned = other.length > 1 && cells.length > 1 && other.length !== cells.length;
  if (found.length !== count || turned) {
    const sizes = [cells, other].map((one) => `${one.length} 行 ${one[0].length}`).join(" 列，");
    const what = `与${label(like)}不一样大：${sizes} 列`;
    throw new Refusal(VALUE, what, { where: label(name), todo: "请选同样多的格子" });
  }
  return found;
}

/** The cell of an argument that is a single one; null where it was left out. */
export function one(cells, name) {
  if (cells === null) return null;
  if (!single(cells)) {
    const [rows, columns] = size(cells);
    const more = { where: label(name), todo: "这个参数只能是一个单元格或一个数" };
    throw new Refusal(VALUE, `是 ${rows} 行 ${columns} 列`, more);
  }
  return cells[0][0];
}

/** A single number; `otherwise` where it is empty or left out, which is refused without it. */
export function oneNumber(cells, name, of, otherwise = null) {
  const cell = one(cells, name);
  if (!empty(cell)) return number(cell, of, label(name));
  if (otherwise === null) throw missing(name, of.todo);
  return otherwise;
}

/** Positions of the cells that are not empty; all of them empty is refused. */
export function positions(cells, name) {
  const found = cells.map((_, at) => at).filter((at) => !empty(cells[at]));
  if (!found.length) {
    throw new Refusal(VALUE, "全是空的", { where: label(name), todo: "请至少填一格" });
  }
  return found;
}

/** What is in the cells at some positions; a refusal says which cell it is. */
export function each(cells, at, read, name, shape) {
  return at.map((position) => {
    try {
      return read(cells[position]);
    } catch (refusal) {
      throw refusal instanceof Refusal ? refusal.at(place(name, shape, position)) : refusal;
    }
  });
}

/** Values at some positions in a block's shape, null elsewhere; of a single cell the value. */
export function shaped(values, at, [rows, columns]) {
  if (rows === 1 && columns === 1) return values[0];
  const every = Array(rows * columns).fill(null);
  at.forEach((position, order) => (every[position] = values[order]));
  return Array.from({ length: rows }, (_, row) => every.slice(row * columns, (row + 1) * columns));
}
