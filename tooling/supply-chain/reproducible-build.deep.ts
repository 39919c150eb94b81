import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesBelow, root } from "@termwise/architecture/source-files";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFiles, bundledPackages, findInBundle } from "./bundles.ts";
import { shippedApps, shippedPackages } from "./shipped-packages.ts";

/** A value that must never get from the environment of a build into what it makes. */
const canary = "planted-9f1c27d05b7e4a38";
const planted = {
  TERMWISE_SECRET: canary,
  DATABASE_URL: `postgres://termwise:${canary}@127.0.0.1/termwise`,
  SMTP_URL: `smtp://termwise:${canary}@127.0.0.1`,
  OIDC_CLIENT_SECRET: canary,
  VITE_SECRET: canary,
};

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "termwise-build-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A clean copy of the repository with its packages installed from the lockfile. */
function cleanCopy(place: string): string {
  const copy = join(scratch, place);
  for (const path of filesBelow()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  execFileSync("pnpm", ["install", "--frozen-lockfile", "--prefer-offline", "--ignore-scripts"], {
    cwd: copy,
    stdio: "pipe",
  });
  return copy;
}

function built(copy: string, env: Record<string, string>, ...options: string[]) {
  for (const app of Object.values(shippedApps))
    execFileSync(
      process.execPath,
      ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", ...options],
      // What Vitest tells its tests is not what a build is told.
      {
        cwd: join(copy, app),
        env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
        stdio: "pipe",
      },
    );
}

const hashes = (copy: string) =>
  Object.values(shippedApps).flatMap((app) => {
    const folder = join(copy, app, "dist");
    return builtFiles(folder).map((path) => {
      const content = readFileSync(join(folder, path));
      return `${app}/dist/${path} ${createHash("sha256").update(content).digest("hex")}`;
    });
  });

describe("SEC-14: a build", () => {
  it("gives the same bytes in two folders, at two times, in two time zones, whatever secrets stand around it", () => {
    const first = cleanCopy("one");
    const second = cleanCopy("another/place/further/down");
    built(first, { TZ: "UTC", LANG: "C" });
    built(second, { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", ...planted });

    expect(hashes(first).length).toBeGreaterThan(30);
    expect(hashes(second)).toEqual(hashes(first));
    for (const app of Object.values(shippedApps))
      expect(findInBundle(join(second, app, "dist"), [canary, scratch])).toEqual([]);
  });

  it("holds nothing in the browser's part either that the bill of materials does not name", () => {
    const copy = cleanCopy("mapped");
    built(copy, {}, "--sourcemap");
    const billed = shippedPackages().map(({ name, version }) => `${name}@${version}`);
    const bundled = bundledPackages(join(copy, shippedApps.web, "dist"));
    expect(bundled.length).toBeGreaterThan(10);
    expect(bundled.filter((name) => !billed.includes(name))).toEqual([]);
  });
});
