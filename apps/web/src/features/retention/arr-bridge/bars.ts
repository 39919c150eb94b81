import type { BridgeBar } from "../../../charts/bridge-bars.ts";
import { compactMoney, counted, dayText, majorOf, points } from "../../../lib/format.ts";
import { movementNames } from "../../../lib/movement-names.ts";
import type { ArrBridgeView, BridgeRow } from "./arr-bridge.ts";

/** What a bridge is drawn of beside its rows. */
export interface BridgeFrame {
  currency: string;
  opensOn: string;
  closesOn: string;
  /** What the closing is called while it can still change; `null` when it cannot. */
  open: string | null;
  /** Steps that are shown by reason. */
  expanded: readonly string[];
}

/** What the closing of a period is called that reaches past the last closed month: of a day to come it is what is signed. */
export function openName(view: Pick<ArrBridgeView, "openFrom" | "closesOn">, today: string): string | null {
  if (view.openFrom === null) return null;
  return view.closesOn > today ? "Signed so far" : "To date";
}

/** The rows that are shown: reasons only of steps that are opened up. */
export function shownRows(rows: readonly BridgeRow[], expanded: readonly string[]): BridgeRow[] {
  return rows.filter((row) => row.kind !== "part" || expanded.includes(row.step));
}

/** A part of the opening: `+18.4 %`, `100 %`. */
export function ofOpening(row: Pick<BridgeRow, "pp" | "kind">): string {
  if (row.pp === null) return "";
  const text = points(row.pp, { unit: false });
  return `${row.kind === "total" ? text.replace("+", "") : text}\u00a0%`;
}

/** Rows as bars in major units of the currency. A step by reason stands above its reasons, which divide it. */
export function bridgeBars(rows: readonly BridgeRow[], frame: BridgeFrame): BridgeBar[] {
  const { currency, opensOn, closesOn, expanded } = frame;
  const major = (minor: string) => Number(majorOf(minor, currency));
  return shownRows(rows, expanded).map((row): BridgeBar => {
    const total = row.kind === "total";
    const open = row.key === "closing" ? frame.open : null;
    const look = movementNames[row.step];
    const passes = ["moved_in", "moved_out", "fx"].includes(row.step);
    const uplift = row.step === "expansion" && /\.(price|escalator)$/.test(row.key);
    const under = total ? dayText(row.key === "opening" ? opensOn : closesOn) : counted(row.accounts, "acct");
    return {
      key: row.key,
      name: open ?? row.name,
      under,
      total,
      part: row.kind === "part",
      divided:
        row.kind === "step" &&
        rows.some((one) => one.kind === "part" && one.step === row.step) &&
        expanded.includes(row.step),
      from: major(row.from),
      to: major(row.to),
      color: look?.color ?? "var(--mv-other)",
      hatched: uplift || (!passes && look?.hatched === true),
      crossed: passes,
      open: open !== null,
      amount: compactMoney(row.amount, currency, { signed: !total }),
      share: ofOpening(row),
      earlier: row.earlier && { from: major(row.earlier.from), to: major(row.earlier.to) },
    };
  });
}
