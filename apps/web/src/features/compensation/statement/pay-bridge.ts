import type { StatementLine } from "@termwise/core/compensation";
import type { BridgeBar } from "../../../charts/bridge-bars.ts";
import { compactMoney, counted, majorOf, money } from "../../../lib/format.ts";
import { kindName, payText, signedPay } from "../pay-words.ts";

/** One step of the bridge of a statement: the lines of one kind. */
export interface PayStep {
  readonly key: string;
  readonly name: string;
  readonly lines: number;
  /** Whole minor units. */
  readonly amount: bigint;
}

/** What is paid first, then what corrects it, then what is taken back. */
const order = [
  "commission",
  "retention",
  "release",
  "expansion_quota",
  "book_nrr",
  "retention_bonus",
  "objectives",
  "draw",
  "true_up",
  "adjustment",
  "clawback",
];

const placeOf = (kind: string): number => {
  const at = order.indexOf(kind);
  return at === -1 ? order.indexOf("true_up") - 0.5 : at;
};

/** The lines of a statement by kind, in the order of the bridge; they add up to what the statement pays. */
export function paySteps(lines: readonly Pick<StatementLine, "kind" | "amount">[]): PayStep[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))].sort((a, b) => placeOf(a) - placeOf(b));
  return kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const amount = own.reduce((sum, line) => sum + BigInt(line.amount), 0n);
    return { key: kind, name: kindName(kind), lines: own.length, amount };
  });
}

const numberOf = (minor: bigint, currency: string): number => Number(majorOf(String(minor), currency));

const colours: Readonly<Record<string, string>> = {
  adjustment: "var(--mv-other)",
  clawback: "var(--mv-churn)",
};

/** The bridge from nothing to what is payable, ready to draw. */
export function payBars(steps: readonly PayStep[], currency: string, open: boolean): BridgeBar[] {
  let level = 0n;
  const bars = steps.map((step): BridgeBar => {
    const from = level;
    level += step.amount;
    return {
      key: step.key,
      name: step.name,
      under: counted(step.lines, "line"),
      total: false,
      from: numberOf(from, currency),
      to: numberOf(level, currency),
      color: colours[step.key] ?? (step.amount < 0n ? "var(--mv-contraction)" : "var(--mv-new)"),
      hatched: step.key === "adjustment",
      amount: shortPay(step.amount, currency, true),
      share: "",
      earlier: null,
    };
  });
  const total: BridgeBar = {
    key: "payable",
    name: "Payable",
    under: open ? "draft" : "",
    total: true,
    from: 0,
    to: numberOf(level, currency),
    color: "var(--mv-total)",
    open,
    amount: shortPay(level, currency, false),
    share: "",
    earlier: null,
  };
  return [...bars, total];
}

/** A name within a sentence: what is an abbreviation stays one. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Short where it is long: cents are told only of what has no more than three digits before them. */
function shortPay(amount: bigint, currency: string, signed: boolean): string {
  const minor = String(amount);
  const small = Math.abs(numberOf(amount, currency)) < 1_000;
  return small ? money(minor, currency, { signed }) : compactMoney(minor, currency, { signed });
}

/** What the bridge shows, in a sentence. */
export function paySentence(steps: readonly PayStep[], total: string, currency: string): string {
  if (steps.length === 0) return "No line pays or takes back anything.";
  const parts = steps.map(({ name, amount }) => `${inSentence(name)} ${signedPay(String(amount), currency)}`);
  return `${parts.join(", ")}: ${payText(total, currency)} payable.`.replace(/^./, (c) => c.toUpperCase());
}
