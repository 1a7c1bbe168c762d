// Before anything of Pyodide: it refuses classic workers, which it knows by importScripts;
// a module worker of a blob does not start from file:// in Chromium.
self.importScripts = () => {
  throw new Error("none");
};
