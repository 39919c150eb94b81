import { annotationKinds, commentaryStates, dimensions, type EntryOf, entriesOf } from "@termwise/core/facts";
import { AccountId, Day, EntryId, Failure, Month, parsePeriod } from "@termwise/core/kernel";
import { metrics } from "@termwise/core/retention";
import { restatesNumbers } from "@termwise/core/review";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { writtenLine, writtenText } from "../auth/written.ts";
import { proposalsAt } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { houseNow, putHouseEntry, putWithdrawal, subjectOf, writing } from "../journal/write-entry.ts";
import { asksForTask, putTask } from "../review/commentary-task.ts";
import { reviewKinds, standingEntry, versionsOfEntry } from "../review/entries.ts";
import { assertOwnerSees, assertSomebody } from "../review/task-owner.ts";
import { commentaryIn, drivers, marksIn, reviewedTerms, targetsIn, targetView } from "../review/view.ts";
import { peopleOf } from "../tasks/task-list.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";
import { answering, Scope } from "./scope.ts";

const Term = z.enum(reviewedTerms);
const link = z
  .url({ protocol: /^https?$/, error: "is not a web address that starts with http:// or https://" })
  .max(2_000);
const text = writtenText(2_000).nullable().default(null);

/** No ratio is meant to reach ten times its base: whoever gives more has given per cent. */
const mostOfRatio = 10;

/** What a leadership team wants of its figures and says of them: targets, marks on trends, commentary. Over the whole book. */
export const reviewRouter = router({
  /**
   * What a period's review shows: `targets` in force for it, with how far the figure is from each (`gap`: percentage points,
   * minor units or a count); `marks` on the trend that ends with it, changed definitions among them; `commentary` on its
   * figures, each with the task its action became and whether it only `restates` numbers. `all` is every target that stands;
   * `drivers` and `people` are what a commentary can name. With `asOf`: what was said by then.
   */
  ofPeriod: procedure.input(Scope).query(async ({ ctx: { termwise }, input }) => {
    const asked = await answering(termwise, input);
    const books = await termwise.books();
    const { journal } = books.factsAt(asked.recorded);
    const nameOf = await termwise.read(authorsOf);
    const accounts = accountsOnDay(books, asked.today);
    const accountOf = (accountId: AccountId) => {
      const account = accounts.get(accountId);
      return account ? { accountId, name: account.name } : null;
    };
    return wire({
      period: asked.period,
      targets: targetsIn(asked, journal, nameOf),
      all: entriesOf(journal, "target_set").map((target) => targetView(target, nameOf)),
      marks: marksIn(asked, journal, proposalsAt(books, asked.recorded), nameOf),
      commentary: commentaryIn(asked, journal, { nameOf, accountOf }),
      drivers,
      people: peopleOf(customerRecords(books).records.values(), asked.today),
    });
  }),
  /** Every version of a target, an annotation or a commentary, the newest first: what it said, who wrote it and when, and why it was removed. */
  history: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .query(async ({ ctx: { termwise }, input: { entryId } }) => {
      const versions = versionsOfEntry((await termwise.books()).known.all.journal, entryId);
      const nameOf = await termwise.read(authorsOf);
      return versions
        .map(({ entry, by, recordedAt, withdrawn }) => ({
          entry,
          byName: nameOf(by),
          recordedAt,
          withdrawn,
        }))
        .toReversed();
    }),
  /**
   * Sets what a figure should reach, over one `period` or over all that end in the month `since` or later; one of the two. A
   * target for the same figure, days and slice takes the place of the one before, which stays readable. `value`: a share
   * (`"1.05"`), minor units, or a count.
   */
  setTarget: procedure
    .input(
      z.strictObject({
        term: Term,
        period: z.string().max(40).optional(),
        since: Month.optional(),
        slice: z.strictObject({ dimension: z.enum(dimensions), value: z.string().max(200) }).optional(),
        value: z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, "is not a decimal number of 0 or more"),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { timeZone, fiscalYearStart } = await termwise.workspace();
      const { term, slice = null, value, since = null } = input;
      if ((input.period === undefined) === (since === null))
        throw new Failure("bad_input", "Give a period, or the month the target holds from: one of the two");
      const { unit } = metrics[term];
      if (unit !== "ratio" && value.includes("."))
        throw new Failure("bad_input", "An amount is given in whole minor units");
      if (unit === "ratio" && Number(value) > mostOfRatio)
        throw new Failure(
          "bad_input",
          `${value} is ${Number(value) * 100} %. A target is a share of one: write 1.1 for 110 %, and no more than ${mostOfRatio}`,
        );
      const over = input.period === undefined ? null : daysOf(parsePeriod(input.period, { fiscalYearStart }));
      const entry: EntryOf<"target_set"> = {
        of: "target_set",
        term,
        over,
        since,
        slice,
        value,
        currency: unit === "money" ? (await termwise.books()).currency() : null,
      };
      const writer = writerOf(who, acting);
      return writing(termwise, async (tx) => {
        const before = entriesOf(await houseNow(tx), "target_set").find((one) => sameAim(one.entry, entry));
        const entryId = await putHouseEntry(tx, { timeZone }, { entry, entryId: before?.entryId }, writer);
        return { entryId, before: before?.entry.value ?? null };
      });
    }),
  /** Marks a day, or days to `to`, on every trend; with `entryId` it changes a mark. */
  annotate: procedure
    .input(
      z.strictObject({
        entryId: EntryId.optional(),
        on: Day,
        to: Day.nullable().default(null),
        about: z.enum(annotationKinds),
        text: writtenLine(200),
        link: link.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId, ...said } }) => {
      if (said.to !== null && said.to < said.on)
        throw new Failure("bad_input", "The last day is before the first. Turn them round");
      const entry: EntryOf<"annotation"> = { of: "annotation", ...said };
      const { timeZone } = await termwise.workspace();
      return writing(termwise, async (tx) => {
        if (entryId) standingEntry(await houseNow(tx), entryId, "annotation");
        const id = await putHouseEntry(tx, { timeZone }, { entry, entryId }, writerOf(who, acting));
        return { entryId: id };
      });
    }),
  /**
   * Says of a figure of a period what drove it, why, what is done, by whom and by when; with `entryId` it changes what was
   * said. Without a cause it stands as a diagnosis in progress. With an owner, a day and an account, what is done is put on
   * the owner's list of tasks, and follows later changes while it is open. 412 for an owner nobody is called, or who does
   * not see the account. `restates`: the text only says the numbers again.
   */
  comment: procedure
    .input(
      z.strictObject({
        entryId: EntryId.optional(),
        term: Term,
        period: z.string().max(40),
        driver: z.enum(drivers as [string, ...string[]]),
        cause: text,
        action: text,
        owner: writtenLine(200).nullable().default(null),
        dueOn: Day.nullable().default(null),
        state: z.enum(commentaryStates),
        accountId: AccountId.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { entryId, term, period, accountId, ...said } = input;
      const { timeZone, fiscalYearStart } = await termwise.workspace();
      const over = daysOf(parsePeriod(period, { fiscalYearStart }));
      if (said.state !== "diagnosis" && said.cause === null)
        throw new Failure("refused", "Say what the cause is, or leave it as a diagnosis in progress");
      const given: EntryOf<"commentary"> = {
        of: "commentary",
        term,
        over,
        ...said,
        account: accountId,
        task: null,
      };
      if (asksForTask(given) && accountId === null)
        throw new Failure(
          "refused",
          "With an owner and a day it becomes a task, and a task is about an account. Name the account it begins with",
        );
      const subject = accountId === null ? null : await subjectOf(termwise, accountId);
      if (said.owner !== null) await assertSomebody(termwise, said.owner);
      if (said.owner !== null && subject && asksForTask(given))
        await assertOwnerSees(termwise, said.owner, subject.record.accountId);
      const writer = writerOf(who, acting);
      return writing(termwise, async (tx) => {
        const before = entryId && standingEntry(await houseNow(tx), entryId, "commentary").entry;
        const kept = { ...given, task: before && before.account === accountId ? before.task : null };
        const task = subject && asksForTask(kept) ? await putTask(tx, subject, kept, writer) : kept.task;
        const id = await putHouseEntry(tx, { timeZone }, { entry: { ...kept, task }, entryId }, writer);
        const restates = restatesNumbers([said.cause, said.action].filter(Boolean).join(" "));
        return { entryId: id, task, restates };
      });
    }),
  /** Removes a target, an annotation or a commentary; it stays readable in its history. A task it became stays. `review.restore` brings it back. */
  remove: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      await writing(termwise, async (tx) => {
        const fact = standingEntry(await houseNow(tx), entryId, ...reviewKinds);
        await putWithdrawal(tx, { fact, reason: "Removed" }, writerOf(who, acting));
      });
      return null;
    }),
  /** Brings back what `review.remove` took away, as it last stood. 409 when it stands, or when another target has taken its place. */
  restore: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      const entry = await lastOf(termwise, entryId);
      const { timeZone } = await termwise.workspace();
      await writing(termwise, async (tx) => {
        const standing = entriesOf(await houseNow(tx), ...reviewKinds);
        const taken = standing.some(
          (one) =>
            one.entryId === entryId ||
            (one.entry.of === "target_set" && entry.of === "target_set" && sameAim(one.entry, entry)),
        );
        if (taken) throw new Failure("conflict", "It stands already, or something else has taken its place");
        await putHouseEntry(tx, { timeZone }, { entry, entryId, anew: true }, writerOf(who, acting));
      });
      return { entryId };
    }),
});

const daysOf = ({ text: period, from, to }: { text: string; from: Day; to: Day }) => ({ period, from, to });

/** Whether two targets are for the same figure, days and slice, so that only one of them can stand. */
function sameAim(a: EntryOf<"target_set">, b: EntryOf<"target_set">): boolean {
  return (
    a.term === b.term &&
    a.since === b.since &&
    a.over?.from === b.over?.from &&
    a.over?.to === b.over?.to &&
    a.slice?.dimension === b.slice?.dimension &&
    a.slice?.value === b.slice?.value
  );
}

async function lastOf(termwise: Termwise, entryId: EntryId) {
  const versions = versionsOfEntry((await termwise.books()).known.all.journal, entryId);
  const last = versions.at(-1);
  if (!last) throw new Failure("not_found", "There is no such entry");
  return last.entry;
}
