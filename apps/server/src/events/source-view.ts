import { addDays, type Day, type Instant } from "@termwise/core/kernel";
import {
  type ApiKey,
  countDeadLetters,
  loadApiKeys,
  loadMembers,
  loadQueues,
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
  /** What is not counted yet: what nobody has looked at, with when the oldest of it came, and what waits for its account. */
  readonly queue: { readonly fresh: number; readonly waiting: number; readonly oldest: Instant | null };
}

const counts = ["received", "stored", "duplicate", "dead", "differing"] as const;

/** The sources of a workspace: those with a key for events, and those anything ever came from, by name. */
export async function sourceViews(tx: WorkspaceTransaction, now: Instant): Promise<SourceView[]> {
  const people = await loadMembers(tx, tx.workspaceId);
  const keys = (await loadApiKeys(tx)).filter(({ rights }) => rights.includes("events_write"));
  const days = await loadSourceDays(tx, addDays(now.slice(0, 10) as Day, -30));
  const dead = await countDeadLetters(tx);
  const queues = await loadQueues(tx);
  const ids = new Set([
    ...keys.map(({ sourceId, id }) => sourceId ?? id),
    ...days.map(({ sourceId }) => sourceId),
    ...dead.map(({ sourceId }) => sourceId),
    ...queues.map(({ sourceId }) => sourceId),
  ]);
  const views = [...ids].map((id): SourceView => {
    // The newest key stands first; a source is called what its first one was.
    const own = keys.filter((key) => (key.sourceId ?? key.id) === id);
    const came = days.filter(({ sourceId }) => sourceId === id);
    const { fresh, waiting, oldest } = queues.find(({ sourceId }) => sourceId === id) ?? none;
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
      queue: { fresh, waiting, oldest },
    };
  });
  return toldApart(views).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const none = { fresh: 0, waiting: 0, oldest: null } as const;

/** How a name counts as the same as another. */
export const sameName = (name: string): string => name.trim().toLowerCase();

/** Sources that were called alike before that was refused are told apart by how their first key begins. */
function toldApart(views: readonly SourceView[]): SourceView[] {
  const often = new Map<string, number>();
  for (const { name } of views) often.set(sameName(name), (often.get(sameName(name)) ?? 0) + 1);
  return views.map((view) =>
    often.get(sameName(view.name)) === 1
      ? view
      : { ...view, name: `${view.name} (${view.keys.at(-1)?.prefix ?? view.id}…)` },
  );
}
