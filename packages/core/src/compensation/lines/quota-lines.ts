import { compare, type Period, plus, rational, round, times, zero } from "../../kernel/index.ts";
import { attainmentText, countingCredits } from "../attainment.ts";
import { creditsOf } from "../credits.ts";
import type { QuotaComponent } from "../plan.ts";
import { payoutAt } from "../rate-table.ts";
import { countedDays, periodsIn, quotaSpan, targetFor } from "../spans.ts";
import type { StatementLine } from "../statement.ts";
import { amountWords, larger, minorUnits, percentWords } from "../written.ts";
import { type LineQuestion, lineOf } from "./line.ts";

/**
 * The lines of an expansion quota for one period. The quota grows evenly over the periods of the year; each pays what the
 * curve gives for the year up to its end, less what was paid before it, and never less than nothing. The last period has
 * a true-up beside it where the year comes to less than its parts.
 */
export function quotaLines(component: QuotaComponent, asked: LineQuestion): StatementLine[] {
  const { inputs, assignment, period } = asked;
  const { plan, quotas } = assignment;
  const quota = BigInt(quotas[component.id] ?? 0);
  const span = quotaSpan(plan, component.quotaPer, period);
  const all = periodsIn(span, assignment);
  const at = all.findIndex(({ text }) => text === period.text);
  if (at === -1) return [];
  const told = (minor: bigint) => amountWords(minor, plan.currency);
  const line = (part: string, amount: bigint, exact = zero, arithmetic = "", trace = {}): StatementLine =>
    lineOf(asked, {
      kind: part === "true_up" ? "true_up" : "expansion_quota",
      component: component.id,
      part,
      amount,
      exact,
      arithmetic,
      term: "expansion-quota",
      clause: "rate table",
      trace,
    });
  if (quota === 0n)
    return [line("quota", 0n, zero, "No quota is set, so there is no attainment: nothing is paid")];
  const states = all.slice(0, at + 1).map((one, index) => {
    const credits = countingCredits(
      creditsOf(inputs.deals, {
        rule: component.credit,
        team: plan.team,
        currency: plan.currency,
        exclusions: inputs.exclusions,
        on: one.to,
      }),
      inputs.person,
      countedDays(span, assignment, one.to),
    );
    const credited = credits.reduce((sum, { amount }) => sum + amount, 0n);
    return { credits, credited, ...dueUpTo(component, asked, all, index, credited, quota) };
  });
  const now = states.at(-1);
  if (!now) return [];
  const most = (until: number) => states.slice(0, until).reduce((top, { due }) => larger(top, due), zero);
  const [before, after] = [round(most(at)), round(most(at + 1))];
  const attained = (credited: bigint, index: number) =>
    index < 0 ? "0 %" : attainmentText(credited * BigInt(all.length), quota * BigInt(index + 1));
  const lines = [
    line(
      "quota",
      after - before,
      now.due,
      `${told(round(now.target))} × ${percentWords(now.share)} = ${told(round(now.due))} for ${at + 1} of ${all.length} periods − ${told(before)} before = ${told(after - before)}`,
      {
        source: now.credits.map(({ deal }) => deal.ref).join("; ") || null,
        creditRule:
          now.credits.map(({ deal, amount }) => `${deal.account}: ${told(amount)}`).join("; ") || null,
        attainmentBefore: attained(states.at(-2)?.credited ?? 0n, at - 1),
        attainmentAfter: attained(now.credited, at),
      },
    ),
  ];
  if (at + 1 < all.length || compare(rational(round(now.due)), rational(after)) === 0) return lines;
  const year = round(now.due);
  return [
    ...lines,
    line(
      "true_up",
      year - after,
      now.due,
      `${told(year)} for ${span.text} − ${told(after)} in its parts = ${told(year - after)}`,
    ),
  ];
}

function dueUpTo(
  component: QuotaComponent,
  { assignment }: LineQuestion,
  all: readonly Period[],
  index: number,
  credited: bigint,
  quota: bigint,
) {
  const target = all
    .slice(0, index + 1)
    .reduce((sum, period) => plus(sum, minorUnits(targetFor(component, assignment, period) ?? 0n)), zero);
  const share = payoutAt(
    component.payout,
    rational(credited * BigInt(all.length), quota * BigInt(index + 1)),
  );
  return { target, share, due: times(target, share) };
}
