// Looks through what the build made: no secret, no path of the machine it was built on, and no package that the bill
// of materials does not name. Prints what it found; exits with 1 when it found something.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "@termwise/architecture/source-files";
import { bundledPackages, findInBundle } from "./bundles.ts";
import { shippedApps, shippedPackages } from "./shipped-packages.ts";

const billed = new Set(shippedPackages().map(({ name, version }) => `${name}@${version}`));
const found = Object.values(shippedApps).flatMap((app) => {
  const folder = join(root, app, "dist");
  if (!existsSync(folder)) return [`${app}/dist is missing: run \`npm run build\` first.`];
  const unbilled = bundledPackages(folder).filter((name) => !billed.has(name));
  return [
    ...findInBundle(folder, [root]).map((what) => `${app}/dist/${what}`),
    ...unbilled.map((name) => `${app}/dist holds ${name}, which is no production dependency`),
  ];
});
for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
