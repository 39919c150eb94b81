import type { AuditAction } from "@termwise/core/access";
import { auditActions } from "@termwise/core/access";
import { isDay } from "../../../lib/months.ts";
import type { Search } from "../../../lib/search.ts";

/** What is asked of the audit log: who, what, to what, from which day to which. */
export interface AuditQuestion {
  readonly actor?: string;
  readonly action?: AuditAction;
  /** The id of what it was done to. */
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

const isAction = (text: string): text is AuditAction => Object.hasOwn(auditActions, text);

/** What the address asks of the audit log; what cannot be read is not asked. */
export function questionOf(search: Search): AuditQuestion {
  const { actor, action, subject, from, to } = search;
  return {
    ...(actor ? { actor } : {}),
    ...(action && isAction(action) ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
  };
}

/** Pages further back than this are reached by a day, not by walking. */
const longestTrail = 100;

/** The places one has paged through, from the newest page on; each is where a page begins before. */
export function trailOf(text: string | undefined): number[] {
  const places = (text ?? "").split(",").map(Number);
  return places.filter((place) => Number.isSafeInteger(place) && place > 0).slice(-longestTrail);
}

/** A trail as the address holds it; the newest page has none. */
export function trailText(trail: readonly number[]): string | undefined {
  return trail.length === 0 ? undefined : trail.slice(-longestTrail).join(",");
}

/** The address of the log as a CSV file, under the same question. */
export function csvAddress(question: AuditQuestion): string {
  const asked = new URLSearchParams(Object.entries(question)).toString();
  return asked === "" ? "/api/audit.csv" : `/api/audit.csv?${asked}`;
}
