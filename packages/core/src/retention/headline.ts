import { decimalText, rational, rationalOf } from "../kernel/index.ts";
import type { Bridge, CohortBridgeStepKind } from "./bridge.ts";
import { metricTotal } from "./figure.ts";
import type { Movers } from "./movers.ts";
import type { Window } from "./window.ts";

/** A ratio in words with one decimal: `112.4 %`. */
const percent = (part: bigint, base: bigint): string => `${decimalText(rational(part * 100n, base), 1)} %`;

const signed = (text: string): string => (text.startsWith("-") ? `−${text.slice(1)}` : text);

function change(now: Window, before: Window | null): string {
  const [nrr, then] = [metricTotal(now, "nrr"), before && metricTotal(before, "nrr")];
  const base = nrr.denominator ?? 0n;
  const value = percent(nrr.numerator, base);
  if (!then?.denominator) return `NRR is ${value}`;
  const moved = rational(
    (nrr.numerator * then.denominator - then.numerator * base) * 100n,
    base * then.denominator,
  );
  const pp = decimalText(moved.n < 0n ? { n: -moved.n, d: moved.d } : moved, 1);
  if (pp === "0.0") return `NRR held at ${value}`;
  return `NRR ${moved.n > 0n ? "rose" : "fell"} ${pp} pp to ${value}`;
}

function coverage(bridge: Bridge<CohortBridgeStepKind>): string {
  const amountOf = (kind: CohortBridgeStepKind) => bridge.steps.find((s) => s.kind === kind)?.amount ?? 0n;
  const gained = amountOf("expansion");
  const lost = -(amountOf("contraction") + amountOf("churn"));
  if (lost === 0n) return gained === 0n ? "Nothing was lost or gained" : "Nothing was lost";
  if (gained === 0n) return "Nothing covered the losses";
  const times = decimalText(rational(gained, lost), 1);
  return gained >= lost
    ? `Expansion covered losses ${times}×`
    : `Expansion covered only ${times}× the losses`;
}

/** The page's one sentence: did growth cover the losses, and where did NRR go. `null` without ARR at the opening. */
export function headlineOf(
  now: Window,
  before: Window | null,
  bridge: Bridge<CohortBridgeStepKind>,
): string | null {
  if (bridge.opening === 0n) return null;
  return `${coverage(bridge)}; ${change(now, before)}.`;
}

/** What stands behind the headline: who was followed, GRR, and the largest loss. `null` without ARR at the opening. */
export function summaryOf(now: Window, bridge: Bridge<CohortBridgeStepKind>, movers: Movers): string | null {
  if (bridge.opening === 0n) return null;
  const grr = metricTotal(now, "grr");
  const loss = movers.rows.find((row) => row.amount < 0n);
  const largest =
    loss?.pp == null
      ? ""
      : `; ${loss.name} (${signed(decimalText(rationalOf(loss.pp), 2))} pp) is the largest single loss`;
  const accounts = bridge.openingAccounts === 1 ? "1 account" : `${bridge.openingAccounts} accounts`;
  return `${accounts} held ARR at the opening. GRR is ${percent(grr.numerator, grr.denominator ?? 1n)}${largest}.`;
}
