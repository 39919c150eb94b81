import { addDays, type Day, type Instant } from "@termwise/core/kernel";
import {
  type ApiKey,
  countDeadLetters,
  loadApiKeys,
  loadMembers,
  loadSourceDays,
  type MemberPerson,
  type SourceDay,
  type WorkspaceTransaction,
} from "@termwise/db";

/** Whether a key works, and why not. */
export type KeyState = "active" | "expired" | "revoked" | "creator_disabled";

/** Whether a key works at a moment, by who made it. */
export function keyState(key: ApiKey, people: readonly MemberPerson[], now: Instant): KeyState {
  if (key.revokedAt !== null) return "revoked";
  if (key.expiresAt <= now) return "expired";
  const creator = people.find(({ member }) => member.id === key.createdBy);
  return creator === undefined || creator.member.disabled ? "creator_disabled" : "active";
}

/** The key of a source, without its secret. */
interface SourceKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly state: KeyState;
}

/** A source of events: what its keys are, what came of it day by day, and what could not be taken in. */
export interface SourceView {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly SourceKey[];
  readonly lastAt: Instant | null;
  /** The last 30 days that anything came on, UTC, oldest first. */
  readonly days: readonly Omit<SourceDay, "sourceId" | "lastAt">[];
  /** Of these days together. */
  readonly total: Omit<SourceDay, "sourceId" | "lastAt" | "on">;
  /** Dead letters nobody has settled. */
  readonly open: number;
}

const counts = ["received", "stored", "duplicate", "dead", "differing"] as const;

/** The sources of a workspace: those with a key for events, and those anything ever came from, by name. */
export async function sourceViews(tx: WorkspaceTransaction, now: Instant): Promise<SourceView[]> {
  const people = await loadMembers(tx, tx.workspaceId);
  const keys = (await loadApiKeys(tx)).filter(({ rights }) => rights.includes("events_write"));
  const days = await loadSourceDays(tx, addDays(now.slice(0, 10) as Day, -30));
  const dead = await countDeadLetters(tx);
  const ids = new Set([
    ...keys.map(({ sourceId, id }) => sourceId ?? id),
    ...days.map(({ sourceId }) => sourceId),
    ...dead.map(({ sourceId }) => sourceId),
  ]);
  const views = [...ids].map((id): SourceView => {
    // The newest key stands first; a source is called what its first one was.
    const own = keys.filter((key) => (key.sourceId ?? key.id) === id);
    const came = days.filter(({ sourceId }) => sourceId === id);
    return {
      id,
      name: own.at(-1)?.name ?? id,
      keys: own.map((key) => ({
        id: key.id,
        name: key.name,
        prefix: key.prefix,
        expiresAt: key.expiresAt,
        lastUsedAt: key.lastUsedAt,
        state: keyState(key, people, now),
      })),
      lastAt: came.reduce<Instant | null>(
        (last, { lastAt }) => (last === null || lastAt > last ? lastAt : last),
        null,
      ),
      days: came.map(({ sourceId: _, lastAt: __, ...day }) => day),
      total: Object.fromEntries(
        counts.map((of) => [of, came.reduce((sum, day) => sum + day[of], 0)]),
      ) as SourceView["total"],
      open: dead.filter(({ sourceId }) => sourceId === id).reduce((sum, { count }) => sum + count, 0),
    };
  });
  return views.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
