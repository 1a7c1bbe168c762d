// A text in its box: broken into lines, or made smaller, so that nothing of it is cut off. The lines are the same on
// paper and in a picture. All lengths are in points.

const FACES = {
  serif: "SimSun, 宋体, 'Songti SC', STSong, 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
  sans: "'Microsoft YaHei', 微软雅黑, 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
};
export const EDGE = 2, LINE = 1.2; // between a text and the line of its box; of a line of text, by its size
const LEAST = 4, STEP = 0.25, RESERVE = 0.985; // a printer's letters may be a little wider
const WORDS = /[\d.,:%A-Za-z+¥\-]+[，。、；：？！）》”’]*|[（《“‘]*[^\S\n]|[（《“‘]*[^（《“‘][，。、；：？！）》”’㎡…]*|./gu;

const pen = document.createElement("canvas").getContext("2d");

export const face = (look) => FACES[look.sans ? "sans" : "serif"];
export const font = (look, size) => `${look.bold ? "bold " : ""}${size}px ${face(look)}`;

// { size, lines } of a box: `width` and `height` are those of the box.
export function fitted({ text, width, height }, look) {
  const wide = (width - 2 * EDGE - look.indent) * RESERVE;
  for (let size = look.size; ; size -= STEP) {
    pen.font = font(look, size);
    const lines = look.fit === "wrap" ? broken(text, wide) : text.split("\n");
    const fits = lines.length * size * LINE <= height && Math.max(...lines.map(widthOf)) <= wide;
    if (fits || size <= LEAST) return { size, lines };
  }
}

const widthOf = (text) => pen.measureText(text).width;

function broken(text, wide) {
  return text.split("\n").flatMap((part) => {
    const lines = [""];
    for (const word of part.match(WORDS) || []) {
      for (const piece of widthOf(word) > wide ? word : [word]) {
        const full = lines.at(-1) && widthOf(lines.at(-1) + piece.trimEnd()) > wide;
        if (full) lines.push(piece.trimStart());
        else lines[lines.length - 1] += piece;
      }
    }
    return lines;
  });
}
