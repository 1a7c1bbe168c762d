// A form drawn on a canvas: its lines, and its texts wrapped or made smaller as they fit.

const SCALE = 2, CHARACTER = 9, EDGE = 4, PIXEL = 96 / 72; // pixels of a character, and of a point
const FONT = "SimSun, 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif";

function lines(pen, text, wide) {
  const found = [];
  for (const part of text.split("\n")) {
    let line = "";
    for (const mark of part) {
      if (line && pen.measureText(line + mark).width > wide) { found.push(line); line = ""; }
      line += mark;
    }
    found.push(line);
  }
  return found;
}

function write(pen, cell, x, y, wide, high) {
  if (!cell.text) return;
  const face = (size) => `${cell.bold ? "bold " : ""}${size * PIXEL}px ${FONT}`;
  let size = cell.size, said;
  do {
    pen.font = face(size);
    said = cell.wraps ? lines(pen, cell.text, wide - 2 * EDGE) : [cell.text];
    size -= 0.5;
  } while (size > 5 && (said.length * (size + 0.5) * PIXEL * 1.25 > high || Math.max(...said.map((one) => pen.measureText(one).width)) > wide - 2 * EDGE));
  const step = (size + 0.5) * PIXEL * 1.25, top = y + (high - step * said.length) / 2;
  const at = { center: x + wide / 2, right: x + wide - EDGE }[cell.align] ?? x + EDGE;
  pen.textAlign = { center: "center", right: "right" }[cell.align] ?? "left";
  said.forEach((line, number) => pen.fillText(line, at, top + step * (number + 0.5)));
}

export async function picture(papers, form) {
  const widths = papers.widths.map((one) => one * CHARACTER), margin = 24;
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * (widths.reduce((sum, one) => sum + one, 0) + 2 * margin);
  canvas.height = SCALE * (form.rows.reduce((sum, row) => sum + row.height * PIXEL, 0) + 2 * margin);
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  pen.textBaseline = "middle";
  let y = margin;
  for (const row of form.rows) {
    let x = margin, column = 0;
    const high = row.height * PIXEL;
    for (const cell of row.cells) {
      const wide = widths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
      if (cell.framed) pen.strokeRect(x, y, wide, high);
      write(pen, cell, x, y, wide, high);
      x += wide;
      column += cell.span;
    }
    y += high;
  }
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob.arrayBuffer());
}
