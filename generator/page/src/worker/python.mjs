// Pyodide with elevshare in it: the same in the page's worker, in node for the build, and in its tests.

const HOME = "/home/pyodide";

// A pack is a length, an index of names and sizes as JSON, and the files one after another.
export function unpack(FS, pack, folder = HOME) {
  const head = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + head)));
  const folders = new Set();
  let at = 4 + head;
  for (const [name, size] of index) {
    const path = `${folder}/${name}`, parent = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(parent)) FS.mkdirTree(parent);
    folders.add(parent);
    FS.writeFile(path, pack.subarray(at, at + size), { canOwn: true });
    at += size;
  }
}

// The bytes of what is packed as zstd, which Python can read and browsers cannot.
export function loosened(py, tight) {
  const zstd = py.pyimport("compression.zstd"), given = py.toPy(tight), found = zstd.decompress(given);
  const loose = found.toJs();
  for (const one of [zstd, given, found]) one.destroy();
  return loose;
}

const BEGIN = `
import gc, os, sys, warnings
sys.path.insert(0, "${HOME}")
gc.set_threshold(100_000)
warnings.simplefilter("ignore")
from elevshare.page.desk import Desk
`;

// `progress(done, of)` is called while a long work goes on.
export function begin(py, bridge, progress = () => {}) {
  py.registerJsModule("ironcalc_bridge", bridge);
  py.registerJsModule("elevshare_page", { progress });
  py.runPython(BEGIN);
  return py.runPython("import ironcalc_bridge\nDesk(ironcalc_bridge)");
}

export const SETTINGS = { HOME, TZ: "Asia/Shanghai", PYTHONHASHSEED: "0" };
