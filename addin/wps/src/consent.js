/**
 * The vote on adding the lift: who took part, who agrees, and whether that is enough. The same
 * rules as generator/elevshare/rules/consent.py. A flat is {area, voted, agrees, person, name};
 * a part is [above the line, below it]; every number is a BigInt.
 */
import { sum } from "./money.js";
import { fold } from "./words.js";

const votes = (flat) => flat.voted;
const agrees = (flat) => flat.voted && flat.agrees;

/** A vote counted out: areas flat by flat, persons once each; slips contradict each other. */
export function tally(flats) {
  const groups = new Map();
  flats.forEach((flat, row) => {
    const key = fold(flat.person) || row;
    groups.set(key, [...(groups.get(key) || []), flat]);
  });
  const persons = [...groups.values()];
  const count = (of) => ({
    area: sum(flats.filter(of).map((flat) => flat.area)),
    persons: BigInt(persons.filter((group) => group.some(of)).length),
  });
  const slips = flats.filter((flat) => slipped(flat, groups)).map((flat) => flat.name);
  return { whole: count(() => true), taking: count(votes), agreeing: count(agrees), slips };
}

/** Whether the marks of a flat contradict themselves or those of its person's other flats. */
function slipped(flat, groups) {
  const mates = groups.get(fold(flat.person)) || [flat];
  const unlike = [votes, agrees].some((of) => new Set(mates.map(of)).size > 1);
  return unlike || (flat.agrees && !flat.voted);
}

/** The least whole number that is at least (or, `strict`, more than) a part of `base`; never 0. */
export function leastOf([above, below], base, strict) {
  const whole = (above * base) / below;
  const found = strict || (above * base) % below ? whole + 1n : whole;
  return found > 1n ? found : 1n;
}

/** Whether `have` is at least (or, `strict`, more than) a part of `base`, and not 0. */
export function enough(have, [above, below], base, strict) {
  const [mine, bar] = [below * have, above * base];
  return have > 0n && (mine > bar || (mine === bar && !strict));
}

/** Every test of a rule as {name, have, base, missing, passed}. */
export function hurdles(rule, { whole, taking, agreeing }) {
  const measures = rule.by_area ? [["面积", "area"], ["人数", "persons"]] : [["人数", "persons"]];
  const quorums = measures.map(([name, of]) =>
    test(`参与${name}`, taking[of], whole[of], rule.quorum, whole[of], false),
  );
  const approvals = measures.map(([name, of]) => {
    const base = rule.of_all ? whole[of] : taking[of];
    return test(`同意${name}`, agreeing[of], base, rule.approval, then(rule, base, whole[of]), rule.strict);
  });
  return rule.quorum ? [...quorums, ...approvals] : approvals;
}

/** What an approval is a part of, once just so many take part as must. */
function then(rule, base, whole) {
  if (!rule.quorum || rule.of_all) return base;
  const must = leastOf(rule.quorum, whole, false);
  return base > must ? base : must;
}

/** One test: whether `have` of `base` is enough, and how much is missing of a part of `later`. */
function test(name, have, base, part, later, strict) {
  if (!part) return null;
  const need = leastOf(part, later, strict);
  const missing = need > have ? need - have : 0n;
  return { name, have, base, missing, passed: enough(have, part, base, strict) };
}
