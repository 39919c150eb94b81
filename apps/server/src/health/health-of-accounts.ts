import { type HealthBand, unmeasured } from "@termwise/core/health";
import { eachInTurns } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { bandAt, type HealthBook } from "./health-book.ts";
import { wordsOf } from "./scored.ts";

/** An account with the health of the last week that is over. */
export interface HealthOfAccount
  extends Pick<AccountOnDay, "accountId" | "name" | "segment" | "csm" | "arr" | "renewalOn"> {
  /** Null where it is not known whole. */
  readonly score: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly band: HealthBand;
}

/** The customers of a book with the health of the last week that is over. */
export async function healthOfAccounts(
  { cases, scores }: Pick<HealthBook, "cases" | "scores">,
  late?: AbortSignal,
): Promise<readonly HealthOfAccount[]> {
  const own = new Int32Array(2 * scores.ends.length);
  const rows: HealthOfAccount[] = [];
  await eachInTurns(
    cases,
    (one) => {
      const { account } = one;
      scores.read(account.accountId, own);
      const [low, high] = [own.at(-2) ?? unmeasured, own.at(-1) ?? unmeasured];
      const { accountId, name, segment, csm, arr, renewalOn } = account;
      rows.push({
        ...{ accountId, name, segment, csm, arr, renewalOn },
        score: low < 0 || low !== high ? null : wordsOf(low),
        low: low < 0 ? null : wordsOf(low),
        high: low < 0 ? null : wordsOf(high),
        band: bandAt(one, own, scores.ends.length - 1),
      });
    },
    late,
  );
  return rows;
}
