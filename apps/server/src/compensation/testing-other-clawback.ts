import type { PlanAssignment, StatementInputs } from "@termwise/core/compensation";
import {
  commissionOf,
  dayBefore,
  fine,
  million,
  nearest,
  type Of,
  type Quarter,
  shared,
} from "./testing-other-reckoning.ts";

const least = (...amounts: bigint[]): bigint => amounts.sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n;

const later = (day: string, { count, unit }: { count: number; unit: string }): string => {
  if (unit === "days") return dayBefore(day, -count);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
};

/** By deal and loss, what all losses known by the last of some quarters take back of what the quarters before paid at the close. */
export function owedBy(
  inputs: StatementInputs,
  quarters: readonly { period: Quarter; assignment: PlanAssignment }[],
) {
  const known = quarters.at(-1)?.period.to ?? "";
  const paid = quarters
    .slice(0, -1)
    .flatMap(({ period, assignment }) =>
      commissionOf(inputs, assignment, period).deals.map((deal) => ({ ...deal, assignment })),
    );
  const owed = new Map<string, bigint>();
  for (const deal of paid) {
    const part = deal.assignment.plan.components.find(
      (one): one is Of<"commission"> => one.kind === "commission",
    );
    const rule = part?.clawback;
    if (!rule) continue;
    let left = deal.close;
    const arr = (dealId: string) => BigInt(inputs.deals.find((one) => one.dealId === dealId)?.amount ?? 0);
    for (const loss of [...inputs.losses].sort((a, b) =>
      `${a.on} ${a.lossId}`.localeCompare(`${b.on} ${b.lossId}`, "en"),
    )) {
      const concerned = loss.account === deal.account && (loss.dealId ?? deal.dealId) === deal.dealId;
      const end = later(deal.on, rule.window);
      const excepted = loss.exception !== null && rule.exceptions.includes(loss.exception);
      if (
        !concerned ||
        excepted ||
        loss.on > known ||
        loss.on < deal.on ||
        loss.on >= end ||
        !rule.triggers.includes(loss.trigger)
      )
        continue;
      const days = (from: string, to: string) => BigInt((Date.parse(to) - Date.parse(from)) / 86_400_000);
      const tier =
        rule.method.kind === "tiers"
          ? rule.method.tiers.find(({ before }) => loss.on < later(deal.on, before))
          : undefined;
      const [n, d] = tier ? [fine(tier.percent), 100n * million] : [days(loss.on, end), days(deal.on, end)];
      const same = paid.filter(({ account }) => account === deal.account);
      const part =
        loss.lost === null
          ? arr(deal.dealId)
          : (shared(
              BigInt(loss.lost),
              same.map(({ dealId }) => arr(dealId)),
            )[same.indexOf(deal)] ?? 0n);
      const lost = least(part, arr(deal.dealId));
      const back = nearest(deal.close * lost * n, arr(deal.dealId) * d);
      const taken = least(back, left);
      left -= taken;
      if (taken > 0n) owed.set(`${deal.dealId} ${loss.lossId}`, taken);
    }
  }
  return owed;
}
