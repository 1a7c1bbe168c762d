// What was filled in stays in this browser; where it may not be kept, the page works without.

export function kept(name, otherwise) {
  try {
    return { ...otherwise, ...JSON.parse(localStorage.getItem(`elevshare-${name}`) || "{}") };
  } catch {
    return otherwise;
  }
}

export function keep(name, state) {
  try {
    localStorage.setItem(`elevshare-${name}`, JSON.stringify(state));
  } catch {
    // a private window or a full disk
  }
}

// What this page keeps, of all that the browser keeps for files like it.
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
