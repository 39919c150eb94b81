import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Figure } from "@termwise/core/glossary";
import { failureCodes } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { appRouter } from "./router.ts";
import { opened } from "./testing.ts";

const text = readFileSync(fileURLToPath(new URL("../../../docs/api.md", import.meta.url)), "utf8");
const firstCells = [...text.matchAll(/^\| (.+?) \|/gm)].map(([, cell]) => cell ?? "");
const codesIn = (cells: readonly string[]) =>
  cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ""));

// At run time the procedures of all routers stand in one record; their type is that of the routers.
const kindOf = (procedure: object) => ("_def" in procedure ? (procedure._def as { type: string }).type : "");

describe("the documentation of the API", () => {
  const on = testEngine("embedded");

  it("names every procedure, each as the query or mutation it is, and no other", () => {
    const procedures = Object.entries(appRouter._def.procedures).map(([name, procedure]) =>
      kindOf(procedure) === "mutation" ? `\`${name}\` (mutation)` : `\`${name}\``,
    );
    expect(firstCells.filter((cell) => /^`\w+\.\w+`/.test(cell)).sort()).toEqual(procedures.sort());
  });

  it("names every address the server answers, and no other", async () => {
    const { app } = await opened(await on.open());
    // Addresses of events are answered with a slash at their end too, as the documentation says once for all of them.
    const plain = (address: string) => address.replace(/(?<=\w)\/$/, "");
    const answered = app.routes
      .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
      .map(({ method, path }) => plain(`${method} ${path.replace(":id", "ID")}`));
    const named = codesIn(firstCells)
      .filter((code) => /^(GET|POST) /.test(code))
      .map((code) => code.replace(/[[?].*$/, ""));
    expect(named.sort()).toEqual([...new Set(answered)].sort());
  });

  it("names every field of a figure, and every code of a failure", () => {
    const named = codesIn(firstCells);
    expect(Object.keys(Figure.shape).filter((field) => !named.includes(field))).toEqual([]);
    expect(failureCodes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });
});
