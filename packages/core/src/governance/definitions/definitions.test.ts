import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EntryOf, JournalFact, type SignatureDecision, type Team } from "../../facts/index.ts";
import { day, EntryId, instant } from "../../kernel/index.ts";
import { type TermId, termById } from "../../registry/index.ts";
import { parameterFault, parametersOn, policyOfDay, readerOf } from "./parameters.ts";
import { proposalsOf } from "./proposals.ts";
import { definitionOn, definitionVersions, textOf } from "./versions.ts";

let told = 0;
function fact(entry: EntryOf<"term_proposal" | "term_signature">, on = "2026-12-01"): JournalFact {
  told += 1;
  const moment = instant(new Date(Date.parse(`${on}T09:00:00Z`) + told * 1_000).toISOString());
  const entryId = EntryId.parse(`ent_${told}`);
  return JournalFact.parse({
    kind: "journal",
    entryId,
    accountId: null,
    at: moment,
    by: "mem_1",
    withdrawn: null,
    entry,
    effectiveOn: on,
    recordedAt: moment,
    source: { system: "termwise", key: entryId, file: null, line: null },
  });
}

interface Plain {
  term?: TermId;
  base?: number;
  parameters?: Record<string, string | number>;
  from?: string;
  teams?: readonly Team[];
  definition?: string;
}
function proposal({ term = "nrr", base = 1, parameters = {}, from = "2027-01-01", ...of }: Plain = {}) {
  return fact({
    of: "term_proposal",
    term,
    base,
    text: { ...textOf(termById(term)), ...(of.definition ? { definition: of.definition } : {}) },
    parameters,
    takesEffectOn: day(from),
    reason: "Board asked",
    teams: [...(of.teams ?? ["sales", "customer_success"])],
  });
}
const sign = (
  of: JournalFact,
  team: Team,
  decision: SignatureDecision = "approve",
  on = "2026-12-02",
): JournalFact =>
  fact(
    {
      of: "term_signature",
      proposal: of.entryId,
      team,
      decision,
      typedName: "Ada Lovelace",
      comment: null,
    },
    on,
  );
const bothSign = (of: JournalFact, on?: string) => [
  sign(of, "sales", "approve", on),
  sign(of, "customer_success", "approve", on),
];
const stateOf = (...journal: JournalFact[]) => proposalsOf(journal).map(({ state }) => state);
const nrr = termById("nrr");

describe("a proposed definition", () => {
  it("waits until every team has agreed, and tells which are missing", () => {
    const made = proposal();
    const [open] = proposalsOf([made, sign(made, "sales")]);
    expect(open).toMatchObject({ state: "open", missing: ["customer_success"], approved: null });
    expect(stateOf(made, ...bothSign(made))).toEqual(["approved"]);
  });
  it("is not agreed while a team takes its word back by asking", () => {
    const made = proposal();
    expect(
      stateOf(made, sign(made, "sales"), sign(made, "sales", "ask"), sign(made, "customer_success")),
    ).toEqual(["open"]);
  });
  it("once rejected, leaves the version in force as it is, whatever is signed later", () => {
    const made = proposal({ parameters: { winback: "all" } });
    const journal = [made, sign(made, "customer_success", "reject"), ...bothSign(made)];
    expect(stateOf(...journal)).toEqual(["rejected"]);
    expect(definitionOn(nrr, proposalsOf(journal), day("2030-01-01")).version).toBe(1);
  });
  it("does not count what a team says that is not asked", () => {
    const made = proposal();
    expect(stateOf(made, sign(made, "sales"), sign(made, "product"), sign(made, "finance"))).toEqual([
      "open",
    ]);
  });
  it("holds from its day, or from the last signature if that came later", () => {
    const early = proposal({ from: "2026-12-01" });
    const [agreed] = proposalsOf([early, ...bothSign(early, "2026-12-20")]);
    expect(agreed?.approved?.from).toBe("2026-12-20");
  });
  it("is overtaken when another against the same version was agreed on first: two end with one version", () => {
    const [one, two] = [proposal(), proposal()];
    const journal = [one, two, ...bothSign(two), ...bothSign(one)];
    expect(stateOf(...journal)).toEqual(["overtaken", "approved"]);
    expect(definitionVersions(nrr, proposalsOf(journal)).map(({ version }) => version)).toEqual([1, 2]);
  });
  it("is overtaken while it is still open, too", () => {
    const [one, two] = [proposal(), proposal()];
    expect(stateOf(one, two, ...bothSign(two))).toEqual(["overtaken", "approved"]);
  });
});

describe("versions of a definition", () => {
  const first = proposal({ definition: "What customers of last year pay this year, as a share." });
  const second = proposal({ base: 2, from: "2027-07-01", parameters: { winback: "all" } });
  const proposals = proposalsOf([first, ...bothSign(first), second, ...bothSign(second)]);

  it("follow the product's own, each with the whole text and every parameter", () => {
    const versions = definitionVersions(nrr, proposals);
    expect(versions.map(({ version, on }) => [version, on])).toEqual([
      [1, nrr.versions[0]?.on],
      [2, "2027-01-01"],
      [3, "2027-07-01"],
    ]);
    expect(versions[1]?.text.definition).toMatch(/^What customers of last year/);
    expect(versions.map(({ parameters }) => parameters["winback"])).toEqual(["none", "none", "all"]);
  });
  it("are in force from their day: a period that ended before reads the one of its time", () => {
    const on = (text: string) => definitionOn(nrr, proposals, day(text)).version;
    expect([
      on("2020-01-01"),
      on("2026-12-31"),
      on("2027-01-01"),
      on("2027-06-30"),
      on("2027-07-01"),
    ]).toEqual([1, 1, 2, 2, 3]);
  });
  it("count a shared parameter for every term that is counted by it", () => {
    expect(definitionOn(termById("grr"), proposals, day("2027-07-01")).version).toBe(2);
    expect(definitionOn(termById("arr"), proposals, day("2027-07-01")).version).toBe(1);
  });
  it("never count down, and are read alike in whatever order facts arrive", () => {
    const step = fc.record({
      base: fc.integer({ min: 1, max: 4 }),
      from: fc.constantFrom("2026-12-05", "2027-01-01", "2027-07-01"),
      winback: fc.option(fc.constantFrom("none", "all")),
      signed: fc.subarray<Team>(["sales", "customer_success"]),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer(), (steps, seed) => {
        const journal = steps.flatMap(({ winback, signed, ...of }) => {
          const made = proposal({ ...of, parameters: winback ? { winback } : {} });
          return [made, ...signed.map((team) => sign(made, team))];
        });
        const versions = definitionVersions(nrr, proposalsOf(journal));
        versions.forEach((version, index) => {
          expect(version.version).toBe(index + 1);
          expect(version.on >= (versions[index - 1]?.on ?? "")).toBe(true);
        });
        const shuffled = journal
          .map((one, index) => [(index * 7919 + seed) % 101, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(definitionVersions(nrr, proposalsOf(shuffled))).toEqual(versions);
      }),
      { numRuns: 100 },
    );
  });
});

describe("parameters a workspace sets", () => {
  const made = proposal({ parameters: { winback: "all", winbackDays: 30 } });
  const proposals = proposalsOf([made, ...bothSign(made)]);

  it("are those of the day: the product's before, the workspace's from then on", () => {
    expect(parametersOn(proposals, day("2026-12-31"))).toEqual({});
    expect(policyOfDay(proposals, day("2026-12-31")).retention.winback).toBe("none");
    const later = policyOfDay(proposals, day("2027-01-01"));
    expect([later.retention.winback, later.ledger.winbackDays]).toEqual(["all", 30]);
  });
  it("give way to what one question chooses", () => {
    expect(policyOfDay(proposals, day("2027-02-01"), { winback: "none" }).retention.winback).toBe("none");
  });
  it("are refused out of their range, naming it", () => {
    expect(parameterFault("winbackDays", 4_000)).toBe(
      'Win-back window (winbackDays) is a whole number from 0 to 3650 days; "4000" is not. Choose one within',
    );
    expect(parameterFault("winback", "some")).toMatch(/is one of none, opening_cohort, all; "some" is not/);
    expect(parameterFault("winback", "all")).toBeNull();
    expect(parameterFault("rainfall", 3)).toMatch(/No term has a parameter "rainfall"/);
  });
  it("tell what reads them", () => {
    const asked = ["winback", "seatShare", "handoffPacketHours", "atRiskBelow", "savePlayHours", "csatTop"];
    expect(asked.map(readerOf)).toEqual(["figures", "lifecycle", "handoff", "health", "plays", "surveys"]);
    expect(readerOf("trueRiskWeight")).toBeNull();
  });
});
