import { termsInForce } from "@termwise/core/governance";
import { Day } from "@termwise/core/kernel";
import { z } from "zod";
import { proposalsIn } from "../definitions/agreed.ts";
import { glossaryFile, glossaryFormats, proposeFile, weighed } from "../definitions/glossary-files.ts";
import { writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { writerOf } from "./journal.ts";

/** Four thirds of it in base64 stay below what a request for a file may hold. */
const largestFile = 2 * 1024 * 1024;
const File = z.strictObject({
  name: z.string().min(1).max(255),
  content: z.base64().max(Math.ceil(largestFile / 3) * 4, "is of a file larger than 2 MB"),
});

/** What the teams of a workspace put on record about definitions, and the day it is there. */
export async function agreedIn(termwise: Termwise) {
  const { now } = (await termwise.books()).known;
  return { journal: now.journal, proposals: proposalsIn(now), today: termwise.today() };
}

/** The glossary as files: saved in four forms, and read back as proposals. */
export const glossaryFileProcedures = {
  /** Every definition in force today as a file: `name`, `type` and `text`. In `json` and `csv` it can be read back. */
  export: procedure
    .input(z.strictObject({ format: z.enum(glossaryFormats) }))
    .query(async ({ ctx: { termwise, origin }, input }) => {
      const { proposals, today } = await agreedIn(termwise);
      return glossaryFile(termsInForce(proposals, today), input.format, { base: `${origin}/glossary#` });
    }),
  /**
   * What a glossary file (JSON or CSV, in base64) would change: each term with its fields before and after; or why it is
   * refused, by line and field with a remedy. Where one row is refused there are no changes. Changes nothing itself.
   */
  checkFile: procedure.input(File).mutation(async ({ ctx: { termwise }, input }) => {
    const { proposals, today } = await agreedIn(termwise);
    const { refusals, changes, unchanged } = weighed(input, proposals, today);
    return {
      refusals: refusals.slice(0, 500),
      refused: refusals.length,
      unchanged,
      changes: changes.map(({ term, name, line, base, fields }) => ({ term, name, line, base, fields })),
    };
  }),
  /**
   * Puts every change of a glossary file forward, a proposal for each term, all or none: nothing takes effect before its
   * teams have signed. Refused (412) where a row is, or where nothing changes.
   */
  proposeFile: procedure
    .input(z.strictObject({ file: File, takesEffectOn: Day, reason: z.string().trim().min(1).max(1_000) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { timeZone } = await termwise.workspace();
      const writer = writerOf(who, acting);
      const proposals = await writing(termwise, (tx) => proposeFile(tx, { timeZone }, input, writer));
      return { proposals };
    }),
};
