// Prints which file of a tree imports which other, as TypeScript's compiler resolves it: "importing file TAB imported file".
//
//   NODE_PATH=FOLDER node imports.js DIR      FOLDER holds the package typescript
//
// Every file is resolved with the options of the nearest tsconfig.json above it. Nothing of DIR is run.
"use strict";
const fs = require("fs");
const path = require("path");
const ts = require("typescript");

const root = fs.realpathSync(process.argv[2]);
const SOURCE = /\.[mc]?tsx?$/;
const WITHOUT_CONFIGURATION = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

function* files(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") {
      yield* files(at);
    } else if (entry.isFile() && SOURCE.test(entry.name)) {
      yield at;
    }
  }
}

const known = new Map();

/** Options and what was resolved with them, for the files of a folder. */
function settings(folder) {
  if (!known.has(folder)) {
    const file = path.join(folder, "tsconfig.json");
    let found = null;
    if (fs.existsSync(file)) {
      const host = { ...ts.sys, readDirectory: () => [], onUnRecoverableConfigFileDiagnostic: () => {} };
      const parsed = ts.getParsedCommandLineOfConfigFile(file, {}, host);
      found = parsed && parsed.options;
    }
    if (found) {
      known.set(folder, withCache(folder, { ...found, allowJs: true, resolveJsonModule: false }));
    } else if (folder === root) {
      known.set(folder, withCache(folder, { ...WITHOUT_CONFIGURATION, allowJs: true }));
    } else {
      known.set(folder, settings(path.dirname(folder)));
    }
  }
  return known.get(folder);
}

function withCache(folder, options) {
  return { options, cache: ts.createModuleResolutionCache(folder, (name) => name, options) };
}

const pairs = new Set();
for (const file of files(root)) {
  const { options, cache } = settings(path.dirname(file));
  const stated = ts.preProcessFile(fs.readFileSync(file, "utf8"), true, true);
  for (const { fileName } of stated.importedFiles) {
    const resolved = ts.resolveModuleName(fileName, file, options, ts.sys, cache).resolvedModule;
    const target = resolved && path.relative(root, resolved.resolvedFileName);
    if (target && !target.startsWith("..") && !target.split(path.sep).includes("node_modules")) {
      pairs.add(path.relative(root, file) + "\t" + target);
    }
  }
}
process.stdout.write([...pairs].map((pair) => pair + "\n").join(""));
