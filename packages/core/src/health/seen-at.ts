import { entriesOf } from "../facts/index.ts";
import { addDays, type Day, daysBetween, groupBy } from "../kernel/index.ts";
import { type CustomerRecord, holdersOf, rolesOn, touchesOn } from "../people/index.ts";
import type { ToldFrom } from "./health-case.ts";
import { loginsFellSince, loginsHeld, loginsText } from "./logins.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import type { RedFlagCondition } from "./red-flag.ts";
import { answeredBy, answersOn } from "./sentiment-reading.ts";
import type { AccountUseReading } from "./use-series.ts";

/** What is looked at for warning signs of an account on a day. */
export interface SignCase {
  readonly record: CustomerRecord;
  readonly series: readonly AccountUseReading[];
  /** Until when use of anybody is told of: silence before that is silence. */
  readonly told: Pick<ToldFrom, "useUntil">;
  /** When the main user last used the product; null: no use by name is known. */
  readonly mainUser: { readonly userId: string; readonly lastUse: Day } | null;
  readonly on: Day;
}

/** A condition that was seen, on which day, in words, and the mark of this very occurrence of it. */
export interface SeenSign {
  readonly condition: RedFlagCondition;
  readonly on: Day;
  readonly text: string;
  readonly mark: string;
  /** The first day it was so, where it goes on for days: until it is over it is one and the same. */
  readonly since?: Day;
}

/** Signs older than this are history and no news. */
const newsDays = 60;

/** Everything seen at an account that a rule about red flags may ask for, whether or not it is enough for one. */
export function signsSeen(of: SignCase, policy: HealthPolicy = houseHealthPolicy): SeenSign[] {
  return [
    ...loginSigns(of, policy),
    ...championSigns(of),
    ...declinedSigns(of),
    ...outageSigns(of),
    ...npsSigns(of),
    ...idleSigns(of),
    ...silentSigns(of),
  ];
}

const isNews = (day: Day, on: Day): boolean => day <= on && day > addDays(on, -newsDays);

function loginSigns(of: SignCase, policy: HealthPolicy): SeenSign[] {
  const held = loginsHeld(of, policy.loginDropDays, policy);
  if (!held) return [];
  const { before, after, days } = held;
  const since = loginsFellSince(of.series, held, policy);
  return [
    {
      condition: { what: "logins_fell", before, after, days },
      on: held.on,
      text: `${loginsText(held)}${since < held.on ? `; it has been so since ${since}` : ""}`,
      mark: `logins ${since}`,
      since,
    },
  ];
}

function championSigns({ record, on }: SignCase): SeenSign[] {
  return rolesOn(record, on).flatMap(({ role, now, contactId }): SeenSign[] => {
    if (role !== "champion" || now.state === "active" || !isNews(now.since, on)) return [];
    return [
      {
        condition: { what: "champion_gone", how: now.state },
        on: now.since,
        text: `A champion ${now.state === "left" ? "left the customer" : "moved away from the product"}`,
        mark: `champion ${contactId} ${now.entryId}`,
      },
    ];
  });
}

function declinedSigns({ record, on }: SignCase): SeenSign[] {
  const declined = entriesOf(record.journal, "meeting_declined").filter(
    ({ withdrawn, effectiveOn }) =>
      withdrawn === null && effectiveOn <= on && effectiveOn > addDays(on, -366),
  );
  return [...groupBy(declined, ({ entry }) => entry.termEndsOn ?? "").entries()].flatMap(([term, all]) => {
    const last = all.at(-1);
    if (!last || !isNews(last.effectiveOn, on)) return [];
    return [
      {
        condition: { what: "renewal_meeting_declined" as const, times: all.length },
        on: last.effectiveOn,
        text: `The renewal meeting was declined ${all.length === 1 ? "once" : `${all.length} times`}`,
        mark: `declined ${term || last.effectiveOn.slice(0, 4)}`,
      },
    ];
  });
}

function outageSigns({ record, on }: SignCase): SeenSign[] {
  return entriesOf(record.journal, "integration_outage").flatMap(
    ({ withdrawn, effectiveOn, entry, entryId }): SeenSign[] => {
      if (withdrawn !== null || effectiveOn > on) return [];
      const mended = entry.mendedOn !== null && entry.mendedOn <= on ? entry.mendedOn : null;
      if (mended !== null && !isNews(mended, on)) return [];
      return [
        {
          condition: { what: "integration_broken", key: entry.key, since: effectiveOn, mended },
          on: effectiveOn,
          text: `${entry.integration} stopped on ${effectiveOn}${mended === null ? "" : ` and works again since ${mended}`}`,
          mark: `integration ${entryId}`,
        },
      ];
    },
  );
}

function npsSigns({ record, on }: SignCase): SeenSign[] {
  const answers = answersOn(record, on).filter(({ entry }) => entry.survey === "nps");
  return [...groupBy(answers, ({ entry }) => answeredBy(entry)).values()].flatMap((all): SeenSign[] => {
    const [before, after] = [all.at(-2), all.at(-1)];
    if (!before || !after || !isNews(after.effectiveOn, on)) return [];
    return [
      {
        condition: {
          what: "nps_fell",
          before: before.entry.score,
          after: after.entry.score,
          days: daysBetween(before.effectiveOn, after.effectiveOn),
        },
        on: after.effectiveOn,
        text: `NPS answered with ${after.entry.score} after ${before.entry.score} on ${before.effectiveOn}`,
        mark: `nps ${after.entryId}`,
      },
    ];
  });
}

function idleSigns({ mainUser, on }: SignCase): SeenSign[] {
  if (mainUser === null || mainUser.lastUse > on) return [];
  const days = daysBetween(mainUser.lastUse, on);
  return [
    {
      condition: { what: "main_user_idle", days },
      on,
      text: `The main user has not used the product for ${days} days`,
      mark: `idle ${mainUser.userId} ${mainUser.lastUse}`,
    },
  ];
}

function silentSigns({ record, on }: SignCase): SeenSign[] {
  const touches = touchesOn(record, on);
  return holdersOf(rolesOn(record, on), "champion").flatMap(({ contactId }): SeenSign[] => {
    const own = touches.filter(({ entry }) => entry.contacts.includes(contactId));
    const answered = own.findLastIndex(({ entry }) => entry.direction === "theirs" || entry.type !== "email");
    const mails = own.slice(answered + 1).filter(({ entry }) => entry.direction === "ours");
    const [first] = mails;
    if (!first) return [];
    return [
      {
        condition: { what: "champion_silent", mails: mails.length },
        on: mails.at(-1)?.effectiveOn ?? on,
        text: `The champion left our last ${mails.length === 1 ? "mail" : `${mails.length} mails`} unanswered`,
        mark: `silent ${contactId} ${first.entryId}`,
      },
    ];
  });
}
