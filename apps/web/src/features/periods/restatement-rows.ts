import type { BridgeRow } from "../../charts/bridge-chart.tsx";
import { compactMoney, counted, percent, points } from "../../lib/format.ts";
import type { Restatement } from "./periods.ts";

/** What the bridge from reported to now is told of: a ratio by its term, or the closing ARR. */
export type Told = "nrr" | "grr" | "logo-retention" | "closing";

/** One cause in the table: its part of what is told, exactly where that is a ratio. */
export interface CauseRow {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
  readonly accounts: number | null;
  readonly facts: number | null;
  readonly amount: string;
  readonly exact: string;
  /** As a number on the axis of the chart, and where the sum stands after it. */
  readonly by: number;
  readonly level: number;
}

/** Reported, every cause, and now. Empty while what is told now is not known. */
export function causeRows(found: Restatement, told: Told): CauseRow[] {
  return told === "closing" ? amountRows(found) : ratioRows(found, told);
}

const total = (name: string, amount: string, exact: string, level: number): CauseRow => ({
  key: name.toLowerCase(),
  name,
  meaning: "",
  accounts: null,
  facts: null,
  amount,
  exact,
  by: 0,
  level,
});

function ratioRows({ ratios, causes }: Restatement, term: string): CauseRow[] {
  const ratio = ratios?.find((one) => one.term === term);
  if (!ratio || ratio.reported === null || ratio.restated === null || !causes) return [];
  let level = Number(ratio.reported) * 100;
  const rows = causes.map(({ cause, name, meaning, accounts, facts }): CauseRow => {
    const own = ratio.causes.find((one) => one.cause === cause);
    const by = Number(own?.effect ?? "0");
    level += by;
    return {
      key: cause,
      name,
      meaning,
      accounts: own?.accounts ?? accounts,
      facts,
      amount: points(own?.effect ?? "0", { digits: 2 }),
      exact: own?.exact ?? "0/1",
      by,
      level,
    };
  });
  return [
    total(
      "Reported",
      percent(ratio.reported, { digits: 2 }),
      ratio.exact.reported ?? "",
      Number(ratio.reported) * 100,
    ),
    ...rows,
    total(
      "Now",
      percent(ratio.restated, { digits: 2 }),
      ratio.exact.restated ?? "",
      Number(ratio.restated) * 100,
    ),
  ];
}

function amountRows({ bridge, causes, currency }: Restatement): CauseRow[] {
  const closing = bridge?.find(({ measure }) => measure === "closing");
  if (!closing || !causes) return [];
  let level = Number(closing.reported);
  const rows = causes.map(({ cause, name, meaning, accounts, facts }): CauseRow => {
    const amount = closing.causes.find((one) => one.cause === cause)?.amount ?? "0";
    level += Number(amount);
    return {
      key: cause,
      name,
      meaning,
      accounts,
      facts,
      amount: compactMoney(amount, currency, { signed: true }),
      exact: amount,
      by: Number(amount),
      level,
    };
  });
  return [
    total("Reported", compactMoney(closing.reported, currency), closing.reported, Number(closing.reported)),
    ...rows,
    total("Now", compactMoney(closing.restated, currency), closing.restated, Number(closing.restated)),
  ];
}

/** The rows as bars: totals as markers, causes that moved something as steps between them. */
export function chartRows(rows: readonly CauseRow[]): BridgeRow[] {
  return rows
    .filter((row) => row.accounts === null || row.by !== 0)
    .map((row): BridgeRow => {
      const isTotal = row.accounts === null;
      const before = row.level - row.by;
      return {
        key: row.key,
        name: row.name,
        under: isTotal ? "" : counted(row.accounts ?? 0, "acct"),
        total: isTotal,
        level: row.level,
        low: Math.min(before, row.level),
        high: Math.max(before, row.level),
        color: isTotal ? "var(--mv-total)" : row.by > 0 ? "var(--mv-expansion)" : "var(--mv-churn)",
        hatched: row.by < 0,
        amount: row.amount,
        share: "",
      };
    });
}

/** What the bridge shows, in one sentence. */
export function causeSummary(rows: readonly CauseRow[], name: string): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const moved = rows.filter((row) => row.accounts !== null && row.by !== 0);
  if (!first || !last) return "It cannot be told now.";
  if (moved.length === 0) return `${name} was reported as ${first.amount}, and is told so now.`;
  const said = moved.map((row) => `${row.name.toLowerCase()} ${row.amount}`).join(", ");
  return `${name} was reported as ${first.amount} and is ${last.amount} now: ${said}.`;
}
