// Forms on the pages of a printer: each box at its place, in points, as the sheet is set up.
import { h } from "../common/dom.mjs";
import { EDGE, LINE, face, fitted } from "./text.mjs";

const DOWN = { top: "flex-start", center: "center", bottom: "flex-end" };

// The forms by page, as many on each as the sheet has.
export function pagesOf(papers, forms) {
  const count = papers.page.forms;
  return Array.from({ length: Math.ceil(forms.length / count) }, (_, at) => forms.slice(at * count, (at + 1) * count));
}

// The paper's size for the printer; the margins are within the pages, so that the browser prints nothing of its own there.
export function pageRule({ page }) {
  return h("style", {}, `@page { size: ${page.width}pt ${page.height}pt; margin: 0; }`);
}

export function paper(papers, forms) {
  const { page } = papers, high = forms.reduce((sum, form) => sum + form.height, 0);
  const scale = scaled(page, papers.width, high);
  const left = page.centred ? (page.width - papers.width * scale) / 2 : page.left;
  const sheet = h("section", { class: "sheet", "aria-label": forms.map((form) => form.room).join("、") });
  Object.assign(sheet.style, { width: `${page.width}pt`, height: `${page.height - 1}pt` });
  let top = page.top;
  for (const form of forms) {
    sheet.append(...form.boxes.map((box) => drawn(box, papers.looks[box.look], left, top, scale)));
    top += form.height * scale;
  }
  return sheet;
}

// By how much the forms of a page are made smaller: as the sheet says, and so that they fit.
function scaled(page, width, height) {
  const [across, down] = [page.width - page.left - page.right, page.height - page.top - page.bottom];
  return Math.min(page.scale, across / width, down / height);
}

function drawn(box, look, left, top, scale) {
  const pt = (length) => `${length * scale}pt`, { size, lines } = fitted(box, look);
  const half = (side) => (look.lines[side]?.width || 0) / 2;
  const element = h("div", { class: "box" }, box.text.trim() && h("div", {}, lines.join("\n")));
  Object.assign(element.style, {
    left: `${left + (box.x - half("left")) * scale}pt`, top: `${top + (box.y - half("top")) * scale}pt`,
    width: pt(box.width + half("left") + half("right")), height: pt(box.height + half("top") + half("bottom")),
    alignItems: DOWN[look.down] || "center", textAlign: look.across, lineHeight: LINE,
    padding: `0 ${pt(EDGE + (look.across === "right" ? look.indent : 0))} 0 ${pt(EDGE + (look.across === "left" ? look.indent : 0))}`,
    font: `${look.bold ? "bold" : "normal"} ${pt(size)}/${LINE} ${face(look)}`, color: look.colour, background: look.ground,
  });
  for (const [side, line] of Object.entries(look.lines)) {
    element.style.setProperty(`border-${side}`, `${pt(line.width)} ${line.dash ? "dashed" : "solid"} ${line.colour}`);
  }
  return element;
}
