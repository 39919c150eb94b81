import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  compare,
  day,
  decimalText,
  epochDay,
  plus,
  type Rational,
  rational,
  rationalOf,
  zero,
} from "../kernel/index.ts";
import { accountHealth, healthInWords } from "./account-health.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { healthBand } from "./distribution.ts";
import type { FoundLine } from "./found-line.ts";
import { inWords } from "./in-words.ts";
import { linePoints } from "./lines.ts";
import { healthOfLines } from "./measured.ts";
import { HealthModel, healthModels } from "./model.ts";
import { HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { scoreText } from "./score.ts";
import { caseOf, lineOf, recordOf, said, today, used } from "./testing.ts";
import { expansionReady, needsReview } from "./thresholds.ts";

const [house] = healthModels;
const sum = (of: readonly Rational[]) => of.reduce(plus, zero);
const { carriedDays } = houseHealthPolicy;
/** The health that lines come to, each component of the same. */
const healthOf = (
  linesOf: (component: HealthComponentId) => readonly FoundLine[] | null,
  model: HealthModel,
) => healthInWords(healthOfLines(linesOf, model, { on: today, carriedDays }));
const anyLine = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 3 }), fc.integer({ min: 0, max: 5 }))
  .map(([share, weight]) => lineOf(share, weight));
const anyLines = fc
  .array(anyLine, { minLength: 1, maxLength: 9 })
  .filter((lines) => lines.some(({ weight }) => weight > 0));

describe("the lines of a score", () => {
  it("give what their component gives, at both ends, and could give its weight: to the thousandth", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...healthModels),
        fc.constantFrom(undefined, 80, 33),
        fc.infiniteStream(anyLines),
        (shipped, fullAt, stream) => {
          const model = HealthModel.parse({
            ...shipped,
            parts: shipped.parts.map((part) => ({ ...part, fullAt })),
          });
          const { parts, low, high, inputs: told } = healthOf(() => stream.next().value!, model);
          expect([sum(parts.map((part) => part.low)), sum(parts.map((part) => part.high))]).toEqual([
            low,
            high,
          ]);
          for (const part of parts) {
            const inputs = told[part.component]!;
            const { inverted } = healthComponents[part.component];
            const lines = linePoints({ weight: part.weight, inverted, fullAt }, inputs);
            expect(sum(lines.map(({ full }) => full))).toEqual(rational(BigInt(part.weight)));
            expect(sum(lines.map((of) => of.low))).toEqual(part.low);
            expect(sum(lines.map((of) => of.high))).toEqual(part.high);
            for (const { what, full, low: least, high: most, share } of lines) {
              if (what === "full_at") continue;
              expect(compare(zero, least) <= 0 && compare(most, full) <= 0).toBe(true);
              if (share === null) expect([least, most]).toEqual([zero, full]);
              else expect(least).toEqual(most);
            }
          }
        },
      ),
    );
  });
  it("three answers of ten points share them out without a rest", () => {
    const inputs = [lineOf(1000, 1), lineOf(500, 1), lineOf(0, 1)].map((line) =>
      inWords(line, 0, carriedDays),
    );
    const lines = linePoints({ weight: 10, inverted: false }, inputs);
    expect(lines.map(({ full, low }) => [decimalText(full, 3), decimalText(low, 3)])).toEqual([
      ["3.333", "3.333"],
      ["3.334", "1.667"],
      ["3.333", "0.000"],
    ]);
  });
  it("a line that falls out never makes a score certain that was not, nor moves what the others give", () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, at) => {
        const lost = lines.map((of, index) => (index === at % lines.length ? { ...of, share: null } : of));
        const score = (found: FoundLine[]) =>
          healthOf((component) => (component === "engagement" ? found : null), house!);
        const [before, after] = [score(lines), score(lost)];
        expect(compare(after.low, before.low) <= 0 && compare(before.high, after.high) <= 0).toBe(true);
      }),
    );
  });
});

describe("what is not known inside a component", () => {
  const days = used("2026-01-01", "2026-06-05", 30);
  const lineOf = (of: ReturnType<typeof accountHealth>, component: "usage" | "engagement", what: string) =>
    of.inputs[component]?.find((input) => input.what === what);
  it("keeps its part of the points, unknown: without seats usage is what regularity gives, or 30 points more", () => {
    const of = accountHealth(caseOf({ days, seats: null }), house!);
    const [usage] = of.parts;
    expect([usage?.low, usage?.high]).toEqual([rational(10n), rational(40n)]);
    expect(usage?.points.reason).toBe("Usage: How many seats are licensed is not known.");
    expect(lineOf(of, "usage", "seats")).toMatchObject({ share: null, weight: 3 });
  });
  it("logins nobody tells of are unknown, and no better than logins that fell", () => {
    const silent = days.map((of) => ({ ...of, logins: of.on > "2026-05-10" ? 0 : of.logins }));
    const engagement = (health: ReturnType<typeof accountHealth>) => health.parts[1]!;
    const untold = caseOf({ days });
    const without = { ...untold, series: untold.series.map((of) => ({ ...of, logins: null })) };
    const [fell, unknown] = [accountHealth(caseOf({ days: silent }), house!), accountHealth(without, house!)];
    expect(engagement(fell).points.value).toEqual(engagement(unknown).low);
    expect(lineOf(unknown, "engagement", "logins")?.reason).toBe("No source tells of logins");
  });
  it("is carried for 14 days first: logins told of up to a day count until then, and are unknown from the next", () => {
    const weekly = (end: string, logins: number | null) => ({
      on: day(end),
      end: epochDay(day(end)),
      days: 7,
      users: 30,
      uses: 150,
      logins,
      features: 4,
      activeDays: 5,
    });
    const series = Array.from({ length: 20 }, (_, back) =>
      weekly(addDays(today, -7 * back), back < 2 ? null : 30),
    ).reverse();
    const at = (on: string) => {
      const told = { useUntil: day(on), ticketsSince: null, touchesSince: null };
      return lineOf(accountHealth(caseOf({ series, told, on: day(on) }), house!), "engagement", "logins");
    };
    expect(at("2026-06-07")).toMatchObject({ share: 1000, reason: null });
    const later = [...series, weekly(addDays(today, 7), null), weekly(addDays(today, 14), null)];
    const on = addDays(today, 14);
    const told = { useUntil: on, ticketsSince: null, touchesSince: null };
    const lost = lineOf(accountHealth(caseOf({ series: later, told, on }), house!), "engagement", "logins");
    expect(lost).toMatchObject({ share: null, reason: expect.stringMatching(/^Logins are told of up to/) });
  });
  it("an answer that is out of date beside others is told, counts nothing, and says why", () => {
    const answer = (on: string, person: string, score: number) =>
      said(on, {
        of: "survey_answer",
        survey: "nps",
        score,
        contactId: null,
        person,
        about: null,
        comment: null,
      });
    const record = recordOf(answer("2026-01-10", "Ana", 0), answer("2026-05-10", "Ben", 10));
    const of = accountHealth(caseOf({ days, record }), house!);
    expect(of.inputs.sentiment?.map(({ share, weight }) => [share, weight])).toEqual([
      [null, 0],
      [1000, 1],
    ]);
    expect(of.parts[2]?.points.value).toEqual(rational(10n));
  });
});

describe("a score that is told and the threshold it is held against", () => {
  const policy = HealthPolicy.parse({});
  it("never disagree: the band is that of the number people read", () => {
    const milli = fc.oneof(
      fc.integer({ min: 0, max: 100_000 }),
      fc.constantFrom(44_949, 44_950, 69_949, 69_950, 70_010, 85_010, 85_049, 85_050),
    );
    fc.assert(
      fc.property(milli, (at) => {
        const score = rational(BigInt(at), 1000n);
        const read = rationalOf(scoreText(score));
        expect(healthBand({ low: score, high: score }, policy)).toBe(
          healthBand({ low: read, high: read }, policy),
        );
        const shown = Number(scoreText(score));
        const expected = shown < 45 ? "low" : shown < 70 ? "review" : shown <= 85 ? "steady" : "strong";
        expect(healthBand({ low: score, high: score }, policy)).toBe(expected);
        expect(needsReview({ low: score, high: score })).toBe(shown < 70 ? "yes" : "no");
        expect(expansionReady({ low: score, high: score })).toBe(shown > 85 ? "yes" : "no");
      }),
    );
  });
  it("85.01 reads 85 and is steady; 85.05 reads 85.1 and is strong; 69.96 reads 70 and calls for no review", () => {
    const at = (text: string) => {
      const score = rationalOf(text);
      return [scoreText(score), healthBand({ low: score, high: score }, policy)];
    };
    expect([at("85.01"), at("85.05"), at("69.96")]).toEqual([
      ["85", "steady"],
      ["85.1", "strong"],
      ["70", "steady"],
    ]);
  });
});
