// What this page keeps, of all that the browser keeps for files like it: how much it is, and gone with it.
function ours() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith("elevshare-"));
  } catch {
    return [];
  }
}

export const forgetAll = () => ours().forEach((name) => localStorage.removeItem(name));

export function keptSize() {
  const letters = ours().reduce((sum, name) => sum + localStorage.getItem(name).length, 0);
  return letters ? `约 ${letters.toLocaleString("zh-CN")} 个字` : "没有内容";
}
