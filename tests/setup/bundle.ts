// Builds the server as it is shipped, once for all tests that start it or its command line as a process of its own: a
// bundle starts in a fraction of the time its sources need.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built server: `main.js` and `termwise.js`. */
    bundle: string;
  }
}

const server = join(import.meta.dirname, "../../apps/server");

export default function setup({ provide }: TestProject): () => void {
  // Within the server's folder: what is not bundled is found from there.
  const built = join(server, "node_modules/.built-for-tests");
  mkdirSync(built, { recursive: true });
  const folder = mkdtempSync(join(built, "run-"));
  execFileSync(
    process.execPath,
    [join(server, "node_modules/vite/bin/vite.js"), "build", "--outDir", folder, "--logLevel", "warn"],
    { cwd: server, stdio: ["ignore", "ignore", "inherit"] },
  );
  provide("bundle", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
