import { appendAudit } from "@termwise/db";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import { procedure, router } from "../trpc.ts";

/** Tables that people save as files. */
export const exportsRouter = router({
  /**
   * Tells the audit log that a table is about to be saved by the browser: what it shows (its title), the address of its
   * page, and how many rows. The log keeps of the address the page and which filters were set, not to what: that may be
   * somebody's name. Answers `null` when it is told; only then is the file saved.
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
          details: { ...pageOf(address), rows },
        }),
      );
      return null;
    }),
});

/** A page and the filters set on it, by name. The log is for ever, so nothing that was typed or chosen goes into it. */
function pageOf(address: string): { page: string | null; filters: string[] } {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return {
    page: /^[\w./-]{1,200}$/.test(pathname) ? pathname : null,
    filters: [...new Set(searchParams.keys())].filter((name) => /^[a-z.]{1,30}$/i.test(name)).sort(),
  };
}
