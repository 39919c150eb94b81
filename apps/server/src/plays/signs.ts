import { entriesOf } from "@termwise/core/facts";
import { addDays, type Day, later } from "@termwise/core/kernel";
import { onboardedOn } from "@termwise/core/lifecycle";
import { type CustomerRecord, type HouseRules, rolesOn } from "@termwise/core/people";
import { type AccountSigns, noSigns } from "@termwise/core/plays";
import { seatShares } from "@termwise/core/work";
import { dayOf } from "../clock.ts";
import { standingOf } from "../derive/standings.ts";
import type { HealthSigns } from "./health-signs.ts";
import { daysBack } from "./timer-plan.ts";

/** Weeks of seats in use that triggers look at. */
const weeks = 104;

interface Seeing {
  readonly rules: HouseRules;
  readonly health: HealthSigns | undefined;
  readonly today: Day;
  readonly timeZone: string;
  /** The first days after terms that ended or end. */
  readonly renewals: readonly Day[];
}

/** The day on which somebody can turn to what happened: that it is on record; what is told of long after is of its own day. */
const toldOn = (since: Day, onRecord: Day): Day =>
  onRecord > addDays(since, daysBack) ? since : later(since, onRecord);

/** What is seen at a customer, each sign worked out when a trigger asks for it. */
export function signsOf(
  record: CustomerRecord,
  { rules, health, today, timeZone, renewals }: Seeing,
): AccountSigns {
  const history = () => standingOf(record, rules, today).history;
  return {
    ...noSigns,
    get scores() {
      return health?.scores ?? [];
    },
    atRisk: health?.atRisk ?? [],
    renewals,
    get championGone() {
      return rolesOn(record, today)
        .filter(({ role }) => role === "champion")
        .flatMap(({ spells }) => spells.filter(({ state }) => state !== "active"))
        .map(({ since, at }) => toldOn(since, dayOf(at, timeZone)))
        .sort();
    },
    get wonOn() {
      return history().findLast(({ stage, kind }) => stage === "won" && kind !== "back")?.from ?? null;
    },
    get onboardedOn() {
      const at = history();
      return onboardedOn(at) ?? at.findLast(({ stage }) => stage === "adopted")?.from ?? null;
    },
    get seats() {
      if (record.usage.length === 0) return [];
      return seatShares(record, today, weeks).flatMap(({ on, active, licensed }) =>
        active === null || licensed === null ? [] : [{ on, used: active, of: licensed }],
      );
    },
    get answers() {
      return entriesOf(record.journal, "survey_answer")
        .filter(({ withdrawn, entry }) => withdrawn === null && entry.survey === "nps")
        .map(({ effectiveOn, entry }) => ({ on: effectiveOn, answer: entry.score }));
    },
    get lost() {
      return record.movements.filter(({ kind }) => kind === "churn").map(({ on }) => on);
    },
  };
}
