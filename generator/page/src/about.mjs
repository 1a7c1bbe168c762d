// 关于: version, how to check the file, and the licences of what is inside.
import { h, show } from "./common/dom.mjs";

const INSIDE = [["Pyodide", "MPL-2.0"], ["CPython", "PSF-2.0"], ["IronCalc", "MIT／Apache-2.0"], ["openpyxl、et_xmlfile", "MIT"], ["cn2an、proces", "MIT"]];

export function about(main) {
  show(main, h("h2", {}, "关于"), h("p", {}, "加梯分摊，全部在浏览器里算。要核对这个文件是不是原来的，请比较它的 SHA-256 和发布时公布的那一串。"),
    h("h3", {}, "里面用到的软件和许可"), h("ul", {}, INSIDE.map(([name, licence]) => h("li", {}, `${name}：${licence}`))));
}
