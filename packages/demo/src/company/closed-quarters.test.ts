import {
  type FrozenPart,
  frozenParts,
  frozenTerms,
  partsOfTerm,
  ratioRestatement,
  restatementOf,
  sliceOf,
} from "@termwise/core/closing";
import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { day, decimalText, type Rational, rational, times } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf, houseRetentionPolicy } from "@termwise/core/retention";
import { describe, expect, it } from "vitest";
import { closedQuarters } from "./closed-quarters.ts";
import { demoCompany } from "./demo-company.ts";

const today = day("2026-11-21");
const { facts, workspace } = demoCompany({ today });
const { acts, preliminaryRates } = closedQuarters(facts, today);
const all: FactSet = { ...facts, journal: [], usage: [], fxRates: [...facts.fxRates, ...preliminaryRates] };
const house = { retention: houseRetentionPolicy, ledger: houseLedgerPolicy };
const pp = (of: Rational) => decimalText(times(of, rational(100n)), 4);

/** What Finance froze of a quarter: the whole book first. */
function frozen({ period, at }: (typeof acts)[number]): FrozenPart[] {
  const known = factsKnownAt(all, at);
  const book = bookOf(known, movementsOf(known, house.ledger), house.ledger, workspace.reportingCurrency);
  return frozenParts(book, period, house.retention, ["segment"]);
}

function restated(act: (typeof acts)[number], part: FrozenPart, winback: "none" | "opening_cohort" = "none") {
  return restatementOf({
    all,
    cut: act.at,
    asOf: null,
    period: { ...part.view.window },
    slice: sliceOf(part.view.slice),
    currency: workspace.reportingCurrency,
    reportedUnder: house,
    restatedUnder: { ...house, retention: { ...house.retention, winback } },
    lines: part.lines,
  });
}

describe("the quarters the demo company closed", () => {
  it("are three, one of them closed twice", () => {
    expect(acts.map(({ act, period, at }) => `${act} ${period.text} ${at.slice(0, 10)}`)).toEqual([
      "close 2026-Q1 2026-04-03",
      "reopen 2026-Q1 2026-04-04",
      "close 2026-Q1 2026-04-08",
      "close 2026-Q2 2026-07-08",
      "close 2026-Q3 2026-10-08",
    ]);
  });

  it("leave what is known today as it was: the rates told before are followed by those that hold", () => {
    expect(factsKnownAt(all, null).fxRates.map(({ rate }) => rate)).toEqual(
      factsKnownAt(facts, null).fxRates.map(({ rate }) => rate),
    );
  });

  it("are restated by late rows, corrections, a merge and a rate, as much as the company knows", () => {
    const told = acts
      .filter(({ act }) => act === "close")
      .map((act) => {
        const [whole] = frozen(act);
        if (!whole) throw new Error("nothing was frozen");
        const found = restated(act, whole);
        const nrr = ratioRestatement(found, "nrr");
        const causes = found.steps.flatMap(({ cause, moved, accounts }, i) =>
          accounts.length === 0
            ? []
            : [
                `${cause} ${accounts.length} ${moved.closing ?? 0n} ${pp(nrr.effects[i]?.effect ?? rational(0n))}`,
              ],
        );
        return [
          act.period.text,
          whole.view.figures.nrr.value,
          nrr.difference && pp(nrr.difference),
          ...causes,
        ];
      });
    expect(told).toMatchInlineSnapshot(`
      [
        [
          "2026-Q1",
          "1.026494",
          "0.5558",
          "late_data 1 3127632 0.2988",
          "correction 1 -869856 -0.0831",
          "hierarchy 2 0 0.3401",
        ],
        [
          "2026-Q1",
          "1.026494",
          "0.5558",
          "late_data 1 3127632 0.2988",
          "correction 1 -869856 -0.0831",
          "hierarchy 2 0 0.3401",
        ],
        [
          "2026-Q2",
          "1.029286",
          "0.0415",
          "correction 2 153144 0.0415",
        ],
        [
          "2026-Q3",
          "1.021912",
          "0.0147",
          "currency 61 4761548 0.0147",
        ],
      ]
    `);
  });

  it("a change of the definition of NRR is a cause of its own, and every cause adds up", () => {
    const act = acts.findLast(({ period }) => period.text === "2026-Q2");
    if (!act) throw new Error("the quarter was not closed");
    for (const part of frozen(act).slice(0, 2)) {
      const found = restated(act, part, "opening_cohort");
      for (const term of frozenTerms) {
        const moved = found.steps.reduce((sum, step) => sum + partsOfTerm(term, step.moved).numerator, 0n);
        expect(partsOfTerm(term, found.reported).numerator + moved).toBe(
          partsOfTerm(term, found.restated).numerator,
        );
      }
    }
  });
});
