/**
 * The name most like what was asked for: the measure of Ratcliff and Obershelp, twice the length
 * of all matching pieces over the length of both texts, as Python's difflib has it.
 */

/** The longest piece that both texts share inside bounds, the earliest of equals: [i, j, length]. */
function longest(a, b, [fromA, toA, fromB, toB]) {
  let best = [fromA, fromB, 0];
  let lengths = new Map();
  for (let i = fromA; i < toA; i += 1) {
    const next = new Map();
    for (let j = fromB; j < toB; j += 1) {
      if (a[i] !== b[j]) continue;
      const length = (lengths.get(j - 1) || 0) + 1;
      next.set(j, length);
      if (length > best[2]) best = [i - length + 1, j - length + 1, length];
    }
    lengths = next;
  }
  return best;
}

/** The length of all matching pieces: the longest one, and those left and right of it. */
function matching(a, b, [fromA, toA, fromB, toB]) {
  const [i, j, length] = longest(a, b, [fromA, toA, fromB, toB]);
  if (!length) return 0;
  const left = matching(a, b, [fromA, i, fromB, j]);
  return left + length + matching(a, b, [i + length, toA, j + length, toB]);
}

/** The name most like `wanted`, null where none is like it by 0.4 or more. */
export function nearestName(wanted, names) {
  const b = [...wanted];
  const scored = names.map((name) => {
    const a = [...name];
    const both = a.length + b.length;
    return [both ? (2 * matching(a, b, [0, a.length, 0, b.length])) / both : 1, name];
  });
  const near = scored.filter(([score]) => score >= 0.4);
  near.sort((one, two) => two[0] - one[0] || (two[1] > one[1] ? 1 : -1));
  return near.length ? near[0][1] : null;
}
