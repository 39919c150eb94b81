import { findMemberships, type Membership, type Transaction } from "@termwise/db";

/** Whether a membership opens its workspace: an invented person has no place where the data is not invented. */
export function isOpenTo({ workspace, demo }: Membership): boolean {
  return !demo || workspace.demo;
}

/**
 * The memberships somebody may open, by workspace: always in the same order, so that two requests that lock the audit
 * logs of the same workspaces do not wait for each other. As the identity role.
 */
export async function openMemberships(tx: Transaction, userId: string): Promise<Membership[]> {
  const open = (await findMemberships(tx, userId)).filter(isOpenTo);
  return open.sort((a, b) => (a.workspace.id < b.workspace.id ? -1 : 1));
}
