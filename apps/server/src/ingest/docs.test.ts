import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importCodes } from "./codes.ts";
import { fieldTable } from "./field-table.ts";
import { ImportMapping } from "./mapping.ts";

const docs = (name: string) => fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url));
const importing = readFileSync(docs("importing.md"), "utf8");

describe("the documentation of imports", () => {
  it("lists every field with the headers it is known by", async () => {
    await expect(fieldTable()).toMatchFileSnapshot(docs("importing-fields.md"));
  });

  it("explains every code, and no other", () => {
    const rows = [...importing.matchAll(/^\| `([EW]_[A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect(rows.sort()).toEqual(Object.keys(importCodes).sort());
  });

  it("explains every setting of a mapping file", () => {
    const rows = [...importing.matchAll(/^\| `([a-zA-Z]+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(ImportMapping.shape).sort());
  });

  it("shows mapping files that are mapping files", () => {
    const examples = [...importing.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) =>
      JSON.parse(text ?? ""),
    );
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(ImportMapping.safeParse(example).error).toBeUndefined();
  });
});
