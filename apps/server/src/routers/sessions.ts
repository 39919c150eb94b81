import {
  minutesOf,
  proposalsOf,
  type Session,
  sessionOrders,
  sessionScopes,
  termSetNames,
} from "@termwise/core/governance";
import { EntryId } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { draftOf } from "../sessions/call.ts";
import { mayDrive } from "../sessions/driving.ts";
import { leads, sessionIn, sessionsIn, teamIn } from "../sessions/on-record.ts";
import { agendaOfSession, sessionLine, sessionView, workingAfter } from "../sessions/views.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";
import { sessionWrites } from "./session-writes.ts";

/**
 * Sessions about terms: discovery sessions, in which two teams find out which definitions are missing or divergent, and
 * working sessions, in which they write one. `GET /api/sessions/:id/events` tells open pages when one has changed.
 */
export const sessionsRouter = router({
  ...sessionWrites,
  /** Every session, the latest made first. */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const nameOf = await termwise.read(authorsOf);
    return wire((await sessionsIn(termwise)).map((one) => sessionLine(one, nameOf, termwise.now())));
  }),
  /**
   * A session before it is called: its terms by `scope` (`short`: those cited most, `all`, `changed` since the set was
   * last talked about, `least`) and `order` (`first_section`, `name`), the seconds for its opening, each term and its close, who
   * could take part for which team, and who owns the set.
   */
  draft: procedure
    .input(
      z.strictObject({
        set: z.enum(termSetNames),
        scope: z.enum(sessionScopes).default("short"),
        order: z.enum(sessionOrders).default("first_section"),
        minutes: z.int().min(10).max(240).optional(),
      }),
    )
    .query(async ({ ctx: { termwise }, input }) => wire(await draftOf(termwise, input))),
  /**
   * One session: its terms with answers, findings and notes, where it stands and what its timer showed at `clock.at`. What
   * another team answered is `hidden` until it is revealed, and does not leave the server before.
   */
  one: procedure
    .input(z.strictObject({ id: EntryId }))
    .query(async ({ ctx: { termwise, who, acting }, input }) => {
      const { journal } = (await termwise.books()).known.now;
      const session = sessionIn(journal, input.id);
      const writer = writerOf(who, acting);
      const nameOf = await termwise.read(authorsOf);
      const { fiscalYearStart } = await termwise.workspace();
      return wire(
        sessionView({
          session,
          journal,
          viewer: { member: writer.by, team: teamIn(session, writer) },
          leads: leads(session, writer),
          drives: mayDrive(session, journal, writer),
          now: termwise.now(),
          today: termwise.today(),
          calendar: { fiscalYearStart },
          nameOf,
        }),
      );
    }),
  /** The minutes of a session as a Markdown file: who took part, findings or decision, notes, agenda, what is left. */
  minutes: procedure.input(z.strictObject({ id: EntryId })).query(async ({ ctx: { termwise }, input }) => {
    const { journal } = (await termwise.books()).known.now;
    const session = sessionIn(journal, input.id);
    const nameOf = await termwise.read(authorsOf);
    const markdown = minutesOf({
      session,
      at: termwise.now(),
      nameOf: (by) => (by === null ? null : nameOf(by)),
      agenda: agendaOfSession(session, journal),
      working: workingAfter(session, journal),
      proposal: proposalText(session, proposalsOf(journal)),
    });
    return { name: fileName(session, termwise), markdown };
  }),
});

function fileName({ entry, at }: Session, termwise: Termwise): string {
  const words = entry.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  const on = (at > termwise.now() ? termwise.now() : at).slice(0, 10);
  return `minutes-${on}${words === "" ? "" : `-${words}`}.md`;
}

const stands = {
  open: "It waits for signatures",
  approved: "Both teams have signed it",
  rejected: "A team has rejected it",
  overtaken: "Another version was agreed on since",
} as const;

/** How the text a working session came to stands, in a sentence. */
function proposalText({ decision }: Session, proposals: ReturnType<typeof proposalsOf>): string | null {
  const found = proposals.find(({ entryId }) => entryId === decision?.entry.proposal);
  if (!found) return null;
  const from = found.approved ? `, in force from ${found.approved.from}` : "";
  const signed = found.signatures
    .filter(({ entry }) => entry.decision === "approve")
    .map(({ entry }) => entry.typedName);
  const by = signed.length === 0 ? "" : `. Signed by ${[...new Set(signed)].join(" and ")}`;
  return `${stands[found.state]}${from}: “${found.entry.text.definition}”${by}`;
}
