import { randomUUID } from "node:crypto";
import { type Currency, Failure, type Instant, type MemberId, type WorkspaceId } from "@termwise/core/kernel";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import { members } from "../access/tables/member.ts";
import type { Database } from "../database.ts";
import { inIdentity, type Transaction } from "../transaction.ts";
import { workspaces } from "../workspace/tables/workspace.ts";
import { accounts } from "./tables/account.ts";
import { setupTokens } from "./tables/setup-token.ts";
import { users } from "./tables/user.ts";

/** Whether nobody real has set the store up: there is no member but invented ones. As the identity role. */
export async function isUnclaimed(tx: Transaction): Promise<boolean> {
  const real = await tx.tables.select({ id: users.id }).from(users).where(eq(users.demo, false)).limit(1);
  return real.length === 0;
}

/** Remembers the hash of a setup token, which a server prints while nobody has set the store up. Old ones go. */
export async function offerSetup(db: Database, hash: string): Promise<void> {
  await inIdentity(db, async (tx) => {
    await tx.query(sql`delete from identity.setup_token where created_at < now() - interval '30 days'`);
    await tx.tables.insert(setupTokens).values({ hash }).onConflictDoNothing();
  });
}

/** The first person and the workspace they set up. `passwordHash` as the sign-in library verifies it. */
export interface FirstRun {
  readonly tokenHash: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly workspace: {
    readonly name: string;
    readonly reportingCurrency: Currency | null;
    readonly fiscalYearStart: number;
    readonly timeZone: string;
  };
  readonly now: Instant;
}

/** Throws what {@link claimStore} would: `forbidden` for a wrong token, `refused` when it was done. As the identity role. */
export async function assertClaimable(tx: Transaction, tokenHash: string): Promise<void> {
  if (!(await isUnclaimed(tx))) throw new Failure("refused", "This installation is set up. Sign in instead");
  const given = await tx.tables.select().from(setupTokens).where(eq(setupTokens.hash, tokenHash));
  if (given.length === 0)
    throw new Failure("forbidden", "The setup token is not the one printed where Termwise was started");
}

/**
 * Makes the first workspace admin, in the store's workspace while that is empty of people and not a demo, else in a new
 * one. One at a time, once ever: `forbidden` for a wrong token, `refused` when it was done. As the identity role.
 */
export async function claimStore(
  tx: Transaction,
  { tokenHash, name, email, passwordHash, workspace, now }: FirstRun,
): Promise<{ userId: string; memberId: MemberId; workspaceId: WorkspaceId }> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('termwise first run', 0))`);
  await assertClaimable(tx, tokenHash);
  const workspaceId = await roomFor(tx, workspace);
  const [userId, memberId] = [`usr_${randomText()}`, `mem_${randomText()}` as MemberId];
  await tx.tables.insert(users).values({ id: userId, name, email, emailVerified: true });
  await tx.tables.insert(accounts).values({
    id: `acct_${randomText()}`,
    userId,
    accountId: userId,
    providerId: "credential",
    password: passwordHash,
  });
  await tx.tables.insert(members).values({
    workspaceId,
    id: memberId,
    userId,
    role: "workspace_admin",
    scope: "all",
    knownAs: [],
    joinedAt: now,
  });
  await tx.tables.delete(setupTokens);
  // From now on nobody comes in without having shown who they are.
  await tx.query(
    sql`delete from identity.session s using identity."user" u where u.id = s.user_id and u.demo`,
  );
  return { userId, memberId, workspaceId };
}

async function roomFor(tx: Transaction, settings: FirstRun["workspace"]): Promise<WorkspaceId> {
  const free = await tx.tables
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(
      sql`not ${workspaces.demo} and not exists (select from ${members} where ${members.workspaceId} = ${workspaces.id})`,
    )
    .orderBy(asc(workspaces.createdAt))
    .limit(1);
  const [room] = free;
  if (room) {
    await tx.tables
      .update(workspaces)
      .set(settings)
      .where(inArray(workspaces.id, [room.id]));
    return room.id as WorkspaceId;
  }
  const id = randomUUID();
  await tx.tables.insert(workspaces).values({ id, ...settings });
  return id as string as WorkspaceId;
}
