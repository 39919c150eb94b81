import type { ContractLine } from "../facts/index.ts";
import {
  addDays,
  type Day,
  groupBy,
  type Known,
  type Period,
  type Rational,
  shareOf,
} from "../kernel/index.ts";

/** How a contract that was due came to be renewed, or not. `undated`: it goes on, and the day it was signed is not on record. */
export type RenewalKept = "on_time" | "late" | "undated" | "not_renewed";

/** A contract that was due: what an account's recurring lines were that ended on one day. */
export interface DueContract {
  readonly accountId: ContractLine["accountId"];
  readonly endedOn: Day;
  readonly kept: RenewalKept;
}

/** The contracts that were due in a period, and the share renewed in time. */
export interface OnTimeRenewals {
  readonly due: readonly DueContract[];
  readonly rate: Known<Rational>;
}

const recurs = ({ lineKind, withdrawn }: ContractLine): boolean => lineKind === "recurring" && !withdrawn;

/** The lines that go on after lines that ended on a day: they name one of them, or begin within a month of that day. */
function goingOn(own: readonly ContractLine[], ended: readonly ContractLine[], on: Day): ContractLine[] {
  const ids = new Set(ended.map(({ lineId }) => lineId));
  const began = ended.map(({ startsOn }) => startsOn).sort()[0] ?? on;
  return own.filter(
    (line) =>
      !ids.has(line.lineId) &&
      ((line.renews !== null && ids.has(line.renews)) ||
        (line.startsOn > began &&
          line.startsOn > addDays(on, -31) &&
          line.startsOn <= addDays(on, 31) &&
          (line.endsOn === null || line.endsOn > on))),
  );
}

/**
 * The contracts whose last day lies in a period, and the share of them whose renewal was signed on or before that day. A
 * renewal without a day of signature is told apart and does not count as in time. Term: on-time-renewal-rate. Unit:
 * share.
 */
export function onTimeRenewals(
  lines: readonly ContractLine[],
  { from, to }: Pick<Period, "from" | "to">,
): OnTimeRenewals {
  const due: DueContract[] = [];
  for (const [accountId, own] of groupBy(lines.filter(recurs), (line) => line.accountId)) {
    const ending = own.filter(({ endsOn }) => endsOn !== null && endsOn >= from && endsOn <= to);
    for (const [endedOn, ended] of groupBy(ending, ({ endsOn }) => endsOn)) {
      if (endedOn === null) continue;
      const next = goingOn(own, ended, endedOn);
      const signed = next.flatMap(({ signedOn }) => signedOn ?? []).sort()[0];
      const kept =
        next.length === 0
          ? "not_renewed"
          : signed === undefined
            ? "undated"
            : signed <= endedOn
              ? "on_time"
              : "late";
      due.push({ accountId, endedOn, kept });
    }
  }
  const kept = due.filter((contract) => contract.kept === "on_time").length;
  return {
    due,
    rate: shareOf(BigInt(kept), BigInt(due.length), `No contract ended from ${from} to ${to}.`),
  };
}
