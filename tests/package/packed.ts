// Builds and packs @termwise/core once for all tests of the published package.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the package as it is published. */
    dist: string;
    /** The packed archive, as a registry would hand it out. */
    tarball: string;
  }
}

const core = join(import.meta.dirname, "../../packages/core");

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "termwise-package-"));
  const dist = join(core, "dist");
  execFileSync(process.execPath, [join(core, "scripts/build-package.ts")], { stdio: "inherit" });
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: dist,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const filename = packed.trim().split("\n").at(-1) ?? "";
  provide("dist", dist);
  provide("tarball", join(folder, filename));
  return () => rmSync(folder, { recursive: true, force: true });
}
