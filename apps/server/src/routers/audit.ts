import { auditActions } from "@termwise/core/access";
import { auditFaults, loadAudit, verifyAudit } from "@termwise/db";
import { z } from "zod";
import { namesOf } from "../auth/names.ts";
import { procedure, router } from "../trpc.ts";
import { AuditQuestion, filterOf } from "./audit-question.ts";

const place = z.int().min(1);

/** What was done in the workspace, by whom. Only ids are kept; names are those of the moment one looks. */
export const auditRouter = router({
  /**
   * Entries, newest first, at most `limit`: those of an actor (an id; or `operator`, `system`, `nobody`, `member`,
   * `key`), an action, a subject's id, from a day to a day of the workspace's time zone. `next` is what to ask `before`
   * for the page after this one; null at the end.
   */
  list: procedure
    .input(AuditQuestion.extend({ before: place.optional(), limit: z.int().min(1).max(200).default(50) }))
    .query(async ({ ctx: { termwise }, input: { before, limit, ...asked } }) => {
      const { timeZone } = await termwise.workspace();
      const page = { ...filterOf(asked, timeZone), before, limit: limit + 1 };
      const { found, nameOf } = await termwise.read(async (tx) => ({
        found: await loadAudit(tx, page),
        nameOf: await namesOf(tx),
      }));
      const entries = found.slice(0, limit).map(({ actor, subject, previousHash: _, ...entry }) => ({
        ...entry,
        actor: { ...actor, name: nameOf(actor) },
        /** The action in words. */
        what: auditActions[entry.action],
        subject: subject && { ...subject, name: nameOf(subject) },
      }));
      return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
    }),
  /**
   * Recomputes the chain of hashes from the first entry to the last: `ok` with the number of entries and the last hash,
   * or the first entry that does not fit and what is wrong with it. Given a `seq` and `hash` that were noted outside the
   * store, it also finds that the end was cut off, or all of it rewritten, which the log alone cannot show.
   */
  verify: procedure
    .input(z.strictObject({ seq: place, hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const verdict = await verifyAudit(termwise.db, termwise.workspaceId, input ?? null);
      return verdict.ok ? verdict : { ...verdict, why: auditFaults[verdict.fault] };
    }),
});
