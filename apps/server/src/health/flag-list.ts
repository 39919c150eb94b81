import { flagConditions } from "@termwise/core/facts";
import {
  callsForAction,
  type FlagStanding,
  flagRulesOn,
  flagStandingOn,
  redFlagsOn,
} from "@termwise/core/health";
import { addDays, daysBetween } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { inTellingOrder, isOpenRun } from "@termwise/core/plays";
import type { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { breath } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import { runLine } from "../plays/response.ts";
import { runsOf } from "../plays/run-list.ts";
import { seenIn } from "../plays/views.ts";
import type { Filters } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { flagView } from "./account-view.ts";
import { healthWorld } from "./world.ts";

/** Which red flags are asked for: what is silenced is not open. */
export const flagChoices = ["open", "silenced", "accepted", "all"] as const;
type FlagChoice = (typeof flagChoices)[number];

interface Asked {
  readonly filters?: z.infer<typeof Filters> | undefined;
  readonly state: FlagChoice;
  readonly page: number;
  readonly pageSize: number;
}

/** A red flag of an account, and how it stands. */
interface Found {
  readonly account: AccountOnDay;
  readonly record: CustomerRecord;
  readonly flag: ReturnType<typeof redFlagsOn>[number];
  readonly standing: FlagStanding;
}

const isChosen: Readonly<Record<FlagChoice, (found: Found) => boolean>> = {
  open: ({ standing }) => callsForAction(standing),
  silenced: ({ standing: { state, silencedUntil } }) => state !== "cleared" && silencedUntil !== null,
  accepted: ({ standing: { state, silencedUntil } }) => state === "accepted" && silencedUntil === null,
  all: () => true,
};

const grave = { high: 0, medium: 1, low: 2 } as const;

/** Open ones first, of these the gravest, then the latest, then that of the largest account. */
function byGravity(a: Found, b: Found): number {
  const [at, other] = [a.flag.fact.effectiveOn, b.flag.fact.effectiveOn];
  return (
    Number(b.flag.open) - Number(a.flag.open) ||
    (a.flag.open ? grave[a.standing.severity] - grave[b.standing.severity] : 0) ||
    (at === other ? (a.account.arr > b.account.arr ? -1 : 1) : at < other ? 1 : -1)
  );
}

/** Red flags of the accounts somebody sees, a page of them; what is told of each is worked out for the page alone. */
export async function flagsOf(termwise: Termwise, { filters, state, page, pageSize }: Asked) {
  const books = await termwise.books();
  const on = termwise.today();
  const seen = await seenIn(termwise);
  const nameOf = await termwise.read(authorsOf);
  const rules = new Map(flagRulesOn(healthWorld(books).house, on).map((rule) => [rule.id, rule]));
  const all: Found[] = [];
  const yearAgo = addDays(on, -366);
  const accounts = accountsOnDay(books, on);
  for (const record of customerRecords(books).records.values()) {
    await breath();
    const flags = redFlagsOn(record, on).filter(({ fact, open }) => open || fact.effectiveOn > yearAgo);
    if (flags.length === 0) continue;
    const account = accounts.get(record.accountId);
    if (account?.status !== "customer" || !isAmong(account, filters)) continue;
    for (const flag of flags)
      all.push({ account, record, flag, standing: flagStandingOn(flag.fact, record.journal, on) });
  }
  const found = all.filter(isChosen[state]);
  return {
    on,
    currency: books.currency(),
    counts: {
      open: all.filter(isChosen.open).length,
      silenced: all.filter(isChosen.silenced).length,
      accepted: all.filter(isChosen.accepted).length,
      all: all.length,
    },
    ...{ total: found.length, page, pageSize },
    rows: found
      .sort(byGravity)
      .slice((page - 1) * pageSize, page * pageSize)
      .map(({ account, record, flag, standing: { handled, ...standing } }) => {
        const { accountId, name, csm, arr, renewalOn } = account;
        const { rule } = flag.fact.entry;
        return {
          ...{ accountId, name, csm, arr, renewalOn },
          ...flagView(flag, nameOf),
          ...standing,
          handledBy: handled && nameOf(handled.by),
          days: daysBetween(flag.fact.effectiveOn, on),
          /** What its rule joins, in words. */
          conditions: (rule === null ? [] : (rules.get(rule)?.conditions ?? [])).map(
            (kind) => flagConditions[kind],
          ),
          plays: (flag.open ? runsOf(books, record, seen) : [])
            .filter(({ fact }) => (standing.run === null ? isOpenRun(fact) : fact.entryId === standing.run))
            .sort((a, b) => inTellingOrder(a.fact, b.fact))
            .map(runLine),
        };
      }),
  };
}
