import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accessMarkdown } from "./markdown.ts";
import { type Callable, permissions } from "./permissions.ts";
import { rights } from "./rights.ts";
import { roles } from "./roles.ts";

const text = accessMarkdown();

describe("roles and rights as a document", () => {
  it("is what stands in docs/roles.md; if not, run: pnpm --filter @termwise/core run roles", () => {
    expect(readFileSync(new URL("../../../../docs/roles.md", import.meta.url), "utf8")).toBe(text);
  });
  it("names everything that can be called once, under what it needs", () => {
    const named = text.split("## What needs which")[1] ?? "";
    const cells = [...named.matchAll(/^\| .+? \| (.+) \|$/gm)].map(([, cell]) => cell ?? "");
    const calls = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""));
    expect(calls.sort()).toEqual((Object.keys(permissions) as Callable[]).sort());
  });
  it("has a line for every right, with a cell for every role", () => {
    const [, table = ""] = text.split(/## Rights|## What needs which/);
    const lines = table.split("\n").filter((line) => line.startsWith("| `"));
    expect(lines.length).toBe(Object.keys(rights).length);
    expect(lines.filter((line) => line.split(" | ").length !== roles.length + 2)).toEqual([]);
  });
});
