// The product without what it is made with: the two bundles, and the one package that is not in them.
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./toolchain.mjs";

/** What is taken over, from the repository's root; PGlite reads its files from beside itself, so it is no part of a bundle. */
export const parts = [
  { from: "apps/server/dist", to: "apps/server/dist" },
  { from: "apps/web/dist", to: "apps/web/dist" },
  { from: "apps/server/node_modules/@electric-sql/pglite", to: "node_modules/@electric-sql/pglite" },
  { from: "LICENSE", to: "LICENSE" },
];

/**
 * Puts what runs into an empty folder: `node apps/server/dist/main.js` starts it there, `node apps/server/dist/termwise.js`
 * is the command line.
 * @param {string} folder
 */
export function assemble(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  mkdirSync(folder, { recursive: true });
  for (const { from, to } of parts) {
    const place = join(root, from);
    if (!existsSync(place)) throw new Error(`${from} is missing: build first`);
    // Source maps hold the sources; who runs the product needs none.
    cpSync(realpathSync(place), join(folder, to), {
      recursive: true,
      filter: (path) => !path.endsWith(".map"),
    });
  }
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ name: "termwise", private: true, type: "module", engines: { node: ">=24" } }, null, 2)}\n`,
  );
}
