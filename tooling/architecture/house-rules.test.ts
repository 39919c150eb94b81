import { describe, expect, it } from "vitest";
import { isTest, read, sourceFiles } from "./source-files.ts";

const files = sourceFiles().filter((path) => !path.startsWith("packages/db/drizzle/"));

describe("files", () => {
  it("say in their name what they hold", () => {
    const empty = /(^|-)(utils?|helpers?|common|misc|managers?|services?)$/;
    const stem = (path: string) => path.split("/").at(-1)?.split(".")[0] ?? "";
    const folders = (path: string) => path.split("/").slice(0, -1);
    const wrong = files.filter(
      (path) =>
        empty.test(stem(path)) ||
        folders(path).some((folder) => empty.test(folder)) ||
        ["types", "constants"].includes(stem(path)),
    );
    expect(wrong).toEqual([]);
  });

  it("are named in kebab-case", () => {
    const routes = /^apps\/web\/src\/app\/routes\//; // named by the router's own rules
    const wrong = files.filter(
      (path) =>
        !routes.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(path.split("/").at(-1) ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  it("have at most 300 lines", () => {
    const lines = (path: string) => read(path).split("\n").length - 1;
    expect(files.filter((path) => lines(path) > 300).map((path) => `${path}: ${lines(path)} lines`)).toEqual(
      [],
    );
  });
});

describe("transactions", () => {
  it("are begun in one place, which gives its connection back when BEGIN fails", () => {
    const ours = "packages/db/src/transaction.ts";
    const wrong = files.filter(
      (path) =>
        /^(packages\/db|apps\/server|bench)\//.test(path) &&
        path !== ours &&
        !path.includes("/faults/") &&
        /\.transaction\(/.test(read(path)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("types", () => {
  it("are never talked away", () => {
    const talkedAway = /\bas any[;,)\]]|\bas unknown\s+as\b|@ts-(?:ignore|nocheck|expect-error)/;
    // A test of types expects errors: that is what it is for.
    const wrong = files.filter((path) => !isTest(path) && talkedAway.test(read(path)));
    expect(wrong).toEqual([]);
  });
});
