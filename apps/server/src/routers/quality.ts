import { type EntryOf, entriesOf, qualityChecks } from "@termwise/core/facts";
import { addDays, Day, EntryId, Failure } from "@termwise/core/kernel";
import { houseTolerance, qualityCheckNames } from "@termwise/core/quality";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import { houseNow, putHouseEntry, writing } from "../journal/write-entry.ts";
import { findingsOf, settingsOf } from "../quality/findings.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";

/** So many findings of a check are told; the count is of all. */
const sample = 50;
/** A mute ends, at the latest, after this many days: then somebody looks again. */
const longestMute = 366;

/** What the data lacks, or says twice. */
export const qualityRouter = router({
  /**
   * Every check: what it holds the data against, what it `needs` to be able to, how much it matters, how many things it `looked` at and how many are
   * `failing`, the ARR of the customers concerned (minor units of `currency`; null: of none, or not known), the first findings with
   * what they are about, the `trend` of the month ends before by what is known now, its owner, and whether it is `muted`.
   */
  checks: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const { subject, found } = await findingsOf(termwise);
    const settings = settingsOf(books);
    return wire({
      on: subject.on,
      currency: books.currency(),
      checks: found.map(({ check, looked, findings, arr, trend }) => {
        const set = settings.get(check);
        const mute = set?.mute && set.mute.until >= subject.on ? set.mute : null;
        return {
          check,
          ...qualityCheckNames[check],
          looked,
          failing: findings.length,
          arr,
          findings: findings.slice(0, sample),
          trend,
          owner: set?.owner ?? null,
          muted: mute,
          tolerance: check === "billing_total" ? (set?.tolerance ?? houseTolerance) : null,
        };
      }),
    });
  }),
  /**
   * Says who looks after a check, mutes it with a reason and until a day (at most a year), and how far a billing total may
   * lie from ours, in hundredths of a per cent. Replaces what was set before; what was said stays on record.
   */
  set: procedure
    .input(
      z.strictObject({
        check: z.enum(qualityChecks),
        owner: writtenLine(200).nullable(),
        mute: z.strictObject({ reason: writtenLine(500), until: Day }).nullable(),
        tolerance: z.int().min(0).max(10_000).nullable(),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { timeZone } = await termwise.workspace();
      const today = termwise.today();
      if (input.mute && (input.mute.until < today || input.mute.until > addDays(today, longestMute)))
        throw new Failure(
          "bad_input",
          `A check is muted until a day from ${today} to ${addDays(today, longestMute)}`,
        );
      await writing(termwise, async (tx) => {
        const known = entriesOf(await houseNow(tx), "quality_setting").find(
          ({ entry }) => entry.check === input.check,
        );
        const entry: EntryOf<"quality_setting"> = { of: "quality_setting", ...input };
        await putHouseEntry(
          tx,
          { timeZone },
          { entry, entryId: known && EntryId.parse(known.entryId) },
          writerOf(who, acting),
        );
      });
      return null;
    }),
});
