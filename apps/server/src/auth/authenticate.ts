import { timingSafeEqual } from "node:crypto";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import {
  findApiKey,
  findMemberships,
  inIdentity,
  loadMembers,
  loadWorkspaces,
  type Transaction,
  touchApiKey,
} from "@termwise/db";
import type { House } from "../house.ts";
import { hashOf } from "./doors.ts";
import type { SignInLibrary } from "./library.ts";
import { isOpenTo } from "./memberships.ts";
import type { Principal } from "./principal.ts";

/** A session is over so long after sign-in, however much it is used. */
const longest = 14 * 24 * 60 * 60 * 1000;

/** What requests are authenticated by. `operatorToken`: what the command line of this machine shows. */
export interface Gate {
  readonly house: House;
  readonly library: SignInLibrary;
  readonly operatorToken: string;
}

/**
 * Who is asking, read from the store anew for every request, so that a changed role, a disabled member, a revoked key
 * or an ended session counts from the next request on. Null: nobody. A key or token that is wrong is `signed_out`, never
 * taken for a browser without one. `setCookie` is given what prolongs or clears a browser's session.
 */
export async function authenticate(
  gate: Gate,
  headers: Headers,
  setCookie: (cookie: string) => void,
): Promise<Principal | null> {
  const bearer = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer === undefined) return ofSession(gate, headers, setCookie);
  if (same(bearer, gate.operatorToken)) {
    const named = headers.get("x-termwise-workspace");
    return {
      kind: "operator",
      workspaceId: named === null ? gate.house.first : await workspaceNamed(gate, named),
    };
  }
  const found = await inIdentity(gate.house.db, (tx) => ofKey(gate, tx, bearer));
  if (!found) throw new Failure("signed_out", "The API key is unknown, expired or revoked");
  return found;
}

/** The workspace the command line names. */
async function workspaceNamed({ house }: Gate, name: string): Promise<WorkspaceId> {
  const found = (await loadWorkspaces(house.db)).filter(
    (workspace) => workspace.name === decodeURIComponent(name),
  );
  const [only] = found;
  if (only && found.length === 1) return only.id;
  throw new Failure(
    "not_found",
    found.length === 0
      ? `There is no workspace called ${name}`
      : `${found.length} workspaces are called ${name}`,
  );
}

async function ofSession(
  { house, library }: Gate,
  headers: Headers,
  setCookie: (cookie: string) => void,
): Promise<Principal | null> {
  if (!headers.get("cookie")?.includes("termwise.session_token")) return null;
  const { headers: answered, response: open } = await library.api.getSession({
    headers,
    returnHeaders: true,
  });
  for (const cookie of answered.getSetCookie()) setCookie(cookie);
  if (open === null) return null;
  const { session, user } = open;
  if (Date.parse(house.now()) - session.createdAt.getTime() > longest) return null;
  const memberships = await inIdentity(house.db, (tx) => findMemberships(tx, user.id), { readOnly: true });
  const membership = memberships.filter(isOpenTo).find(({ member }) => member.id === session.memberId);
  if (!membership) return null;
  return {
    kind: "member",
    membership,
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    secondFactor: user.twoFactorEnabled === true,
  };
}

async function ofKey({ house }: Gate, tx: Transaction, secret: string): Promise<Principal | null> {
  const key = await findApiKey(tx, hashOf(secret));
  const now = house.now();
  if (!key || key.revokedAt !== null || key.expiresAt <= now) return null;
  await touchApiKey(tx, key, now);
  const people = await loadMembers(tx, key.workspaceId);
  const creator =
    people.find(({ member }) => member.id === key.createdBy && !member.disabled)?.member ?? null;
  return { kind: "key", key, creator };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
