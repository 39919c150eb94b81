import type { FactSet, FxRate } from "@termwise/core/facts";
import {
  addDays,
  type Day,
  type Instant,
  instant,
  monthOf,
  opensOn,
  type Period,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "@termwise/core/kernel";

/** Something Finance did about a quarter: closed it, or reopened the close before it with a reason. */
export interface DemoClosing {
  readonly act: "close" | "reopen";
  readonly period: Period;
  readonly at: Instant;
  readonly by: string;
  /** Why it was reopened; null for a close. */
  readonly reason: string | null;
}

/** The quarters Finance closed, in the order it did, and the rates it closed them with that were corrected since. */
export interface ClosedQuarters {
  readonly acts: readonly DemoClosing[];
  readonly preliminaryRates: readonly FxRate[];
}

const finance = "Gideon Asante";
/** How many quarters were closed, and how many days after their end. */
const [closed, daysAfter] = [3, 8] as const;

/**
 * The history of closed quarters of the demo company: each closed eight days after its end, with what was known then. One
 * was closed too early, reopened and closed again; the latest was closed with a preliminary rate of the euro.
 */
export function closedQuarters(facts: Pick<FactSet, "fxRates">, today: Day): ClosedQuarters {
  const last = shiftMonth(monthOf(parsePeriod(quarterOf(monthOf(today))).from), -1);
  const quarters = Array.from({ length: closed }, (_, i) =>
    parsePeriod(quarterOf(shiftMonth(last, (i + 1 - closed) * 3))),
  ).filter(({ to }) => addDays(to, daysAfter + 4) < today);
  const acts = quarters.flatMap((period, i): DemoClosing[] => {
    const act = (kind: DemoClosing["act"], days: number, reason: string | null = null): DemoClosing => ({
      act: kind,
      period,
      at: instant(`${addDays(period.to, days)}T16:00:00Z`),
      by: finance,
      reason,
    });
    if (i !== 0 || quarters.length < closed) return [act("close", daysAfter)];
    return [
      act("close", 3),
      act("reopen", 4, "Closed before the renewals of the last week were entered"),
      act("close", daysAfter),
    ];
  });
  const latest = quarters.at(-1);
  return { acts, preliminaryRates: latest ? preliminary(facts.fxRates, latest) : [] };
}

/** The euro's rate the latest quarter opens at, as it was first told; it was corrected eighteen days after the quarter's end. */
function preliminary(rates: readonly FxRate[], quarter: Period): FxRate[] {
  const opening = opensOn(quarter);
  const held = rates.filter(({ base, effectiveOn }) => base === "EUR" && effectiveOn <= opening);
  const final = held.reduce<FxRate | null>(
    (latest, rate) => (latest === null || rate.effectiveOn > latest.effectiveOn ? rate : latest),
    null,
  );
  if (!final) return [];
  const corrected = instant(`${addDays(quarter.to, 18)}T09:30:00Z`);
  // The rate as it stands was told twice: the same again, recorded after the close, follows the preliminary one.
  return [
    {
      ...final,
      rate: twoPercentLess(final.rate),
      recordedAt: instant(`${addDays(final.effectiveOn, 2)}T09:30:00Z`),
    },
    { ...final, recordedAt: corrected },
  ];
}

function twoPercentLess(rate: string): string {
  const scaled = (BigInt(rate.replace(".", "")) * 98n) / 100n;
  return `${scaled / 10_000n}.${String(scaled % 10_000n).padStart(4, "0")}`;
}
