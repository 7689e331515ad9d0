// Builds the explorer into the folder named: npm run build. The files are committed, so that go build needs no Node.

import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";

const out = process.argv[2];
await mkdir(out, { recursive: true });
await build({
  entryPoints: { app: "src/main.ts", layout: "src/layout.worker.ts" },
  bundle: true, minify: true, format: "esm", target: "es2022", outdir: out, legalComments: "eof", charset: "utf8",
});
await build({ entryPoints: { app: "src/app.css" }, minify: true, outdir: out });
for (const file of ["index.html", "icon.svg"]) {
  await copyFile(file, `${out}/${file}`);
}
