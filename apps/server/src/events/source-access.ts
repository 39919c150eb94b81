import { type Callable, permissions } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { findRawKeeping, type RawKeeping } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { allowedScope } from "../auth/allowed.ts";
import { authenticate, type Gate } from "../auth/authenticate.ts";
import { actorOf, workspaceOf } from "../auth/principal.ts";
import type { Termwise } from "../termwise.ts";

/** Into what a key lets somebody bring events. */
export interface SourceAccess extends RawKeeping {
  readonly termwise: Termwise;
  readonly sourceId: string;
  readonly timeZone: string;
}

/** Milliseconds for which what a key may do is believed: a key that is revoked counts from then on. */
const believed = 1_000;
const most = 1_000;

/** An address that events are sent to. */
export type EventAddress = Extract<Callable, `POST /${"v1" | "batch" | "capture" | "i/" | "e"}${string}`>;

/** Who asks: by a key, wherever the client shows it, else by what a browser sends. */
export interface Asking {
  readonly headers: Headers;
  readonly key: string | null;
  /** The address that was asked, as the permission table has it. */
  readonly name: EventAddress;
  readonly acting: Omit<Acting, "actor">;
}

/** Finds out into which source somebody may bring events. Throws `signed_out` without a key that works, `forbidden` without its right. */
export type FindSource = (asking: Asking) => Promise<SourceAccess>;

/**
 * Asks the store for each key once a second at most, also where many requests come at once: clients that send thousands of
 * events ask that often.
 */
export function sourceFinder(gate: Gate): FindSource {
  const known = new Map<string, { readonly until: number; readonly access: Promise<SourceAccess> }>();
  return async (asking) => {
    const { key } = asking;
    if (key === null) return findSource(gate, asking);
    const now = performance.now();
    const held = known.get(key);
    if (held !== undefined && held.until > now) return held.access;
    const access = findSource(gate, asking);
    if (known.size >= most) known.clear();
    known.set(key, { until: now + believed, access });
    return access.catch((error: unknown) => {
      if (known.get(key)?.access === access) known.delete(key);
      throw error;
    });
  };
}

async function findSource(gate: Gate, { headers, key, name, acting }: Asking): Promise<SourceAccess> {
  const shown = key === null ? headers : new Headers({ authorization: `Bearer ${key}` });
  const who = await authenticate(gate, shown, () => {});
  await allowedScope(gate.house, {
    name,
    permission: permissions[name],
    who,
    acting: { ...acting, actor: actorOf(who) },
  });
  if (who?.kind !== "key")
    throw new Failure(
      "bad_input",
      "Events belong to a source: send the key of one, as your client sends its write key",
    );
  const termwise = await gate.house.termwise(workspaceOf(who));
  const { timeZone } = await termwise.workspace();
  return {
    termwise,
    sourceId: who.key.sourceId ?? who.key.id,
    timeZone,
    ...(await termwise.read(findRawKeeping)),
  };
}

/** The key a client shows: a write key as user of Basic, or as Bearer. */
export function shownKey(authorization: string | null): string | null {
  const [, scheme = "", shown = ""] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization ?? "") ?? [];
  if (scheme === "") return null;
  if (scheme.toLowerCase() === "bearer") return shown;
  const [user = ""] = Buffer.from(shown, "base64").toString("utf8").split(":");
  return user === "" || !/^[\x21-\x7e]+$/.test(user) ? null : user;
}
