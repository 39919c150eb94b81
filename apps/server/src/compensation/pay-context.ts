import type { AuditAction } from "@termwise/core/access";
import { appendAudit, holdWriterLane } from "@termwise/db";
import type { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { type PayReader, readingPersonsPay } from "../auth/pay-door.ts";
import type { Principal } from "../auth/principal.ts";
import type { Termwise } from "../termwise.ts";
import type { Context } from "../trpc.ts";
import type { PaySources } from "./assemble.ts";
import type { Person } from "./pay-records.ts";
import { loadPay } from "./pay-state.ts";
import type { PayWriting } from "./pay-writing.ts";
import { contentsOf, noContents, type WantedContents } from "./statement-content.ts";

/** What a signed-in procedure about pay is given. */
export interface PayContext extends Pick<Context, "gate" | "acting"> {
  readonly who: Principal;
  readonly termwise: Termwise;
}

/**
 * The workspace with its books whole: who is credited with what does not follow from whose accounts the one who asks sees.
 * Nothing of it is told but what the door to pay lets through.
 */
export async function wholeBooks({ gate, termwise }: Pick<PayContext, "gate" | "termwise">) {
  const whole = await gate.house.termwise(termwise.workspaceId);
  return { whole, books: await whole.books(), now: whole.now(), today: whole.today() };
}

/** What is told to the audit log of something done about pay: never an amount. */
interface Told {
  readonly action: AuditAction;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly details?: Record<string, unknown>;
}

/**
 * Puts something on record about pay, one at a time in a workspace, with what was done told to the audit log. What statements
 * say is read of those `wanted`.
 */
export async function writingPay<T>(
  context: PayContext,
  told: Told | ((result: T) => Told),
  work: (writing: PayWriting, sources: PaySources) => Promise<T>,
  wanted: WantedContents = noContents,
): Promise<T> {
  const { whole, ...moment } = await wholeBooks(context);
  const { acting, who } = context;
  const by = who.kind === "member" ? who.membership.member.id : null;
  return whole.write(async (tx) => {
    await holdWriterLane(tx);
    const state = await loadPay(tx, wanted);
    const result = await work({ tx, state, by, at: acting.at }, { ...moment, state });
    await appendAudit(tx, tx.workspaceId, {
      ...acting,
      ...(typeof told === "function" ? told(result) : told),
    });
    return result;
  });
}

/** What a reading of a person's pay is given: what statements are made from, whom names belong to, and who may read whom. */
export interface PersonPay {
  readonly sources: PaySources;
  readonly door: PayReader;
  readonly nameOf: (by: string | null) => string | null;
  readonly writing: PayWriting;
}

/**
 * Reads the pay of a person through the one door to it. `what` is a word for the audit log. What also `writes` has to say so:
 * then nobody else writes of pay at the same time, and what is read is what is written upon. What statements say is read of
 * theirs alone, where no more is `wanted`.
 */
export async function readingPay<T>(
  context: PayContext,
  {
    person,
    what,
    writes = false,
    wanted = contentsOf(person),
  }: {
    readonly person: z.infer<typeof Person>;
    readonly what: string;
    readonly writes?: boolean;
    readonly wanted?: WantedContents;
  },
  read: (pay: PersonPay) => Promise<T> | T,
): Promise<T> {
  const { whole, ...moment } = await wholeBooks(context);
  const { acting, who } = context;
  return readingPersonsPay({ termwise: whole, who, acting, person, what }, async (tx, door) => {
    if (writes) await holdWriterLane(tx);
    const state = await loadPay(tx, wanted);
    const writing = { tx, state, by: door.member, at: acting.at };
    return read({ sources: { ...moment, state }, door, nameOf: await authorsOf(tx), writing });
  });
}
