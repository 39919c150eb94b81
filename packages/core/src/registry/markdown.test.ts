import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { glossaryMarkdown } from "./markdown.ts";
import { terms } from "./registry.ts";

const text = glossaryMarkdown();
const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);

describe("the glossary as a document", () => {
  it("is what stands in docs/glossary.md; if not, run: pnpm --filter @termwise/core run glossary", () => {
    expect(readFileSync(new URL("../../../../docs/glossary.md", import.meta.url), "utf8")).toBe(text);
  });
  it("gives every term its id as anchor, and no anchor twice", () => {
    expect(terms.filter((term) => !anchors.includes(term.id))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
  it("links only to anchors it has", () => {
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
    expect(links.filter((to) => !anchors.includes(to ?? ""))).toEqual([]);
  });
  it("lists all letters, with and without terms", () => {
    expect(text).toContain("[A](#letter-A) · [B](#letter-B)");
    expect(text).toMatch(/ · X · \[Y\]\(#letter-Y\) · \[Z\]\(#letter-Z\)\n/);
  });
});
