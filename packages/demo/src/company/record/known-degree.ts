import { icpFitOn } from "@termwise/core/coverage";
import { entriesOf } from "@termwise/core/facts";
import {
  accountHealth,
  calibration,
  concordance,
  type HealthCase,
  type HealthModel,
  healthModels,
  type ScoredRenewal,
  useSeries,
} from "@termwise/core/health";
import { addDays, addMonths, compare, type Day, epochDay } from "@termwise/core/kernel";
import { licensedSeats, readingsUpTo } from "@termwise/core/lifecycle";
import type { CustomerRecord } from "@termwise/core/people";
import type { recordsOf } from "./known-records.ts";

function isCustomer({ movements }: CustomerRecord, on: Day): boolean {
  const balances = new Map(
    movements.filter((movement) => movement.on <= on).map(({ currency, balance }) => [currency, balance]),
  );
  return [...balances.values()].some((balance) => balance > 0n);
}

type Seen = ReturnType<typeof recordsOf>;

/** Everything that health reads of a customer of the company on a day. */
function casesOf({ known, rules }: Seen) {
  const days = rules.readings?.days ?? [];
  const first = (kind: "support_ticket" | "touchpoint") =>
    entriesOf(known.journal, kind)
      .map(({ effectiveOn }) => effectiveOn)
      .sort()[0] ?? null;
  const [ticketsSince, touchesSince] = [first("support_ticket"), first("touchpoint")];
  return (record: CustomerRecord, on: Day): HealthCase => {
    const at = epochDay(on);
    return {
      record,
      series: useSeries(record.usage),
      seats: licensedSeats(record, readingsUpTo(record.usage, at), at),
      icpFit: icpFitOn(record, rules, { on, arr: 0n })?.fit ?? null,
      told: { useUntil: days.findLast((day) => day <= on) ?? null, ticketsSince, touchesSince },
      on,
    };
  };
}

const modelOf = (wanted: string): HealthModel => healthModels.find(({ id }) => id === wanted)!;

/** Of how many customers of a day a model knows the whole score. */
export function wholeScores(seen: Seen, on: Day, model: string) {
  const caseOf = casesOf(seen);
  const customers = [...seen.records.values()].filter((record) => isCustomer(record, on));
  const scores = customers.map((record) => accountHealth(caseOf(record, on), modelOf(model)));
  const scored = scores.filter(({ low, high }) => compare(low, high) === 0).length;
  return { accounts: customers.length, scored };
}

/** How the renewals of two years came out by the score 90 days before, and how well it tells who leaves. */
export function degreeOf(seen: Seen, today: Day) {
  const caseOf = casesOf(seen);
  const renewals = [...seen.records.values()].flatMap((record): ScoredRenewal[] => {
    const ends = new Set(
      record.lines.flatMap(({ endsOn, lineKind }) =>
        lineKind === "recurring" && endsOn !== null && endsOn >= addMonths(today, -24) && endsOn < today
          ? [endsOn]
          : [],
      ),
    );
    return [...ends].flatMap((end): ScoredRenewal[] => {
      if (!isCustomer(record, end)) return [];
      const score = accountHealth(caseOf(record, addDays(end, -89)), modelOf("house"));
      return [{ score, renewed: isCustomer(record, addDays(end, 1)) }];
    });
  });
  const bands = calibration(renewals).map(({ band, n, lost }) => ({ band, n, lost, share: lost / n }));
  return { concordance: concordance(renewals).value, renewals: renewals.length, bands };
}
