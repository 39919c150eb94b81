// What the customers of a company told of their health, up to yesterday: one is well, one is in trouble.
import type { JournalFact } from "@termwise/core/facts";
import { type Day, day, EntryId, type Instant } from "@termwise/core/kernel";
import { type Customer, hidden, ownCsm } from "./narrowed-customers.ts";

const ago = (days: number): Day => day(new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10));

/**
 * When the first of anything was told, and the last use. Both are Alder's, which every company holds: that a company hears
 * of its customers at all, and until when, makes silence of one of them speak, and is no secret.
 */
const [began, lastUse] = [85, 1];

/** The feature customers use, as the catalogue has it. */
export function catalogued(now: Instant): JournalFact {
  const entryId = EntryId.parse("ent_scheduling");
  const agreedOn = ago(began - 1);
  return {
    kind: "journal",
    entryId,
    accountId: null,
    by: "Product",
    withdrawn: null,
    entry: {
      of: "feature",
      feature: "Scheduling",
      area: "Routing",
      tier: "core",
      workflow: "A round is planned",
      segments: [],
      gaOn: agreedOn,
      activeUse: { usesAWeek: 1, weeks: 2, agreedOn },
      owner: null,
      retired: false,
      signals: ["key_action", "aha"],
    },
    effectiveOn: agreedOn,
    at: now,
    recordedAt: now,
    source: { system: "termwise", key: entryId, file: null, line: null },
  };
}

/** Days back from one to another, week by week. */
const weekly = (from: number, to: number): number[] =>
  Array.from({ length: Math.floor((from - to) / 7) + 1 }, (_, week) => from - 7 * week);

const csv = (head: string, rows: readonly string[]): string => [head, ...rows].join("\n");

const isHidden = ({ key }: Customer): boolean => key.startsWith(hidden);

/** Tickets, answers and touchpoints as files. */
export function signalFiles(customers: readonly Customer[]): {
  tickets: string;
  answers: string;
  touches: string;
} {
  const of = (rows: (customer: Customer) => readonly string[]) => customers.flatMap(rows);
  return {
    tickets: csv(
      "account_id,ticket_id,opened_at,solved_at,severity,subject,area",
      of((one) => {
        if (one.key === "A1") return [`A1,T1,${ago(began)},${ago(began - 2)},low,A question,Routing`];
        if (one.key === "A2")
          return [40, 30, 20].map((day) => `A2,T2-${day},${ago(day)},,urgent,It stands still,Routing`);
        return isHidden(one)
          ? [`${one.key},T-${one.key},${ago(60)},,urgent,${hidden} stands still,${hidden} Area`]
          : [];
      }),
    ),
    answers: csv(
      "account_id,survey,score,answered_at,person,comment",
      of((one) => {
        if (one.key === "A1") return [`A1,nps,9,${ago(40)},Ada,Good`];
        if (one.key === "A2") return [`A2,nps,9,${ago(80)},Ben,Good`, `A2,nps,2,${ago(20)},Ben,Bad`];
        return isHidden(one)
          ? [1, 2, 3, 4, 5, 6].map((n) => `${one.key},nps,0,${ago(20)},P${n},${hidden}`)
          : [];
      }),
    ),
    touches: csv(
      "account_id,touch,at,direction,text,by",
      of((one) => {
        if (one.key === "A1")
          return [began, 10].map((day) => `A1,email,${ago(day)},theirs,They wrote ${day},Ada`);
        if (one.key === "A2")
          return [50, 45].map((day) => `A2,email,${ago(day)},ours,We wrote ${day},${ownCsm}`);
        return isHidden(one) ? [`${one.key},email,${ago(60)},ours,${hidden} wrote,${hidden} Person`] : [];
      }),
    ),
  };
}

/** Single uses as a file. */
export function usesCsv(customers: readonly Customer[]): string {
  const uses = ({ key }: Customer, feature: string, days: readonly number[]) =>
    days.flatMap((day) => [`${key},${ago(day)},${feature},u1-${key}`, `${key},${ago(day)},Log in,u1-${key}`]);
  return csv(
    "account_id,date,feature,user_id",
    customers.flatMap((one) => {
      if (one.key === "A1") return uses(one, "Scheduling", [...weekly(began, lastUse), lastUse]);
      if (one.key === "A2") return uses(one, "Scheduling", weekly(began, 50));
      return isHidden(one) ? uses(one, `${hidden} Feature`, weekly(began - 7, lastUse)) : [];
    }),
  );
}
