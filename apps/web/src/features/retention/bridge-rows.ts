import type { BridgeRow } from "../../charts/bridge-chart.tsx";
import { compactMoney, counted, dayText, percent, points, unbroken } from "../../lib/format.ts";
import { movementNames } from "../../lib/movement-names.ts";
import type { Overview } from "./overview.ts";

/** The bridge of the opening cohort as the server gives it. */
export type CohortBridge = Overview["bridge"];

interface Frame {
  opensOn: string;
  closesOn: string;
  /** NRR, what the closing is of the opening; `null` without an opening. */
  closingShare: string | null;
}

/** Steps that are shown: expansion, contraction and churn always, the others when they are not zero. */
export function shownSteps(bridge: Pick<CohortBridge, "steps">): CohortBridge["steps"] {
  const always = new Set(["expansion", "contraction", "churn"]);
  return bridge.steps.filter((step) => always.has(step.step) || step.amount !== "0");
}

/** Opening, steps and closing as rows of the chart: where each stands and what is printed at it. */
export function bridgeRows(bridge: CohortBridge, currency: string, frame: Frame): BridgeRow[] {
  const total = (key: string, name: string, minor: string, on: string, share: string | null): BridgeRow => ({
    key,
    name,
    under: dayText(on),
    total: true,
    level: Number(minor),
    low: Number(minor),
    high: Number(minor),
    color: "var(--mv-total)",
    amount: compactMoney(minor, currency),
    share: share === null ? "" : percent(share),
  });
  let level = BigInt(bridge.opening);
  const steps = shownSteps(bridge).map((step): BridgeRow => {
    const before = level;
    level += BigInt(step.amount);
    const look = movementNames[step.step];
    return {
      key: step.step,
      name: step.name,
      under: counted(step.accounts, "acct"),
      total: false,
      level: Number(level),
      low: Number(before < level ? before : level),
      high: Number(before < level ? level : before),
      color: look?.color ?? "var(--mv-other)",
      hatched: look?.hatched ?? false,
      amount: compactMoney(step.amount, currency, { signed: true }),
      share: step.pp === null ? "" : points(step.pp),
    };
  });
  return [
    total("opening", "Opening", bridge.opening, frame.opensOn, bridge.opening === "0" ? null : "1"),
    ...steps,
    total("closing", "Closing", bridge.closing, frame.closesOn, frame.closingShare),
  ];
}

/** What the bridge shows, in one sentence. */
export function bridgeSummary(bridge: CohortBridge, currency: string): string {
  const largest = [...bridge.steps].sort(
    (a, b) => Math.abs(Number(b.amount)) - Math.abs(Number(a.amount)),
  )[0];
  if (!largest || largest.amount === "0") return "Nothing moved: the cohort closed where it opened.";
  const said = shownSteps(bridge)
    .filter((step) => step.amount !== "0")
    .map(
      (step) =>
        `${step.name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())} ${compactMoney(step.amount, currency, { signed: true })}`,
    );
  return unbroken(
    `From ${compactMoney(bridge.opening, currency)} to ${compactMoney(bridge.closing, currency)}: ${said.join(", ")}.`,
  );
}
