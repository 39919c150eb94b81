import { entriesOf, PlayTrigger, runStates } from "@termwise/core/facts";
import { AccountId, addDays, EntryId } from "@termwise/core/kernel";
import { episodesOf, triggerText } from "@termwise/core/plays";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { breath } from "../breath.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { customerOf } from "../journal/write-entry.ts";
import { companySigns } from "../plays/company-signs.ts";
import { playNamed } from "../plays/play-list.ts";
import { runsIn, runsOf } from "../plays/run-list.ts";
import {
  accountNames,
  catalogueOf,
  effectView,
  figuresOf,
  playView,
  runView,
  seenIn,
} from "../plays/views.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { playWrites } from "./play-writes.ts";

const states = Object.keys(runStates) as [keyof typeof runStates, ...(keyof typeof runStates)[]];

/** Plays written before they are needed, their runs at accounts, and what came of them. */
export const playsRouter = router({
  /**
   * Every play with its trigger in words, its steps, how its runs went (begun in time, saved, partly, lost, ARR kept and
   * lost) and, where it is meant to keep a customer, the saved share beside that of comparable accounts without a play.
   */
  catalogue: procedure.query(async ({ ctx: { termwise } }) => wire(await catalogueOf(termwise))),
  /** One play with all its versions, each with who wrote it. */
  one: procedure.input(z.strictObject({ play: EntryId })).query(async ({ ctx: { termwise }, input }) => {
    const found = playNamed(await termwise.books(), input.play);
    const nameOf = await termwise.read(authorsOf);
    return wire({
      ...playView(found),
      versions: found.versions.toReversed().map(({ play, by, ...version }) => ({
        ...version,
        byName: version.recordedAt === null ? null : nameOf(by),
        name: play.name,
        triggerSays: triggerText(play.trigger),
        steps: play.steps.length,
        active: play.active,
      })),
    });
  }),
  /**
   * The accounts behind the `effect` of a play: `treated` ones, each with its run and whether all ARR was kept, the
   * `untreated` they are held against, and `unmatched`, treated ones that none is comparable to.
   */
  effect: procedure
    .input(z.strictObject({ play: EntryId }))
    .query(async ({ ctx: { termwise }, input }) => wire(await effectView(termwise, input.play))),
  /**
   * When a trigger would have been met in the last `days` days, at one account or at all one sees, the latest first: what
   * a play would have answered. Nothing is written.
   */
  test: procedure
    .input(
      z.strictObject({
        trigger: PlayTrigger,
        accountId: AccountId.optional(),
        days: z.int().min(7).max(730).default(180),
      }),
    )
    .query(async ({ ctx: { termwise }, input: { trigger, accountId, days } }) => {
      const books = await termwise.books();
      const seen = await seenIn(termwise);
      const nameOf = accountNames(books, seen);
      const signsOf = await companySigns(termwise, books);
      const records =
        accountId === undefined
          ? [...customerRecords(books).records.values()]
          : [(await customerOf(termwise, accountId)).record];
      const from = addDays(seen.today, -days);
      const met = [];
      for (const record of records) {
        for (const episode of episodesOf(trigger, signsOf(record), seen.today))
          if (episode.on >= from)
            met.push({ accountId: record.accountId, name: nameOf(record.accountId), ...episode });
        await breath();
      }
      met.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.name < b.name ? -1 : 1));
      const accounts = new Set(met.map((one) => one.accountId)).size;
      return wire({
        says: triggerText(trigger),
        from,
        today: seen.today,
        met: met.slice(0, 200),
        times: met.length,
        accounts,
      });
    }),
  /**
   * Runs of plays at the accounts one sees, the latest first, with steps, the clock to the first step, and what became of
   * the account; `figures` over all that the filters let through, `runs` the first `limit`.
   */
  runs: procedure
    .input(
      z.strictObject({
        states: z.array(z.enum(states)).min(1).optional(),
        play: EntryId.optional(),
        limit: z.int().min(1).max(1_000).default(200),
      }),
    )
    .query(async ({ ctx: { termwise }, input: { states: wanted, play, limit } }) => {
      const books = await termwise.books();
      const seen = await seenIn(termwise);
      const nameOf = accountNames(books, seen);
      const all = runsIn(books, seen).filter(({ fact }) => play === undefined || fact.entry.play === play);
      const runs = all.filter(({ fact }) => wanted?.includes(fact.entry.state) ?? true);
      return wire({
        today: seen.today,
        now: seen.now,
        currency: books.currency(),
        total: runs.length,
        counts: states.map((state) => ({
          state,
          runs: all.filter(({ fact }) => fact.entry.state === state).length,
        })),
        figures: figuresOf(runs),
        runs: runs.slice(0, limit).map((run) => runView(run, nameOf(run.accountId))),
      });
    }),
  /** The runs at one account, proposals among them, and when the customer asked to leave. */
  ofAccount: procedure
    .input(z.strictObject({ accountId: AccountId }))
    .query(async ({ ctx: { termwise }, input: { accountId } }) => {
      const books = await termwise.books();
      const seen = await seenIn(termwise);
      const { record } = await customerOf(termwise, accountId);
      const name = accountNames(books, seen)(record.accountId);
      const asked = entriesOf(record.journal, "cancel_request")
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ entryId, at, entry }) => ({ entryId, at, says: entry.says, leavesOn: entry.leavesOn }));
      return wire({
        accountId: record.accountId,
        name,
        today: seen.today,
        now: seen.now,
        currency: books.currency(),
        runs: runsOf(books, record, seen).map((run) => runView(run, name)),
        cancelRequests: asked,
      });
    }),
  ...playWrites,
});
