import { appendAudit } from "@termwise/db";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import { procedure, router } from "../trpc.ts";

/** Tables that people save as files. */
export const exportsRouter = router({
  /**
   * Tells the audit log that a table is about to be saved by the browser: what it shows (its title), the address of its
   * page with what was asked for, and how many rows. Answers `null` when it is told; only then is the file saved.
   */
  note: procedure
    .input(
      z.strictObject({
        what: writtenLine(120),
        address: writtenLine(2_000).refine(
          (address) => /^\/(?!\/)/.test(address),
          "is not a page of Termwise",
        ),
        rows: z.int().min(0).max(10_000_000),
      }),
    )
    .mutation(async ({ ctx: { termwise, acting }, input: { what, address, rows } }) => {
      await termwise.write((tx) =>
        appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "table_exported",
          subject: { kind: "table", id: what },
          details: { address, rows },
        }),
      );
      return null;
    }),
});
