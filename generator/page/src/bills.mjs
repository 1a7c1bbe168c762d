// Bills to print or to send: built from the paper's own cells.
import { h } from "./dom.mjs";

export function billsRoad() {
  return h("div", {}, h("h2", {}, "打印账单"), h("p", {}, "还没有做好：请在 WPS 里打开簿子，打印“账单”页。"));
}
