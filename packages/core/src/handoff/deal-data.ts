import type { BillingInterval, ContractLine } from "../facts/index.ts";
import { addDays, type Currency, type Day, type LineId } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { Close } from "./close.ts";

/** What one contract line of a deal says. */
export interface DealLine {
  readonly lineId: LineId;
  readonly product: string;
  readonly quantity: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly signedOn: Day | null;
  readonly autoRenew: boolean | null;
  readonly billing: BillingInterval | null;
}

/** The figures and dates of a deal, as the ledger has them. They stand beside the packet and fill none of it. */
export interface DealData {
  readonly closedOn: Day;
  readonly opportunity: string | null;
  readonly signedOn: Day | null;
  /** What the deal brought, in minor units; empty while no contract line of it has begun. */
  readonly arr: readonly { readonly currency: Currency; readonly amount: bigint }[];
  readonly lines: readonly DealLine[];
}

/** A contract may begin this many days before its deal is marked as won. */
const earlyDays = 31;

/** The day from which on ARR of the deal counts: the first upward movement from the close on, or the last shortly before. */
function bookedOn({ movements }: CustomerRecord, close: Close, next: Close | null): Day | null {
  const earliest = addDays(close.on, -earlyDays);
  const upward = movements.filter(
    ({ amount, on }) => amount > 0n && on >= earliest && (next === null || on < next.on),
  );
  return (upward.find(({ on }) => on >= close.on) ?? upward.at(-1))?.on ?? null;
}

const dealLine = (line: ContractLine): DealLine => {
  const { lineId, product, quantity, startsOn, endsOn, signedOn, autoRenew, billing } = line;
  return { lineId, product, quantity, startsOn, endsOn, signedOn, autoRenew, billing };
};

/** The deal data of a close: ARR, dates and terms (term `deal-data`). `next`: the close after it, if there is one. */
export function dealData(record: CustomerRecord, close: Close, next: Close | null): DealData {
  const on = bookedOn(record, close, next);
  const booked = record.movements.filter((movement) => movement.on === on && movement.amount > 0n);
  const lineIds = new Set(booked.flatMap(({ parts }) => parts.flatMap((part) => part.lineIds)));
  const lines = record.lines.filter((line) => lineIds.has(line.lineId));
  return {
    closedOn: close.on,
    opportunity: close.opportunity,
    signedOn: close.signedOn ?? lines.map((line) => line.signedOn).find((signed) => signed !== null) ?? null,
    arr: booked.map(({ currency, amount }) => ({ currency, amount })),
    lines: lines.map(dealLine),
  };
}
