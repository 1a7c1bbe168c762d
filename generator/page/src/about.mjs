// 关于: the version, how new the rules are, whether the file is the one that was published, what stays in the browser.
import { dropZone, h, show } from "./common/dom.mjs";
import { forgetAll, keptSize } from "./common/stored.mjs";
import { licences } from "./licences.mjs";

export function about(main, desk) {
  const head = h("h2", { tabindex: "-1" }, "关于");
  show(main, head, thisProgram(desk), genuine(desk), privately(), h("section", {}, h("h3", {}, "许可"), licences()));
  head.focus();
}

function thisProgram(desk) {
  const version = document.querySelector("meta[name=version]").content;
  const rules = h("p", {});
  desk.run(["rules"]).then(({ said }) => JSON.parse(said)).then((record) => show(rules,
    `里面有 ${record.schemes} 个方案。已经施行的规定里最新的一项从 ${record.newest} 起（${record.of}）；`,
    `放假安排有 ${record.holidays.join("、")} 年的。以后的新规定，要换新版的文件才有；是否有新规定，请问主管部门。`)).catch(() => {});
  return h("section", {}, h("p", {}, `加梯分摊 ${version} 版。一个文件，不用安装，不用联网，双击就能用。`), rules);
}

// A page cannot read its own file: it is dropped here, and Python computes what is published beside the file.
function genuine(desk) {
  const told = h("p", { role: "status", "aria-live": "polite" });
  async function compute(files) {
    const [[name, data]] = Object.entries(files);
    show(told, "正在算……");
    try {
      const { said } = await desk.run(["sha256"], { file: data });
      show(told, `${name} 的 SHA-256 是：`, h("code", { class: "sum" }, said), "和公布的那一串从头到尾一样，就是原来的文件；差一个字也不是。");
    } catch (error) {
      show(told, h("span", { class: "bad" }, error.message));
    }
  }
  return h("section", {}, h("h3", {}, "核对这个文件"),
    h("p", {}, "别人传来的文件，想知道有没有被人改过：每个文件都能算出一串 64 个字的“指纹”（SHA-256），",
      "改动一点点就完全不同。和发布的地方公布的那一串（在 SHA256SUMS 里）比一比。两种算法："),
    h("ol", {}, h("li", {}, "把收到的 加梯分摊.html 拖到下面，这里就算出来。怀疑文件有问题的，用第二种。"),
      h("li", {}, "用 Windows 自己的：在放着这个文件的文件夹里，点一下上面的地址栏，输入 cmd，按回车；在出来的黑窗口里输入下面这一行再按回车，",
        "中间一行就是：", h("code", { class: "sum" }, "certutil -hashfile 加梯分摊.html SHA256"))),
    dropZone("把要核对的文件拖到这里", "", false, compute), told);
}

function privately() {
  const told = h("p", { role: "status", "aria-live": "polite" });
  const size = h("span", {}, keptSize());
  const forget = h("button", { type: "button", onclick: () => {
    if (!confirm("删掉存在这个浏览器里的全部填写内容？已经下载的簿子不受影响。")) return;
    forgetAll();
    show(told, "已删掉。关掉这个网页再打开，就是空的。");
    show(size, keptSize());
  } }, "删掉存在这里的内容");
  return h("section", {}, h("h3", {}, "存了什么，发了什么"),
    h("p", {}, "什么也没有发出去：这个网页不联网，也不许自己联网（拔掉网线一样用）。"),
    h("p", {}, "做到一半的填写内容存在这台电脑的这个浏览器里，下次打开还在；别的电脑、别的浏览器里没有。现在存着：", size,
      "。拖进来核对的簿子、银行流水不存，关掉网页就没有了。"),
    h("p", {}, "公用的电脑，用完请删掉："), forget, told);
}
