// Bundles the islands into wwwroot/app.js, the editor of live pages into pages.js, private notes into notes.js, the styles into
// app.css and what answers without a network into sw.js. `node esbuild.mjs --watch` rebuilds on change.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { context, build } from "esbuild";

const shared = { bundle: true, minify: true, logLevel: "info", legalComments: "none", absWorkingDir: import.meta.dirname };

export const script = {
  ...shared,
  entryPoints: ["Islands/app.ts"],
  outfile: "wwwroot/app.js",
  format: "esm",
  target: "es2022",
  splitting: false,
};

export const pages = { ...script, entryPoints: ["Islands/pages/index.ts"], outfile: "wwwroot/pages.js" };

export const notes = { ...script, entryPoints: ["Islands/notes/index.ts"], outfile: "wwwroot/notes.js" };

// Fonts are addresses on our own host, not files to bundle.
export const styles = {
  ...shared,
  entryPoints: ["Styles/index.css"],
  outfile: "wwwroot/app.css",
  target: ["chrome109", "firefox115", "safari16"],
  external: ["/fonts/*"],
};

/** It keeps our files under the mark of the build they came with. */
export const worker = mark => ({
  ...shared,
  entryPoints: ["Islands/offline/worker.ts"],
  outfile: "wwwroot/sw.js",
  format: "iife",
  target: "es2022",
  define: { BUILD: JSON.stringify(mark) },
});

async function markOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(path.join(import.meta.dirname, file)));
  return hash.digest("hex").slice(0, 12);
}

if (process.argv.includes("--watch")) {
  for (const options of [script, pages, notes, styles, worker(String(Date.now()))]) await (await context(options)).watch();
} else if (process.argv[1] === import.meta.filename) {
  await Promise.all([build(script), build(pages), build(notes), build(styles)]);
  await build(worker(await markOf([script.outfile, pages.outfile, notes.outfile, styles.outfile, "wwwroot/icons.svg"])));
}
