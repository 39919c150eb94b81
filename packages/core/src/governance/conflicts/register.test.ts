import { describe, expect, it } from "vitest";
import * as adoption from "../../adoption/index.ts";
import * as coverage from "../../coverage/index.ts";
import * as facts from "../../facts/index.ts";
import * as handoff from "../../handoff/index.ts";
import * as ledger from "../../ledger/index.ts";
import * as lifecycle from "../../lifecycle/index.ts";
import * as people from "../../people/index.ts";
import * as registry from "../../registry/index.ts";
import * as retention from "../../retention/index.ts";
import * as governance from "../index.ts";
import { conflicts, conflictsOf } from "./register.ts";

const { isTermId, termById } = registry;
const modules: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries({
    adoption,
    coverage,
    facts,
    governance,
    handoff,
    ledger,
    lifecycle,
    people,
    registry,
    retention,
  }).map(([name, module]) => [`@termwise/core/${name}`, module]),
);

describe("the register of contradictions", () => {
  it("holds all 42, each once and in order", () => {
    const numbers = Array.from({ length: 42 }, (_, at) => `C-${String(at + 1).padStart(2, "0")}`);
    expect(conflicts.map(({ id }) => id)).toEqual(numbers);
  });
  it("names only terms there are, and at least one for each contradiction", () => {
    expect(conflicts.flatMap(({ terms }) => terms).filter((id) => !isTermId(id))).toEqual([]);
    expect(conflicts.filter(({ terms }) => terms.length === 0)).toEqual([]);
  });
  it("says in sentences what contradicts itself and what was chosen", () => {
    for (const { conflict, settlement } of conflicts)
      for (const text of [conflict, settlement]) expect(text).toMatch(/^[A-Z0-9].{20,300}\.$/);
  });
  it("names symbols that core exports for what is held by the software", () => {
    const held = conflicts.flatMap(({ heldBy }) => (heldBy === null ? [] : [heldBy]));
    const exported = ({ module, symbol }: (typeof held)[number]) =>
      Object.hasOwn(modules[module] ?? {}, symbol);
    expect(held.filter((one) => !exported(one))).toEqual([]);
  });
});

describe("conflictsOf", () => {
  it("tells those that touch a term", () => {
    expect(conflictsOf(termById("grr").id).map(({ id }) => id)).toEqual(["C-13", "C-16"]);
  });
  it("tells none of a term that is not disputed", () => {
    expect(conflictsOf("knowledge-base")).toEqual([]);
  });
});
