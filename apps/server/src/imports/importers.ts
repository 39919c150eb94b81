import type { ImportId } from "@termwise/core/kernel";
import { loadAudit, type WorkspaceTransaction } from "@termwise/db";
import { namesOf } from "../auth/names.ts";

/** So many imports back it is known at once who made them: as many as are listed, and some more. */
const atOnce = 200;

/** Who made the newest imports, or one, by today's names; null where nobody is on record. */
export async function importersIn(
  tx: WorkspaceTransaction,
  one?: ImportId,
): Promise<(id: ImportId) => string | null> {
  const [told, nameOf] = [
    await loadAudit(tx, {
      action: "import_committed",
      subject: one,
      limit: one === undefined ? atOnce : 1,
    }),
    await namesOf(tx),
  ];
  const actors = new Map(told.map(({ subject, actor }) => [subject?.id, actor]));
  return (id) => {
    const actor = actors.get(id);
    return actor ? nameOf(actor) : null;
  };
}
