// A form as a picture for a telephone: the same boxes and lines as on paper.
import { EDGE, LINE, fitted, font } from "./text.mjs";

const WIDE = 1240, MARGIN = 18; // pixels of the picture; points around the form

export async function picture(papers, form) {
  const scale = WIDE / (papers.width + 2 * MARGIN), canvas = document.createElement("canvas");
  canvas.width = WIDE;
  canvas.height = Math.ceil(scale * (form.height + 2 * MARGIN));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, MARGIN * scale, MARGIN * scale);
  const looked = form.boxes.map((box) => [box, papers.looks[box.look]]);
  for (const [box, look] of looked) fill(pen, box, look);
  for (const [box, look] of looked) frame(pen, box, look);
  for (const [box, look] of looked) if (box.text.trim()) write(pen, box, look);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob.arrayBuffer());
}

function fill(pen, box, look) {
  if (!look.ground) return;
  pen.fillStyle = look.ground;
  pen.fillRect(box.x, box.y, box.width, box.height);
}

function frame(pen, box, look) {
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  const ends = { left: [left, top, left, bottom], top: [left, top, right, top], right: [right, top, right, bottom], bottom: [left, bottom, right, bottom] };
  for (const [side, line] of Object.entries(look.lines)) {
    const [x, y, toX, toY] = ends[side];
    Object.assign(pen, { strokeStyle: line.colour, lineWidth: line.width });
    pen.setLineDash(line.dash ? [4, 3] : []);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.stroke();
  }
}

function write(pen, box, look) {
  const { size, lines } = fitted(box, look), step = size * LINE, high = step * lines.length;
  const left = box.x + EDGE + (look.across === "left" ? look.indent : 0);
  const right = box.x + box.width - EDGE - (look.across === "right" ? look.indent : 0);
  const at = { left, center: (left + right) / 2, right }[look.across];
  const top = { top: box.y, bottom: box.y + box.height - high }[look.down] ?? box.y + (box.height - high) / 2;
  Object.assign(pen, { font: font(look, size), fillStyle: look.colour, textAlign: look.across, textBaseline: "middle" });
  lines.forEach((line, number) => pen.fillText(line, at, top + step * (number + 0.5)));
}
