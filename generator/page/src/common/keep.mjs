// What was filled in stays in this browser, under a name; where it may not be kept, the page works without.
// What is stored is never trusted: it may be of an earlier version, or broken.
const VERSION = 2;
const key = (name) => `elevshare-${VERSION}-${name}`;

export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

// Whether it could be kept.
export function keep(name, state) {
  try {
    localStorage.setItem(key(name), JSON.stringify(state));
    return true;
  } catch {
    return false; // a private window, or a full disk
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(key(name));
  } catch {
    // it was not kept either
  }
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isKnown = (value) => value !== undefined;
const isPlain = (value) => ["string", "boolean", "number"].includes(typeof value);

// The fields of a value that an example knows, each only where it is of the same kind. Records in lists are as the
// first one of the example, and records without any example hold texts and marks.
export function alike(value, example) {
  if (Array.isArray(example)) return Array.isArray(value) ? value.map((one) => inList(one, example[0])).filter(isKnown) : copy(example);
  if (!isRecord(example)) return typeof value === typeof example ? value : example;
  if (!isRecord(value)) return copy(example);
  if (!Object.keys(example).length) return plain(value);
  return Object.fromEntries(Object.entries(example).map(([field, one]) => [field, alike(value[field], one)]));
}

function inList(value, example) {
  if (isRecord(example) || isRecord(value)) return isRecord(value) ? { ...plain(value), ...alike(value, example || {}) } : undefined;
  return isPlain(value) ? String(value) : undefined;
}

// A record of texts and answers, and of such records.
function plain(value) {
  const fine = Object.entries(value).filter(([, one]) => isPlain(one) || isRecord(one));
  return Object.fromEntries(fine.map(([field, one]) => [field, isRecord(one) ? plain(one) : one]));
}

export const copy = (value) => JSON.parse(JSON.stringify(value));
