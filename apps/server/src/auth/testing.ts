// Real members of a workspace, who came by an invitation, for tests.
import { type AccessScope, type Role, usualScope } from "@termwise/core/access";
import { Failure, type MemberId, type WorkspaceId } from "@termwise/core/kernel";
import { asOwner } from "@termwise/db";
import type { Opened } from "../testing.ts";
import { authenticate } from "./authenticate.ts";
import type { MemberPrincipal } from "./principal.ts";

/** A password nothing is wrong with. */
export const goodPassword = "lanterns over quiet harbours";

/** Asks a server for something, as a browser of this machine or with a key. */
export async function ask(
  { app }: Pick<Opened, "app">,
  path: string,
  { body, ...headers }: { body?: unknown; cookie?: string; authorization?: string } = {},
) {
  const response = await app.request(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      host: "localhost:4700",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return { status: response.status, said: JSON.parse(text) as Record<string, unknown>, text, cookie };
}

/** The token in an invitation's link. */
export function tokenOf(link: string | null): string {
  return new URL(link ?? "").hash.slice(1);
}

/** Who a cookie belongs to; null when it opens nothing. */
export async function ownerOf(
  { gate }: Pick<Opened, "gate">,
  cookie: string,
): Promise<MemberPrincipal | null> {
  const who = await authenticate(gate, new Headers({ cookie }), () => {});
  return who?.kind === "member" ? who : null;
}

/** A member who was invited by whoever runs the command line, took the invitation up, and is signed in. */
export async function memberOf(
  server: Opened,
  { role, scope = usualScope[role], email }: { role: Role; scope?: AccessScope; email: string },
): Promise<{ id: MemberId; cookie: string; who: MemberPrincipal }> {
  const { link } = await server.api.members.invite({ email, role, scope });
  const body = { token: tokenOf(link), name: email.split("@")[0] ?? "", password: goodPassword };
  const accepted = await ask(server, "/api/auth/accept-invitation", { body });
  const who = await ownerOf(server, accepted.cookie);
  if (!who) throw new Failure("refused", `${email} did not join: ${accepted.text}`);
  return { id: who.membership.member.id, cookie: accepted.cookie, who };
}

/** Rows of the store, as its owner sees and changes them. */
export function rowsOf<Row>({ house }: Pick<Opened, "house">, statement: string): Promise<Row[]> {
  return asOwner(house.db, async (tx) => (await tx.run(statement, [], "objects")) as Row[]);
}

/** The audit log of a workspace, the oldest entry first. */
export function auditOf(
  server: Pick<Opened, "house">,
  workspaceId: WorkspaceId = server.house.first,
): Promise<{ action: string; actorId: string | null; subjectId: string | null; details: unknown }[]> {
  return rowsOf(
    server,
    `select action, actor_id as "actorId", subject_id as "subjectId", details from audit.entry
     where workspace_id = '${workspaceId}' order by seq`,
  );
}

/** Does something while the audit log takes no entries. */
export async function withoutAudit<T>(server: Pick<Opened, "house">, work: () => Promise<T>): Promise<T> {
  await rowsOf(server, "revoke insert on audit.entry from termwise_app, termwise_identity");
  try {
    return await work();
  } finally {
    await rowsOf(server, "grant insert on audit.entry to termwise_app, termwise_identity");
  }
}
