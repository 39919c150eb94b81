import { minus, perCentText, rational } from "@termwise/core/kernel";
import { points } from "@termwise/core/retention";
import { type BridgeView, stepNames } from "./bridge-view.ts";

/** The steps of the ARR bridge in the order of the page: what customers did, what rates did, who passed in and out. */
const order = [
  "new",
  "reactivation",
  "expansion",
  "contraction",
  "churn",
  "fx",
  "moved_in",
  "moved_out",
] as const;
const always: ReadonlySet<string> = new Set(["new", "reactivation", "expansion", "contraction", "churn"]);

/** Where a row of a bridge stands: what it adds and the running sum before and after it. Minor units. */
export interface BridgePlace {
  readonly amount: bigint;
  readonly accounts: number;
  readonly from: bigint;
  readonly to: bigint;
  /** Of the opening, in per cent. */
  readonly pp: string | null;
}

/** One row of the bridge as a table: an end, a step, or one reason of the step above it. */
export interface BridgeRow extends BridgePlace {
  /** `opening`, `expansion`, `expansion.seats`, `closing`. */
  readonly key: string;
  readonly kind: "total" | "step" | "part";
  readonly step: string;
  readonly name: string;
  /** The running sum after it in per cent of the opening. */
  readonly cumulativePp: string | null;
  readonly earlier: BridgePlace | null;
  readonly change: bigint | null;
  readonly changePp: string | null;
}

type Placed = BridgePlace & Pick<BridgeRow, "key" | "kind" | "step" | "name">;

/** Every row of a bridge there could be, with its place; reasons in the order given for each step. */
function places(view: BridgeView, reasonsOf: ReadonlyMap<string, readonly string[]>): Map<string, Placed> {
  const { opening } = view;
  const rows = new Map<string, Placed>();
  const put = (row: Omit<Placed, "pp">) => rows.set(row.key, { ...row, pp: points(row.amount, opening) });
  const end = (key: "opening" | "closing", name: string, accounts: number) =>
    put({ key, kind: "total", step: key, name, accounts, amount: view[key], from: 0n, to: view[key] });
  end("opening", "Opening", view.openingAccounts);
  let level = opening;
  for (const step of order) {
    const own = view.steps.find((one) => one.step === step);
    const amount = own?.amount ?? 0n;
    const name = stepNames[step] ?? step;
    const accounts = own?.accounts ?? 0;
    put({ key: step, kind: "step", step, name, accounts, amount, from: level, to: level + amount });
    let at = level;
    for (const reason of reasonsOf.get(step) ?? []) {
      const part = own?.reasons.find((one) => one.reason === reason);
      const of = part?.amount ?? 0n;
      const key = `${step}.${reason}`;
      put({
        key,
        kind: "part",
        step,
        name: part?.name ?? reason,
        accounts: part?.accounts ?? 0,
        amount: of,
        from: at,
        to: at + of,
      });
      at += of;
    }
    level += amount;
  }
  end("closing", "Closing", view.closingAccounts);
  return rows;
}

/** The reasons of each step over both periods, the largest of the present one first. */
function reasonsIn(now: BridgeView, then: BridgeView | null): Map<string, string[]> {
  const size = (amount: bigint) => (amount < 0n ? -amount : amount);
  return new Map(
    order.map((step) => {
      const [own, earlier] = [now, then].map(
        (view) => view?.steps.find((one) => one.step === step)?.reasons ?? [],
      );
      const ordered = [...(own ?? [])].sort((a, b) => (size(b.amount) > size(a.amount) ? 1 : -1));
      const names: string[] = [...ordered, ...(earlier ?? [])].map(({ reason }) => reason);
      return [step, [...new Set(names)]];
    }),
  );
}

/**
 * A bridge row by row, beside that of the period compared with. New, reactivation, expansion, contraction and churn are
 * always there; moved in and out where a filter or a breakdown can change who belongs (`membership`); FX where rates
 * moved anything in either period.
 */
export function bridgeRows(now: BridgeView, then: BridgeView | null, membership: boolean): BridgeRow[] {
  const reasons = reasonsIn(now, then);
  const [rows, before] = [places(now, reasons), then && places(then, reasons)];
  const shown = ({ key, kind, step, amount }: Placed): boolean => {
    if (kind === "total" || always.has(step)) return true;
    if (step === "moved_in" || step === "moved_out") return membership;
    return amount !== 0n || (before?.get(key)?.amount ?? 0n) !== 0n;
  };
  return [...rows.values()].filter(shown).map((row) => {
    const was = before?.get(row.key) ?? null;
    const name = row.kind === "part" ? nameOfPart(row, now, then) : row.name;
    return {
      ...row,
      name,
      cumulativePp: points(row.to, now.opening),
      earlier: was && {
        amount: was.amount,
        accounts: was.accounts,
        from: was.from,
        to: was.to,
        pp: was.pp,
      },
      change: was && row.amount - was.amount,
      changePp: was && then && apart(row.amount, now.opening, was.amount, then.opening),
    };
  });
}

/** A reason that only one of the periods has is called as that one calls it. */
function nameOfPart({ key, step }: Placed, now: BridgeView, then: BridgeView | null): string {
  const reason = key.slice(step.length + 1);
  for (const view of [now, then])
    for (const part of view?.steps.find((one) => one.step === step)?.reasons ?? [])
      if (part.reason === reason) return part.name;
  return reason;
}

/** How far two shares are apart, in percentage points. */
function apart(part: bigint, whole: bigint, earlier: bigint, base: bigint): string | null {
  if (whole === 0n || base === 0n) return null;
  return perCentText(minus(rational(part, whole), rational(earlier, base)), 4);
}
