import { entriesOf } from "@termwise/core/facts";
import {
  accountHealth,
  calibration,
  concordance,
  type HealthModel,
  healthModels,
  type ScoredRenewal,
  useSeries,
} from "@termwise/core/health";
import { addDays, addMonths, type Day, epochDay } from "@termwise/core/kernel";
import { licensedSeats, readingsUpTo } from "@termwise/core/lifecycle";
import type { CustomerRecord } from "@termwise/core/people";
import type { recordsOf } from "./known-records.ts";

function isCustomer({ movements }: CustomerRecord, on: Day): boolean {
  const balances = new Map(
    movements.filter((movement) => movement.on <= on).map(({ currency, balance }) => [currency, balance]),
  );
  return [...balances.values()].some((balance) => balance > 0n);
}

/** How the renewals of two years came out by the score 90 days before, and how well it tells who leaves. */
export function degreeOf({ records, known, rules }: ReturnType<typeof recordsOf>, today: Day) {
  const [model] = healthModels.filter(({ id }) => id === "house") as [HealthModel];
  const days = rules.readings?.days ?? [];
  const first = (kind: "support_ticket" | "touchpoint") =>
    entriesOf(known.journal, kind)
      .map(({ effectiveOn }) => effectiveOn)
      .sort()[0] ?? null;
  const [ticketsSince, touchesSince] = [first("support_ticket"), first("touchpoint")];
  const renewals = [...records.values()].flatMap((record): ScoredRenewal[] => {
    const series = useSeries(record.usage);
    const ends = new Set(
      record.lines.flatMap(({ endsOn, lineKind }) =>
        lineKind === "recurring" && endsOn !== null && endsOn >= addMonths(today, -24) && endsOn < today
          ? [endsOn]
          : [],
      ),
    );
    return [...ends].flatMap((end): ScoredRenewal[] => {
      if (!isCustomer(record, end)) return [];
      const on = addDays(end, -89);
      const at = epochDay(on);
      const seats = licensedSeats(record, readingsUpTo(record.usage, at), at);
      const told = { useUntil: days.findLast((day) => day <= on) ?? null, ticketsSince, touchesSince };
      const score = accountHealth({ record, series, seats, icpFit: null, told, on }, model);
      return [{ score, renewed: isCustomer(record, addDays(end, 1)) }];
    });
  });
  const bands = calibration(renewals).map(({ band, n, lost }) => ({ band, n, lost, share: lost / n }));
  return { concordance: concordance(renewals).value, renewals: renewals.length, bands };
}
