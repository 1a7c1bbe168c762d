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
