import { AccountId, EntryId, Failure } from "@termwise/core/kernel";
import { PlayDraft, playFaults, playOf } from "@termwise/core/plays";
import { z } from "zod";
import { newEntryId, writeHouseEntry } from "../journal/write-entry.ts";
import { endRun } from "../plays/end-run.ts";
import { playNamed } from "../plays/play-list.ts";
import { startRun } from "../plays/start-run.ts";
import { procedure } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const reason = z.string().trim().min(1).max(500);
const owner = z.string().trim().min(1).max(200).optional();

/** What changes plays and their runs. */
export const playWrites = {
  /** What keeps a draft from being a play, each fault at its place; none: it is one. Nothing is written. */
  check: procedure
    .input(z.strictObject({ draft: PlayDraft }))
    .query(({ input: { draft } }) => ({ faults: playFaults(draft) })),
  /**
   * Writes a play, or with `play` its next version, as of `version` that was looked at. Refused (412) with the first thing
   * it lacks: a trigger, steps with owner and day, a goal with a time. Runs that were begun keep what the play said then.
   */
  save: procedure
    .input(
      z.strictObject({
        play: EntryId.optional(),
        version: z.int().min(1).optional(),
        draft: PlayDraft,
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const [fault] = playFaults(input.draft);
      if (fault) throw new Failure("refused", fault.says);
      const before = input.play === undefined ? null : playNamed(await termwise.books(), input.play);
      if (before !== null && input.version !== before.version)
        throw new Failure(
          "conflict",
          `Version ${before.version} of this play was written in the meantime. Look at it again`,
        );
      const entry = { of: "play" as const, ...playOf(input.draft) };
      const id = before?.id ?? newEntryId();
      await writeHouseEntry(termwise, { entry, entryId: id, anew: true }, writerOf(who, acting));
      return { play: id, version: (before?.version ?? 0) + 1 };
    }),
  /**
   * Begins a proposed run (`runId`), or a play at an account by hand with the reason. Its steps become tasks of whoever
   * holds the account in their role. 409 where that play is proposed or running there already.
   */
  start: procedure
    .input(
      z.union([
        z.strictObject({ runId: EntryId, owner }),
        z.strictObject({ play: EntryId, accountId: AccountId, reason, owner }),
      ]),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => ({
      runId: await startRun(termwise, input, writerOf(who, acting)),
    })),
  /**
   * Ends a run: `done`, or `stopped` before its time; `declined` turns a proposal down. Steps that are open are dropped.
   * 409 where it was ended already.
   */
  end: procedure
    .input(
      z.strictObject({
        runId: EntryId,
        how: z.enum(["done", "stopped", "declined"]),
        reason,
        lessons: z.string().trim().min(1).max(2_000).nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      await endRun(termwise, input, writerOf(who, acting));
      return null;
    }),
};
