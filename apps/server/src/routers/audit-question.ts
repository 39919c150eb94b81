import { type AuditAction, auditActions } from "@termwise/core/access";
import { addDays, Day, Failure } from "@termwise/core/kernel";
import { type AuditFilter, actorKinds } from "@termwise/db";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import { beginOf } from "../clock.ts";

const id = writtenLine(200);
const actions = Object.keys(auditActions) as AuditAction[];

/** Which entries of the audit log are asked for: by whom (an id, or a kind of actor), what, of what, on which days. */
export const AuditQuestion = z.strictObject({
  actor: id.optional(),
  action: z.enum(actions).optional(),
  subject: id.optional(),
  from: Day.optional(),
  to: Day.optional(),
});
/** Which entries of the audit log are asked for. */
export type AuditQuestion = z.infer<typeof AuditQuestion>;

/** The question as the store is asked it; its days are the workspace's own. Throws `bad_input` for days out of order. */
export function filterOf({ actor, from, to, ...asked }: AuditQuestion, timeZone: string): AuditFilter {
  if (from !== undefined && to !== undefined && from > to)
    throw new Failure("bad_input", `The days are out of order: ${from} comes after ${to}`);
  const kind = actorKinds.find((known) => known === actor);
  return {
    ...asked,
    ...(kind === undefined ? { actor } : { actorKind: kind }),
    from: from && beginOf(from, timeZone),
    until: to && beginOf(addDays(to, 1), timeZone),
  };
}
