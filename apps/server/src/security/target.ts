// A server to be attacked: the real parts on a real store, with people whose sessions need no password weighed.
import { createHmac } from "node:crypto";
import { type AccessScope, type KeyRight, type Role, usualScope } from "@termwise/core/access";
import { type ApiKeyId, instant, type MemberId, type WorkspaceId } from "@termwise/core/kernel";
import { createApiKey, createPerson, type Database, inIdentity, inWorkspace, randomText } from "@termwise/db";
import type { Gate } from "../auth/authenticate.ts";
import { hashOf } from "../auth/doors.ts";
import { openGate } from "../auth/gate.ts";
import { sessionCookieName } from "../auth/session-cookie.ts";
import type { Edge } from "../edge/edge.ts";
import { type House, houseOn } from "../house.ts";
import { createApp } from "../http/app.ts";
import { createLog } from "../log.ts";
import { localEdge } from "../testing.ts";

/** A server in this process, everything it writes to its log kept as text. */
export interface Target {
  readonly house: House;
  readonly gate: Gate;
  readonly edge: Edge;
  readonly app: ReturnType<typeof createApp>;
  /** Headers of whoever runs the command line. */
  readonly operator: Record<string, string>;
  /** Every byte that was logged. */
  logged(): string;
}

/** Opens a server on a store. */
export async function target(
  db: Database,
  options: { edge?: Partial<Edge>; pages?: string; demo?: boolean } = {},
): Promise<Target> {
  const clock = { now: () => instant(new Date().toISOString()) };
  const house = await houseOn(db, { clock, demo: options.demo });
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const edge = { ...localEdge, ...options.edge };
  const gate = openGate({ house, edge, log });
  return {
    house,
    gate,
    edge,
    app: createApp({ gate, edge, log, pages: options.pages ?? "", draining: () => false }),
    operator: { authorization: `Bearer ${gate.operatorToken}` },
    logged: () => lines.join(""),
  };
}

/** Somebody with a session. */
export interface Person {
  readonly memberId: MemberId;
  readonly userId: string;
  readonly sessionId: string;
  readonly headers: Record<string, string>;
}

/** What is special about somebody. */
export interface Traits {
  readonly role: Role;
  readonly scope?: AccessScope;
  readonly name?: string;
  readonly email?: string;
  readonly knownAs?: readonly string[];
  readonly disabled?: boolean;
  readonly secondFactor?: boolean;
  readonly password?: string;
}

/** A new member of a workspace, signed in: rows as the doors write them. */
export async function personIn(
  { gate: { house, edge } }: Pick<Target, "gate">,
  workspaceId: WorkspaceId,
  traits: Traits,
): Promise<Person> {
  const { role, scope = usualScope[role], name = `A ${role}`, knownAs = [], disabled = false } = traits;
  const [userId, sessionId] = [`usr_${randomText()}`, `ses_${randomText()}`];
  const memberId = `mem_${randomText()}` as MemberId;
  const email = traits.email ?? `${memberId.toLowerCase()}@people.invalid`;
  const passwordHash =
    traits.password === undefined ? "nobody's" : await edge.passwords.hash(traits.password);
  const now = house.now();
  const token = randomText(32);
  await inIdentity(house.db, async (tx) => {
    await createPerson(tx, { userId, name, email, addressProven: true, passwordHash });
    if (traits.secondFactor !== false)
      await tx.run(`update identity."user" set two_factor_enabled = true where id = $1`, [userId], "objects");
    await tx.run(
      `insert into access.member (workspace_id, id, user_id, role, scope, known_as, disabled, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [workspaceId, memberId, userId, role, scope, knownAs, disabled, now],
      "objects",
    );
    await tx.run(
      `insert into identity.session (id, user_id, token, expires_at, member_id, created_at, updated_at)
       values ($1, $2, $3, $4::timestamptz + interval '1 day', $5, $4, $4)`,
      [sessionId, userId, token, now, memberId],
      "objects",
    );
  });
  return { memberId, userId, sessionId, headers: { cookie: cookieOf(edge, token) } };
}

function cookieOf(edge: Edge, token: string): string {
  const signature = createHmac("sha256", edge.secrets.signing).update(token).digest("base64");
  return `${sessionCookieName(edge)}=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** A key a member made, as its holder shows it. */
export async function keyOf(
  { house }: Pick<Target, "house">,
  workspaceId: WorkspaceId,
  by: MemberId,
  rights: readonly KeyRight[],
  name = "A key",
): Promise<{ id: ApiKeyId; secret: string; headers: Record<string, string> }> {
  const secret = `tw_${randomText(43)}`;
  const now = house.now();
  const id = await inWorkspace(house.db, workspaceId, (tx) =>
    createApiKey(tx, {
      name,
      prefix: secret.slice(0, 9),
      hash: hashOf(secret),
      rights,
      createdBy: by,
      createdAt: now,
      expiresAt: instant(new Date(Date.parse(now) + 86_400_000).toISOString()),
    }),
  );
  return { id, secret, headers: { authorization: `Bearer ${secret}` } };
}

/** Rows of the store, as its owner sees them. */
export { rowsOf } from "../auth/testing.ts";
