import { groupBy } from "@termwise/core/kernel";
import {
  type AfterLetter,
  appendAudit,
  type DeadLetter,
  findRawKeeping,
  findWorkspace,
  type IncomingEvent,
  type LettersAsked,
  learnPersons,
  loadDeadLetters,
  type SaidOfPerson,
  settleDeadLetters,
  storeEvents,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { Termwise } from "../termwise.ts";
import { checkBatch } from "./check-event.ts";
import { type Dialect, dialects } from "./event.ts";

/** What became of dead letters that were read again: taken in, known already, or still not to be taken in. */
export interface Replayed {
  readonly stored: number;
  readonly duplicate: number;
  readonly dead: number;
}

/**
 * Reads dead letters again, as if they came now. What can be taken in leaves the dead letters and is counted as stored
 * (or as a duplicate of what came since), so that received = stored + duplicate + dead goes on to hold.
 */
export async function replayLetters(
  tx: WorkspaceTransaction,
  letters: readonly DeadLetter[],
  { termwise, timeZone, requestId }: { termwise: Termwise; timeZone: string; requestId: string },
): Promise<Replayed> {
  const [now, keeping] = [termwise.now(), await findRawKeeping(tx)];
  const ready: Mended[] = [];
  for (const letter of letters) {
    const dialect = dialects.find((known): known is Dialect => known === letter.dialect);
    const rules = { sourceId: letter.sourceId, timeZone, today: termwise.today(), ...keeping };
    const batch = { dialect: dialect ?? "segment", sentAt: null, events: [letter.body] };
    const { events, persons } = checkBatch({ ...batch, receivedAt: letter.receivedAt }, rules, letter.skewMs);
    for (const event of events) ready.push({ letter, event, persons });
  }
  const ids = ready.map(({ letter }) => letter.id);
  const settled = new Set(await settleDeadLetters(tx, ids, { settlement: "replayed", at: now }));
  const mended = ready.filter(({ letter }) => settled.has(letter.id));
  await learnPersons(
    tx,
    mended.flatMap(({ persons }) => persons),
  );
  let [stored, duplicate] = [0, 0];
  for (const [sourceId, of] of groupBy(mended, ({ letter }) => letter.sourceId)) {
    const deliveries = [...groupBy(of, ({ letter }) => letter.receivedAt)].map(
      ([receivedAt, together], n) => ({
        ...{ requestId: `replay ${requestId} ${n}`, receivedAt, at: now },
        events: [...new Map(together.map(({ event }) => [event.messageId, event])).values()],
        ...{ received: 0, dead: -together.length, differing: 0 },
      }),
    );
    for (const counts of await storeEvents(tx, sourceId, deliveries)) {
      stored += counts.stored;
      duplicate += counts.duplicate;
    }
  }
  return { stored, duplicate, dead: letters.length - ready.length };
}

/** A dead letter that can be taken in now. */
interface Mended {
  readonly letter: DeadLetter;
  readonly event: IncomingEvent;
  readonly persons: readonly SaidOfPerson[];
}

/** Which dead letters are read again: these, or all that are asked for, from one on. */
export type ToReplay =
  | { readonly ids: readonly string[] }
  | { readonly where: LettersAsked; readonly after?: AfterLetter | undefined };

/** Letters of one transaction, and of one request: whoever asks for more goes on from `next`. */
const [atOnce, ofRequest] = [200, 2_000];

/**
 * Reads dead letters again, some hundreds in a transaction, each told to the audit log in it. `next` is where to go on
 * when there may be more than one request reads; null: everything that was asked for was read.
 */
export async function replay(
  termwise: Termwise,
  asked: ToReplay,
  { acting, requestId }: { acting: Acting; requestId: string },
): Promise<Replayed & { next: AfterLetter | null }> {
  let after = "where" in asked ? asked.after : undefined;
  let told: Replayed = { stored: 0, duplicate: 0, dead: 0 };
  for (let read = 0; read < ofRequest; read += atOnce) {
    const letters = await termwise.write(async (tx) => {
      const some = await loadDeadLetters(tx, { most: atOnce, ...asked, after });
      if (some.length === 0) return some;
      const { timeZone } = await findWorkspace(tx);
      const began = `${requestId} ${read}`;
      const became = await replayLetters(tx, some, { termwise, timeZone, requestId: began });
      await appendAudit(tx, tx.workspaceId, {
        ...acting,
        action: "dead_letters_replayed",
        details: { ...became },
      });
      told = {
        stored: told.stored + became.stored,
        duplicate: told.duplicate + became.duplicate,
        dead: told.dead + became.dead,
      };
      return some;
    });
    const last = letters.at(-1);
    if ("ids" in asked || last === undefined || letters.length < atOnce) return { ...told, next: null };
    after = { receivedAt: last.receivedAt, id: last.id };
  }
  return { ...told, next: after ?? null };
}
