import { timingSafeEqual } from "node:crypto";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import {
  findApiKey,
  findMemberships,
  findSession,
  hasPassword,
  inIdentity,
  loadMembers,
  loadWorkspaces,
  type OpenSession,
  prolongSession,
  type Transaction,
  touchApiKey,
} from "@termwise/db";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import { hashOf } from "./doors.ts";
import type { SignInLibrary } from "./library.ts";
import { isOpenTo } from "./memberships.ts";
import type { Principal } from "./principal.ts";
import { idle, longestSession, prolongedCookie, sessionToken } from "./session-cookie.ts";

/** What requests are authenticated by. `operatorToken`: what the command line of this machine shows. */
export interface Gate {
  readonly house: House;
  readonly edge: Edge;
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
  const shown = headers.get("authorization");
  // A password for the proxy in front travels on with the request; it is nothing to us.
  if (shown === null || /^Basic /i.test(shown)) return ofSession(gate, headers, setCookie);
  const bearer = /^Bearer +(\S+)$/i.exec(shown)?.[1];
  if (bearer === undefined) throw new Failure("signed_out", "Send Authorization: Bearer and an API key");
  if (same(bearer, gate.operatorToken)) {
    return { kind: "operator", workspaceId: await workspaceMeant(gate, headers.get("x-termwise-workspace")) };
  }
  const found = await inIdentity(gate.house.db, (tx) => ofKey(gate, tx, bearer), { brief: true });
  if (!found) throw new Failure("signed_out", "The API key is unknown, expired or revoked");
  return found;
}

/**
 * The workspace the command line means: the one it names, by id or by a name no other has; else the oldest one that does
 * not hold the demo company, so that nothing real gets in beside what is invented.
 */
export async function workspaceMeant(
  { house }: Pick<Gate, "house">,
  named: string | null,
): Promise<WorkspaceId> {
  const all = await loadWorkspaces(house.db);
  if (named === null) return (all.find(({ demo }) => !demo) ?? all[0])?.id ?? house.first;
  const wanted = decoded(named);
  const found = all.filter(({ id, name }) => id === wanted || name === wanted);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  throw new Failure(
    "not_found",
    found.length === 0
      ? `There is no workspace called ${named}`
      : `${found.length} workspaces are called ${named}. Name one by its id: \`workspace list\` tells it`,
  );
}

/** A name as it was before it was made fit for a header; null when it never was. */
function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}

async function ofSession(
  { house, edge }: Gate,
  headers: Headers,
  setCookie: (cookie: string) => void,
): Promise<Principal | null> {
  const token = sessionToken(edge, headers.get("cookie"));
  if (token === null) return null;
  const now = house.now();
  const isOver = ({ createdAt, expiresAt }: OpenSession) =>
    expiresAt.getTime() <= Date.parse(now) || Date.parse(now) - createdAt.getTime() > longestSession;
  const found = await inIdentity(
    house.db,
    async (tx) => {
      const session = await findSession(tx, token);
      if (!session || isOver(session)) return null;
      if (Date.parse(now) - session.updatedAt.getTime() > idle.updateAge * 1000) {
        await prolongSession(tx, session.id, now, new Date(Date.parse(now) + idle.expiresIn * 1000));
        setCookie(prolongedCookie(edge, token));
      }
      const memberships = await findMemberships(tx, session.user.id);
      const membership = memberships.filter(isOpenTo).find(({ member }) => member.id === session.memberId);
      if (!membership) return null;
      const asked = membership.workspace.secondFactorRequired && !session.user.secondFactor;
      return { session, membership, vouched: asked && !(await hasPassword(tx, session.user.id)) };
    },
    { brief: true },
  );
  if (!found) return null;
  const { session, membership, vouched } = found;
  const { id: userId, ...person } = session.user;
  return { kind: "member", membership, userId, sessionId: session.id, vouched, ...person };
}

async function ofKey({ house }: Gate, tx: Transaction, secret: string): Promise<Principal | null> {
  const key = await findApiKey(tx, hashOf(secret));
  const now = house.now();
  if (!key || key.revokedAt !== null || key.expiresAt <= now) return null;
  await touchApiKey(tx, key, now);
  const people = await loadMembers(tx, key.workspaceId);
  const creator = people.find(({ member }) => member.id === key.createdBy && !member.disabled);
  // Whom the workspace's rule keeps out until they have a second factor does not get round it by a key.
  const keptOut =
    creator !== undefined &&
    !creator.secondFactor &&
    (await findMemberships(tx, creator.member.userId)).some(
      ({ workspace }) => workspace.id === key.workspaceId && workspace.secondFactorRequired,
    ) &&
    (await hasPassword(tx, creator.member.userId));
  return { kind: "key", key, creator: keptOut ? null : (creator?.member ?? null) };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
