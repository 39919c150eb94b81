import { describe, expect, it } from "vitest";
import { bindings } from "../registry/index.ts";
import { CaseLine, ConformanceCase, caseLine, conformanceCases, referenceAnswer } from "./cases.ts";
import { firstDifference } from "./difference.ts";
import { judge } from "./judgement.ts";
import { reportText } from "./report.ts";

const cases = conformanceCases();
const nrr = cases.filter(({ term }) => term === "nrr");
const answered = (of: readonly ConformanceCase[]) =>
  of.map((one) => JSON.stringify({ id: one.id, answer: referenceAnswer(one) }));

describe("the cases", () => {
  it("are the worked examples of every bound term and the golden vectors, each with an id of its own", () => {
    const examples = bindings.flatMap(({ run }) => run());
    expect(cases.filter(({ set }) => set === "examples")).toHaveLength(examples.length);
    expect(cases.filter(({ set }) => set === "golden").length).toBeGreaterThan(20);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
  it("have the shape they promise; their lines do not tell the answer", () => {
    for (const one of cases) {
      expect(ConformanceCase.parse(one)).toEqual(one);
      expect(CaseLine.parse(JSON.parse(caseLine(one)))).not.toHaveProperty("expect");
    }
  });
  it("are all answered by core as expected, read back from their lines", () => {
    const lines = cases.map((one) => CaseLine.parse(JSON.parse(caseLine(one))));
    const results = lines.map((line) => JSON.stringify({ id: line.id, answer: referenceAnswer(line) }));
    expect(judge(cases, results)).toMatchObject({ passed: cases.length, failures: [], faults: [] });
  });
  it("are of terms that something computes", () => {
    expect(() => referenceAnswer({ term: "plg", given: {} })).toThrow(/Nothing computes "plg"/);
  });
});

describe("the first difference of two answers", () => {
  it.each([
    [["a", { b: 1 }], ["a", { b: 1 }], null],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, null],
    ["1.000000", "1.0", { path: "answer", expected: '"1.000000"', answered: '"1.0"' }],
    ["1", 1, { path: "answer", expected: '"1"', answered: "1" }],
    [null, "0", { path: "answer", expected: "null", answered: '"0"' }],
    [[1, 2], [1], { path: "answer[1]", expected: "2", answered: "nothing" }],
    [[], {}, { path: "answer", expected: "[]", answered: "{}" }],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { path: "answer.a[0].b", expected: "1", answered: "2" }],
    [{}, { a: 1 }, { path: "answer.a", expected: "nothing", answered: "1" }],
  ])("of %j and %j is %j", (expected, answer, difference) => {
    expect(firstDifference(expected, answer)).toEqual(difference);
  });
});

describe("a judgement", () => {
  it("takes answers in any order, and empty lines", () => {
    expect(judge(nrr, [...answered(nrr).reverse(), ""])).toMatchObject({ passed: nrr.length, faults: [] });
  });
  it("compares a refusal by the fields it names, not by its words", () => {
    const refusal = cases.filter(({ expect }) => JSON.stringify(expect).startsWith('{"refused"'));
    expect(refusal.length).toBeGreaterThan(0);
    const told = (words: (fields: string[]) => string[]) =>
      refusal.map(({ id, expect }) => {
        const { refused } = expect as { refused: string[] };
        return JSON.stringify({
          id,
          answer: { refused: words(refused.map((line) => line.split(" ")[0] ?? "")) },
        });
      });
    const inOtherWords = told((fields) => fields.map((field) => `${field} ist falsch`));
    expect(judge(refusal, inOtherWords)).toMatchObject({ passed: refusal.length, failures: [] });
    const ofAnother = told(() => ["colour is wrong"]);
    expect(judge(refusal, ofAnother)).toMatchObject({ passed: 0 });
  });
  it("counts a wrong answer and an error as failed, by term", () => {
    const [first, second, ...rest] = answered(nrr);
    const wrong = JSON.stringify({ id: nrr[0]?.id, answer: "1.04" });
    const error = JSON.stringify({ id: nrr[1]?.id, error: "not supported" });
    const judgement = judge(nrr, [wrong, error, ...rest]);
    expect([first, second]).not.toContain(wrong);
    expect(judgement.terms).toEqual([{ term: "nrr", passed: nrr.length - 2, failed: 2 }]);
    const report = reportText(judgement);
    expect(report).toContain('answer: expected "1.030000", answered "1.04"');
    expect(report).toContain("the command could not: not supported");
    expect(report.split("\n").at(-1)).toBe(`${nrr.length} cases: ${nrr.length - 2} passed, 2 failed`);
  });
  it.each([
    ["no JSON", ["hello"], /Line 1 of the output is no JSON: hello/],
    ["JSON of another shape", ['{"id":"nrr/1"}'], /Line 1 of the output is not/],
    ["an id nobody asked for", ['{"id":"x/1","answer":1}'], /answers "x\/1", which was not asked/],
    ["an answer twice", ['{"id":"nrr/1","answer":1}', '{"id":"nrr/1","answer":1}'], /nrr\/1" a second time/],
    ["too few answers", [], /0 of \d+ cases were answered; the first without an answer is "nrr\/1"/],
  ])("calls %s a breach of the protocol", (_, lines, fault) => {
    const judgement = judge(nrr, lines);
    expect(judgement.faults.join("\n")).toMatch(fault);
    expect(reportText(judgement)).toMatch(/The protocol was not kept:/);
  });
  it("spells out no more than the first ten", () => {
    const lines = cases.map(({ id }) => JSON.stringify({ id, answer: "wrong" }));
    expect(reportText(judge(cases, lines))).toContain(`  and ${cases.length - 10} more`);
  });
});
