import { definingTeams, type RedefinitionTrigger, redefinitionTriggers } from "@termwise/core/facts";
import {
  type CohortChurn,
  churningCohorts,
  type HandedOver,
  reviewClock,
  reviewedOn,
  setIn,
  teams,
  termSetNames,
  termSetOf,
  termSets,
} from "@termwise/core/governance";
import { handoffsOf } from "@termwise/core/handoff";
import { type Day, Failure, MemberId } from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";
import { loadMembers } from "@termwise/db";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { mayDo } from "../auth/principal.ts";
import { termOf } from "../definitions/propose.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { writeHouseEntry } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";

const SetName = z.enum(termSetNames);
const note = z.string().trim().min(1).max(1_000);
const triggerNames = Object.keys(redefinitionTriggers) as [RedefinitionTrigger];

/** When the definitions of each set of terms are looked at again, by whom, and what calls for it sooner. */
export const reviewProcedures = {
  /**
   * Each set of terms: owner, who signs for each team, length of its sessions, last review, when the next is due, what
   * called definitions into question since, and the terms to look at first. Cohorts that churn although their handoffs were
   * complete are found in the book and told, with counts, to whoever sees all of it.
   */
  reviews: procedure.query(async ({ ctx: { termwise, who } }) => {
    const { journal } = (await termwise.books()).known.now;
    const nameOf = await termwise.read(authorsOf);
    const churning = await churningIn(termwise);
    const [today, seesAll] = [termwise.today(), mayDo(who, "book_read") === "all"];
    const told = churning.map(({ since, quarter, customers, lost }) => ({
      on: since,
      note: seesAll
        ? `Of ${customers} customers won in ${quarter} and handed over completely, ${lost} were lost, a tenth or more above the four quarters before`
        : `Customers won in ${quarter} churn more than those before them`,
    }));
    return wire(
      termSetNames.map((set) => {
        const { owner, approvers, ...settings } = setIn(journal, set);
        const clock = reviewClock(journal, set, today, set === "sales_cs" ? told : []);
        return {
          set,
          name: termSets[set].name,
          owner: owner && { member: owner, name: nameOf(owner) },
          ownerRole: termSets[set].owner,
          teams: [...termSets[set].teams, ...(settings.financeSigns ? (["finance"] as const) : [])].map(
            (team) => ({
              team,
              name: teams[team],
              approvers: approvers
                .filter((approver) => approver.team === team)
                .map(({ member }) => ({ member, name: nameOf(member) })),
            }),
          ),
          financeSigns: settings.financeSigns,
          minutes: settings.minutes,
          reviewMonths: settings.reviewMonths,
          last: clock.last && {
            on: clock.last.effectiveOn,
            byName: nameOf(clock.last.by),
            note: clock.last.entry.note,
          },
          dueOn: clock.dueOn,
          overdue: clock.overdue,
          triggers: clock.triggers.map(({ by, trigger, ...told }) => ({
            ...told,
            trigger,
            name: redefinitionTriggers[trigger],
            byName: nameOf(by),
          })),
          first: clock.first.map((id) => ({
            id,
            name: termById(id).name,
            // A term reported under a set it does not belong to is reviewed with its own.
            reviewedOn: reviewedOn(journal, termSetOf(termById(id)), id),
          })),
        };
      }),
    );
  }),
  /** Says that a set of terms was reviewed today: all of it, or the terms named. */
  review: procedure
    .input(
      z.strictObject({
        set: SetName,
        terms: z.array(z.string().max(100)).max(500).default([]),
        note: note.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      for (const id of input.terms) termOf(id);
      const entryId = await writeHouseEntry(
        termwise,
        { entry: { of: "term_review", ...input } },
        writerOf(who, acting),
      );
      return { entryId };
    }),
  /** Reports what calls definitions into question: a product line, a shift of the ICP, a new leader, a cohort that churns. */
  report: procedure
    .input(z.strictObject({ set: SetName, trigger: z.enum(triggerNames), note }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const entryId = await writeHouseEntry(
        termwise,
        { entry: { of: "term_trigger", ...input } },
        writerOf(who, acting),
      );
      return { entryId };
    }),
  /** Sets who owns a set of terms, who signs for each team, whether Finance signs too, and the lengths. 412 for somebody who is no member. */
  setSet: procedure
    .input(
      z.strictObject({
        set: SetName,
        owner: MemberId.nullable(),
        approvers: z.array(z.strictObject({ team: z.enum(definingTeams), member: MemberId })).max(20),
        financeSigns: z.boolean(),
        minutes: z.int().min(10).max(240),
        reviewMonths: z.int().min(1).max(12),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      await assertMembers(
        termwise,
        [input.owner ?? [], ...input.approvers.map(({ member }) => member)].flat(),
      );
      const entryId = await writeHouseEntry(
        termwise,
        { entry: { of: "term_set", ...input } },
        writerOf(who, acting),
      );
      return { entryId };
    }),
};

async function assertMembers(termwise: Termwise, ids: readonly MemberId[]): Promise<void> {
  const people = await termwise.read((tx) => loadMembers(tx, tx.workspaceId));
  const known = new Set(people.map(({ member }) => member.id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger)
    throw new Failure("refused", `${stranger} is no member of this workspace. Choose somebody who is`);
}

const found = new WeakMap<object, { readonly on: Day; readonly churning: readonly CohortChurn[] }>();

/** Quarters whose customers churn although every handoff was complete; looked for once a day for each state of the records. */
async function churningIn(termwise: Termwise): Promise<readonly CohortChurn[]> {
  const { records, rules } = customerRecords(await termwise.books());
  const asOf = { now: termwise.now(), today: termwise.today() };
  const known = found.get(records);
  if (known?.on === asOf.today) return known.churning;
  const handedOver = [...records.values()].flatMap((record) =>
    handoffsOf(record, rules, asOf)
      .filter(({ onRecord }) => onRecord)
      .map(({ close, complete }): HandedOver => {
        const lost = record.movements.find(({ kind, on }) => kind === "churn" && on >= close.on);
        return { wonOn: close.on, complete, lostOn: lost?.on ?? null };
      }),
  );
  const churning = churningCohorts(handedOver, asOf.today);
  found.set(records, { on: asOf.today, churning });
  return churning;
}
