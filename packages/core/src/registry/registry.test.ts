import { describe, expect, expectTypeOf, it } from "vitest";
import { accountAttributes, dimensions } from "../facts/index.ts";
import { Term } from "../glossary/index.ts";
import { Failure } from "../kernel/index.ts";
import { LedgerPolicy, movementKinds, movementReasons } from "../ledger/index.ts";
import { allLedgerParameters } from "../ledger/terms/parameters.ts";
import {
  grrMethods,
  houseRetentionPolicy,
  type MetricTerm,
  metrics,
  nrrMethods,
  winbackTreatments,
} from "../retention/index.ts";
import { retentionParameters } from "../retention/terms/parameters.ts";
import { bindingOf, bindings, runExamplesOf } from "./bindings.ts";
import { termOfDimension, termOfMovement, termOfPolicyChoice, termOfReason } from "./names.ts";
import {
  findTerm,
  isTermId,
  type TermId,
  termById,
  terms,
  termsByLetter,
  termsBySection,
} from "./registry.ts";

const ids = terms.map((term) => term.id);
const lower = (text: string) => text.toLowerCase();

describe.each(terms.map((term) => [term.id, term] as const))("%s", (_, term) => {
  it("has the shape of a term", () => {
    expect(Term.safeParse(term).error?.issues ?? []).toEqual([]);
  });
  it("is related to terms that exist, to none twice and not to itself", () => {
    expect(term.related.filter((id) => !isTermId(id))).toEqual([]);
    expect(new Set(term.related).size).toBe(term.related.length);
    expect(term.related).not.toContain(term.id);
  });
  it("defines in one sentence what it is, and not by its own name alone", () => {
    expect(term.definition.match(/[.?!](\s|$)/g)).toHaveLength(1);
    expect(lower(term.definition).startsWith(lower(term.name))).toBe(false);
  });
});

describe("the glossary", () => {
  it("gives every id, name, abbreviation and alias to one term only", () => {
    const said = terms.flatMap(({ id, name, abbreviation, aliases }) =>
      [...new Set([id.replaceAll("-", " "), name, abbreviation ?? "", ...aliases].map(lower))].filter(
        Boolean,
      ),
    );
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
  });
  it("finds a term by id, name, abbreviation and alias, however they are written", () => {
    expect(
      ["nrr", "NRR", "net revenue retention", "Net-Revenue  Retention", "ndr"].map(
        (text) => findTerm(text)?.id,
      ),
    ).toEqual(Array.from({ length: 5 }, () => "nrr"));
    expect(findTerm("reactivation")?.id).toBe("winback-arr");
    expect(findTerm("no such word")).toBeNull();
  });
  it("stands in order of names, and lists letters that have no term", () => {
    expect(terms.map((term) => term.name)).toEqual(
      terms.map((term) => term.name).sort((a, b) => a.localeCompare(b, "en")),
    );
    const letters = termsByLetter();
    expect(letters).toHaveLength(26);
    expect(letters.flatMap((letter) => letter.terms)).toEqual([...terms]);
    expect(letters.find(({ letter }) => letter === "X")?.terms).toEqual([]);
  });
  it("tells a relation on both of its terms, unless a word is named by more than it could name back", () => {
    const oneWay = terms.flatMap(({ id, related }) =>
      related.filter((other) => !terms.find((term) => term.id === other)?.related.includes(id)),
    );
    const around = (id: string) =>
      new Set([
        ...(terms.find((term) => term.id === id)?.related ?? []),
        ...terms.filter(({ related }) => related.includes(id)).map((term) => term.id),
      ]);
    expect([...new Set(oneWay)].filter((id) => around(id).size <= 12)).toEqual([]);
  });
  it("says of every word what it is not, of those that are to be more than a word what counts and each of what", () => {
    const carried = terms.filter(({ tier }) => tier !== "C");
    expect(terms.filter(({ notNotes }) => notNotes.length === 0).map(({ id }) => id)).toEqual([]);
    const bare = carried.filter(
      ({ grain, inclusions, exclusions }) => grain === null || inclusions.length + exclusions.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
  it("gives every metric a formula, a unit and whether it foretells, but those that stand for others", () => {
    const metrics = terms.filter(({ kind }) => kind === "metric");
    const open = metrics.filter(
      ({ formula, unit, indicator }) => formula === null || unit === null || indicator === null,
    );
    expect(open.map(({ id }) => id)).toEqual(["kpis", "success-metrics"]);
  });
  it("tells readings by two teams or more, each of them once", () => {
    const read = terms.flatMap(({ id, readings = [] }) =>
      readings.length === 0 ? [] : [{ id, teams: readings.map(({ team }) => team) }],
    );
    const teams = ["Sales", "Customer Success", "Product", "Finance"];
    const odd = read.filter(
      (one) =>
        one.teams.length < 2 ||
        new Set(one.teams).size < one.teams.length ||
        !one.teams.every((team) => teams.includes(team)),
    );
    expect(odd).toEqual([]);
    const disputed: TermId[] = ["beta", "roadmap", "onboarded", "feature-request"];
    expect(disputed.filter((id) => !read.some((one) => one.id === id))).toEqual([]);
  });
  it("has every term in one section", () => {
    const listed = termsBySection().flatMap((group) => group.terms.map((term) => term.id));
    expect([...listed].sort()).toEqual([...ids].sort());
  });
  it("has ids as a closed union, and refuses others by type and at run time", () => {
    expectTypeOf<"nrr">().toExtend<TermId>();
    expectTypeOf<"nonsense">().not.toExtend<TermId>();
    expectTypeOf<MetricTerm>().toExtend<TermId>();
    // @ts-expect-error "nonsense" is no term
    expect(() => termById("nonsense")).toThrow(Failure);
  });
});

describe("what figures speak of", () => {
  it("every kind, reason, dimension and policy choice has a term", () => {
    expect(Object.keys(termOfMovement)).toEqual([...movementKinds]);
    expect(Object.keys(termOfReason)).toEqual([...movementReasons]);
    expect(Object.keys(termOfDimension)).toEqual([...dimensions]);
    expect(dimensions.every((dimension) => accountAttributes.includes(dimension))).toBe(true);
    const named = [termOfMovement, termOfReason, termOfDimension, termOfPolicyChoice].flatMap((of) =>
      Object.values(of),
    );
    expect(named.filter((id) => !isTermId(id))).toEqual([]);
  });
  it("the term of a policy choice prints that choice", () => {
    const missing = Object.entries(termOfPolicyChoice).filter(
      ([name, id]) => !termById(id).parameters.some((parameter) => parameter.name === name),
    );
    expect(missing).toEqual([]);
  });
  it("a parameter is the same on every term that has it, and its default is one that may be set", () => {
    const byName = new Map<string, string>();
    const odd = terms.flatMap(({ id, parameters }) =>
      parameters.flatMap((parameter) => {
        const [told, before] = [JSON.stringify(parameter), byName.get(parameter.name)];
        byName.set(parameter.name, told);
        const legal =
          "options" in parameter
            ? parameter.options.some(({ value }) => value === parameter.default)
            : parameter.default >= parameter.range.min && parameter.default <= parameter.range.max;
        return legal && (before === undefined || before === told) ? [] : [`${id}: ${parameter.name}`];
      }),
    );
    expect(odd).toEqual([]);
  });
  it("parameters have the defaults and the options of the policies they describe", () => {
    const house = { ...LedgerPolicy.parse({}), ...houseRetentionPolicy };
    const parameters = [...allLedgerParameters, ...Object.values(retentionParameters)];
    expect(Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]))).toEqual(
      house,
    );
    const optionsOf = (of: (typeof parameters)[number]) =>
      "options" in of ? of.options.map(({ value }) => value).sort() : [];
    expect(optionsOf(retentionParameters.nrrMethod)).toEqual([...nrrMethods].sort());
    expect(optionsOf(retentionParameters.grrMethod)).toEqual([...grrMethods].sort());
    expect(optionsOf(retentionParameters.winback)).toEqual([...winbackTreatments].sort());
    for (const parameter of allLedgerParameters) {
      const values =
        "options" in parameter ? optionsOf(parameter) : [parameter.range.min, parameter.range.max];
      for (const value of values)
        expect(LedgerPolicy.safeParse({ [parameter.name]: value }).success).toBe(true);
      if ("range" in parameter)
        for (const value of [parameter.range.min - 1, parameter.range.max + 1])
          expect(LedgerPolicy.safeParse({ [parameter.name]: value }).success).toBe(false);
    }
  });
});

describe("bound terms", () => {
  it("are terms of the glossary, each bound once, with plain JSON examples that hold", () => {
    const bound = bindings.map((binding) => binding.term.id);
    expect(bound.filter((id) => !isTermId(id))).toEqual([]);
    expect(new Set(bound).size).toBe(bound.length);
    for (const binding of bindings) {
      const runs = binding.run();
      expect(runs.length).toBeGreaterThan(0);
      expect(runs.filter((run) => !run.holds)).toEqual([]);
      expect(JSON.parse(JSON.stringify(runs))).toEqual(runs);
    }
  });
  it("are all the metrics, in the unit their functions answer in", () => {
    for (const [id, metric] of Object.entries(metrics)) {
      const term = termById(id as MetricTerm);
      expect([id, bindingOf(term.id)?.symbol, term.unit]).toEqual([id, "figureOf", metric.unit]);
    }
    const unbound = terms.filter(
      (term) => term.kind === "metric" && term.status !== "draft" && bindingOf(term.id) === null,
    );
    expect(unbound.map((term) => term.id)).toEqual([]);
  });
  it("answer their examples on request; a term that nothing computes has none", () => {
    expect(runExamplesOf("dollar-retention")).toMatchObject([
      { expect: "1.040000", answer: "1.040000", holds: true },
    ]);
    expect(runExamplesOf("pmm")).toEqual([]);
  });
});
