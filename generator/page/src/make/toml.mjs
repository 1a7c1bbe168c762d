// The words of a project file. Every line says in a comment what it is on the page, so that a message about a line of
// the file can be told as one about the page.

export const text = (value) => JSON.stringify(String(value));
export const list = (words) => `[${words.split(/[,，、\s]+/).filter(Boolean).map(text).join(", ")}]`;
export const yes = (on) => (on ? "true" : "");

const filled = (value) => value !== undefined && value !== "";

// pairs: [key, value as it is written, what it is called on the page]; a section without any is left out.
export function section(head, pairs, place = "") {
  const lines = pairs.filter(([, value]) => filled(value));
  const noted = (line, about) => (about ? `${line}  # ${about}` : line);
  return lines.length ? [noted(head, place), ...lines.map(([key, value, about]) => noted(`${key} = ${value}`, about)), ""] : [];
}

// What a line of a project file is called on the page: its own comment, else that of its section.
export function placeOf(file, number) {
  const lines = file.split("\n").slice(0, number).reverse();
  const comment = (line) => /"?  # (.+)$/.exec(line)?.[1];
  return comment(lines[0] || "") || comment(lines.find((line) => line.startsWith("[")) || "") || "";
}
