import { priorities, taskSources } from "@termwise/core/facts";
import { AccountId, EntryId, Instant } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { ownNames } from "../auth/own-names.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { customerOf } from "../journal/write-entry.ts";
import { changeTask, TaskChange } from "../tasks/change.ts";
import { completeTask, reopenTask } from "../tasks/complete.ts";
import { subjectOfTask } from "../tasks/task-entry.ts";
import { countsOf, listedTasks, peopleOf, taskScopes } from "../tasks/task-list.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";

/** What there is to do about customers, for whom and by when. A task is put on record by `journal.record`. */
export const tasksRouter = router({
  /**
   * Tasks by when they fall due, the first to be done on top: one's own (those of nobody on accounts one keeps among
   * them), those of the accounts in one's book, or all one may see. `counts` is over all that the filters let through,
   * `tasks` the first `limit` of each group; those that are done or were dropped only with `closed`.
   */
  list: procedure
    .input(
      z.strictObject({
        of: z.enum(taskScopes).default("mine"),
        accountId: AccountId.optional(),
        assignees: z.array(z.string().max(200)).min(1).max(200).optional(),
        priorities: z.array(z.enum(priorities)).min(1).optional(),
        sources: z.array(z.enum(taskSources)).min(1).optional(),
        search: z.string().max(200).optional(),
        closed: z.boolean().default(false),
        limit: z.int().min(1).max(2_000).default(100),
      }),
    )
    .query(async ({ ctx: { termwise, who }, input: { accountId, closed, limit, ...asked } }) => {
      const books = await termwise.books();
      const today = termwise.today();
      const records =
        accountId === undefined
          ? [...customerRecords(books).records.values()]
          : [(await customerOf(termwise, accountId)).record];
      const accounts = accountsOnDay(books, today);
      const rows = listedTasks(records, asked, {
        today,
        own: ownNames(who),
        nameOf: (id) => accounts.get(id)?.name ?? id,
      });
      const shown = new Map<string, number>();
      const first = rows.filter(({ due }) => {
        const before = shown.get(due) ?? 0;
        shown.set(due, before + 1);
        return before < limit && (closed || due !== "closed");
      });
      const nameOf = await termwise.read(authorsOf);
      return wire({
        today,
        counts: countsOf(rows),
        tasks: first.map(({ fact: { entry, entryId, recordedAt, effectiveOn, by, source }, ...task }) => {
          const { of: _, source: madeBy, ...fields } = entry;
          return {
            ...task,
            entryId,
            ...fields,
            madeBy,
            recordedAt,
            changedOn: effectiveOn,
            byName: nameOf(by),
            system: source.system,
          };
        }),
      });
    }),
  /** Whom tasks can be given to: whoever holds an account one may see (or the one named) in a role, or has a task of it. */
  people: procedure
    .input(z.strictObject({ accountId: AccountId.optional() }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const records =
        input?.accountId === undefined
          ? customerRecords(await termwise.books()).records.values()
          : [(await customerOf(termwise, input.accountId)).record];
      return peopleOf(records, termwise.today());
    }),
  /**
   * Completes a task; one that comes again leaves the next behind in the same transaction. Answers with the next one and
   * what undoing would do. 409 when somebody was faster.
   */
  complete: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) =>
      completeTask(termwise, await subjectOfTask(termwise, entryId), entryId, writerOf(who, acting)),
    ),
  /**
   * Opens a task that is done or was dropped as it last was open, and takes back the one that came after it. Refused (412)
   * when that one was changed or completed since.
   */
  reopen: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) =>
      reopenTask(termwise, await subjectOfTask(termwise, entryId), entryId, writerOf(who, acting)),
    ),
  /**
   * Changes some fields of a task that is not done: assigns it, gives it another day, puts it off, drops it. Answers with
   * what they were `before`; given back, that undoes it. 409 when it changed since `seen`.
   */
  change: procedure
    .input(z.strictObject({ entryId: EntryId, change: TaskChange, seen: Instant.optional() }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) =>
      changeTask(termwise, await subjectOfTask(termwise, input.entryId), input, writerOf(who, acting)),
    ),
});
