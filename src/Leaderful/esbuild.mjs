// Bundles the islands into wwwroot/app.js and the styles into wwwroot/app.css. `node esbuild.mjs --watch` rebuilds on change.
import { context, build } from "esbuild";

const shared = { bundle: true, minify: true, logLevel: "info", legalComments: "none", absWorkingDir: import.meta.dirname };

const script = {
  ...shared,
  entryPoints: ["Islands/app.ts"],
  outfile: "wwwroot/app.js",
  format: "esm",
  target: "es2022",
  splitting: false,
};

// Fonts are addresses on our own host, not files to bundle.
const styles = {
  ...shared,
  entryPoints: ["Styles/index.css"],
  outfile: "wwwroot/app.css",
  target: ["chrome109", "firefox115", "safari16"],
  external: ["/fonts/*"],
};

if (process.argv.includes("--watch")) {
  for (const options of [script, styles]) await (await context(options)).watch();
} else {
  await Promise.all([build(script), build(styles)]);
}
