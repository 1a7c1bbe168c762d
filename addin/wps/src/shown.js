/** Cells as a user sees them, for messages. */

/** A number with so many significant digits, as %g writes it in C. */
export function general(value, digits) {
  if (!Number.isFinite(value)) return String(value);
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  const thin = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (power >= -4 && power < digits) return thin(value.toPrecision(digits));
  return `${thin(mantissa)}e${power[0]}${power.slice(1).padStart(2, "0")}`;
}

/** A cell as the user sees it, short enough for a message. */
export function shown(cell) {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (cell instanceof Date) return day(cell);
  const signs = [...(typeof cell === "number" ? general(cell, 15) : String(cell))];
  return signs.length <= 30 ? signs.join("") : `${signs.slice(0, 29).join("")}…`;
}

/** A date as yyyy-mm-dd. */
function day(date) {
  const two = (part) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
