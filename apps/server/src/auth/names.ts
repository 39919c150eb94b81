import { loadApiKeys, loadMembers, type WorkspaceTransaction } from "@termwise/db";

/** Somebody or something the audit log speaks of, by kind and id. */
export interface Named {
  readonly kind: string;
  readonly id: string | null;
}

const unnamed: Record<string, string> = {
  operator: "Command line",
  system: "Termwise",
  nobody: "Nobody signed in",
};

/**
 * What to call whom the audit log speaks of by id: the names of today, so that a name that was erased is nowhere. Null
 * for what has no name of its own.
 */
export async function namesOf(tx: WorkspaceTransaction): Promise<(of: Named) => string | null> {
  const [people, keys] = [await loadMembers(tx, tx.workspaceId), await loadApiKeys(tx)];
  const members = new Map<string, string>(people.map(({ member, name }) => [member.id, name]));
  const ofKeys = new Map<string, string>(keys.map(({ id, name }) => [id, name]));
  return ({ kind, id }) => {
    if (kind === "member") return members.get(id ?? "") ?? "A former member";
    if (kind === "key") return ofKeys.get(id ?? "") ?? "A former API key";
    return unnamed[kind] ?? null;
  };
}

/** What to call who put something on record: a member by today's name, anybody else as the source has it. */
export async function authorsOf(tx: WorkspaceTransaction): Promise<(by: string | null) => string | null> {
  const nameOf = await namesOf(tx);
  return (by) => (by?.startsWith("mem_") ? nameOf({ kind: "member", id: by }) : by);
}
