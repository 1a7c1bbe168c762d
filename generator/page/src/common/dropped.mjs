// The files that are dropped, those in folders too.

const HIDDEN = /^(~\$|\.)/; // what Excel, WPS and the system leave in a folder

export async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((one) => one.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((one) => one.isDirectory)) return [...transfer.files];
  return (await Promise.all(entries.map(under))).flat();
}

async function under(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const inside = [], reader = entry.createReader();
  for (;;) {
    // A folder is told in pieces.
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    inside.push(...some.filter((one) => !HIDDEN.test(one.name)));
  }
  inside.sort((one, other) => one.name.localeCompare(other.name, "zh", { numeric: true }));
  return (await Promise.all(inside.map(under))).flat();
}
