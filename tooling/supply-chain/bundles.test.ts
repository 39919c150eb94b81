import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledPackages, findInBundle } from "./bundles.ts";

let dist = "";
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), "termwise-dist-"));
  mkdirSync(join(dist, "assets"));
  writeFileSync(join(dist, "main.js"), `const key = "AKIA${"ABCDEFGH23456789"}";\n`);
  writeFileSync(join(dist, "assets/a.js"), `throw new Error("/home/builder/termwise/apps/web/src/a.ts");\n`);
  writeFileSync(
    join(dist, "main.js.map"),
    JSON.stringify({
      sources: [
        "../src/main.ts",
        "../../../node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/index.js",
        "../../../node_modules/.pnpm/zod@4.6.7/node_modules/zod/v4/core/index.js",
        "../../../node_modules/.pnpm/@trpc+server@11.22.1_typescript@7.0.2/node_modules/@trpc/server/dist/index.mjs",
      ],
    }),
  );
});
afterAll(() => rmSync(dist, { recursive: true }));

describe("a built folder", () => {
  it("is asked which packages its bundles hold", () => {
    expect(bundledPackages(dist)).toEqual(["@trpc/server@11.22.1", "zod@4.6.7"]);
  });

  it("is searched for secrets and for paths of the machine that built it", () => {
    expect(findInBundle(dist, ["/home/builder/termwise"])).toEqual([
      "assets/a.js names /home/builder/termwise",
      "main.js:1 AWS key",
    ]);
  });
});
