import { appendAudit, createWorkspace, loadWorkspaces } from "@termwise/db";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

/** The workspaces of the installation, for whoever runs its command line. */
export const workspacesRouter = router({
  /** Every workspace with id and name, the oldest first, and whether it holds the demo company. */
  list: procedure.query(async ({ ctx: { gate } }) =>
    (await loadWorkspaces(gate.house.db)).map(({ id, name, demo }) => ({ id, name, demo })),
  ),
  /** Makes a workspace without data or members; invite its first admin next. `refused` when the name is taken. */
  create: procedure
    .input(z.strictObject({ name: z.string().trim().min(1).max(120) }))
    .mutation(async ({ ctx: { gate, acting }, input: { name } }) => {
      await createWorkspace(gate.house.db, { name }, (tx, id) =>
        appendAudit(tx, id, { ...acting, action: "workspace_created" }),
      );
      return null;
    }),
});
