import { describe, expect, it } from "vitest";
import { type RegisteredTerm, terms } from "../registry/index.ts";
import { termFinder } from "./find-terms.ts";

const by = ({ id, name, abbreviation, aliases, definition }: RegisteredTerm) => ({
  names: [name, ...(abbreviation === null ? [] : [abbreviation]), ...aliases, id],
  texts: [definition],
});
const finder = termFinder(terms, by);
const found = (question: string) => finder(question).map(({ id }) => id);

describe("termFinder", () => {
  it("finds every term first by its name, its abbreviation and each alias", () => {
    const names = terms.flatMap((term) => by(term).names.map((name) => ({ id: term.id, name })));
    const missed = names.filter(({ id, name }) => !found(name).slice(0, 2).includes(id));
    expect(missed).toEqual([]);
  });
  it("puts the term of that name above those that only begin with it", () => {
    expect(found("churn")[0]).toBe("churn");
    expect(found("nrr")[0]).toBe("nrr");
  });
  it("knows other words for the same", () => {
    expect(found("ndr")[0]).toBe("nrr");
    expect(found("client identity")[0]).toBe("customer-identity");
    expect(found("attrition rate").slice(0, 3)).toContain("churn-rate");
  });
  it("reads & as and", () => {
    expect(found("Renewal & Expansion Ownership")[0]).toBe("renewal-expansion-ownership");
  });
  it("finds the TRUE score by each of its parts, below scores named after one", () => {
    const parts = ["trust", "risk", "utilization", "engagement"];
    expect(parts.filter((part) => !found(part).includes("true-score"))).toEqual([]);
    expect(found("risk")[0]).toBe("risk-score");
    expect(found("engagement")[0]).toBe("engagement-score");
  });
  it("forgives small slips of spelling", () => {
    expect(found("onborded")[0]).toBe("onboarded");
    expect(found("chrun rate")[0]).toBe("churn-rate");
    expect(found("retantion gross")[0]).toBe("grr");
    expect(found("expactations documnet")[0]).toBe("expectations-document");
  });
  it("reads definitions where no name fits", () => {
    expect(found("opening cohort losses").length).toBeGreaterThan(0);
  });
  it("finds nothing for what is nowhere, and all for no words", () => {
    expect(found("zzzz")).toEqual([]);
    expect(found("?!")).toEqual([]);
    expect(found("  ")).toHaveLength(terms.length);
  });
});
