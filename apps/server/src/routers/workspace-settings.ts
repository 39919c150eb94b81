import { Currency, Failure } from "@termwise/core/kernel";
import { appendAudit, holdWorkspace, removeWorkspace, updateSettings, type Workspace } from "@termwise/db";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import { mayDo, type Principal } from "../auth/principal.ts";
import { writtenLine } from "../auth/written.ts";
import type { House } from "../house.ts";
import type { Termwise } from "../termwise.ts";

/** The name of a time zone as IANA keeps them; an offset is none, since it knows no summer. */
const TimeZone = z
  .string()
  .max(60)
  .refine(
    (zone) => /^[A-Za-z]/.test(zone) && isKnown(zone),
    "is not the name of a time zone, such as Europe/Paris",
  );

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** What may be changed of a workspace. Working days are ISO weekdays, Monday 1 to Sunday 7. */
export const SettingsChange = z
  .strictObject({
    name: writtenLine(120),
    reportingCurrency: Currency.nullable(),
    fiscalYearStart: z.int().min(1).max(12),
    timeZone: TimeZone,
    workingDays: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, "name a day twice")
      .transform((days) => days.toSorted((a, b) => a - b)),
    secondFactorRequired: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Say what to change");
/** What may be changed of a workspace. */
export type SettingsChange = z.infer<typeof SettingsChange>;

interface Asked {
  readonly termwise: Termwise;
  readonly who: Principal;
  readonly acting: Acting;
}

/** The settings as the screen of settings shows them. */
export function settingsOf({ id: _, demoRemovedAt: __, ...settings }: Workspace) {
  return settings;
}

/** Changes settings, and tells the audit log what they were and are. */
export async function changeSettings(
  { termwise, who, acting }: Asked,
  change: SettingsChange,
): Promise<null> {
  await termwise.write(async (tx) => {
    const held = await holdWorkspace(tx);
    if (change.secondFactorRequired !== undefined) assertMayRequire(who, held, change.secondFactorRequired);
    await updateSettings(tx, change);
    const before = Object.fromEntries(Object.entries(held).filter(([key]) => key in change));
    await appendAudit(tx, tx.workspaceId, {
      ...acting,
      action: "workspace_changed",
      details: { before, after: change },
    });
  });
  // Its days begin elsewhere from now on.
  await termwise.workspace();
  return null;
}

/** Whether members need a second factor is for those who look after the members, and nobody shuts themselves out. */
function assertMayRequire(who: Principal, held: Workspace, required: boolean): void {
  if (mayDo(who, "members_manage") === null)
    throw new Failure("forbidden", "Whether a second factor is required is for a workspace admin to say");
  if (!required) return;
  if (held.demo)
    throw new Failure(
      "refused",
      "The demo company's people have no passwords and no second factor. Remove the demo first",
    );
  if (who.kind === "member" && !who.secondFactor)
    throw new Failure("refused", "Set up your own second factor first, or you would shut yourself out");
}

/** Removes the workspace with everything in it, by the name that was typed. */
export async function removeWhole(
  house: House,
  { termwise: { db, workspaceId }, acting }: Asked,
  name: string,
): Promise<null> {
  await removeWorkspace(db, workspaceId, { name, now: acting.at, acting });
  await house.forget(workspaceId);
  return null;
}
