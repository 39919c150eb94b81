import { entryRight } from "@termwise/core/access";
import {
  AccountEntry,
  type AccountEntryKind,
  entryNames,
  type JournalFact,
  ruleKinds,
  WorkspaceEntry,
} from "@termwise/core/facts";
import { withdrawalRefusal } from "@termwise/core/handoff";
import { AccountId, Day, EntryId, Failure, Instant } from "@termwise/core/kernel";
import { z } from "zod";
import { allowedScope, seenBy } from "../auth/allowed.ts";
import { authorsOf } from "../auth/names.ts";
import { mayDo, type Principal } from "../auth/principal.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { journalToken } from "../journal/token.ts";
import {
  customerOf,
  type Writer,
  withdrawEntry,
  writeEntry,
  writeHouseEntry,
} from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { type Context, procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";

const kinds = Object.keys(entryNames) as [keyof typeof entryNames, ...(keyof typeof entryNames)[]];
const reason = z.string().trim().min(1).max(1_000);

/** What people and other systems put on record of accounts and of the workspace: written here, read in timelines. */
export const journalRouter = router({
  /**
   * Puts an entry on record of an account; answers with its id and the journal's token after it. `at` is when it
   * happened (default: now), never in the future. With `entryId` it is a later version of that entry. With `seen`, the
   * token of what was looked at, it is refused (409) when the account has moved since, saying what changed and who did
   * it. Each kind takes its right (403), and is refused (412) with the rule it breaks.
   */
  record: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        entry: AccountEntry,
        at: Instant.optional(),
        entryId: EntryId.optional(),
        seen: z.string().max(100).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const termwise = await allowedFor(ctx, ctx.who, input.entry.of);
      if (input.entry.of === "task" && input.entry.state === "done" && input.entry.repeats !== null)
        throw new Failure(
          "refused",
          "A task that comes again is completed by tasks.complete, with the next one",
        );
      if (input.entry.of === "play_run")
        throw new Failure("bad_input", "A run of a play is begun by plays.start and ended by plays.end");
      if (input.entry.of === "escalation")
        throw new Failure(
          "bad_input",
          "An account is raised by health.escalate, and that is closed there too",
        );
      const entryId = await writeEntry(termwise, input, writerOf(ctx.who, ctx.acting));
      const { record } = await customerOf(termwise, input.accountId);
      return wire({ entryId, journalToken: journalToken(record.journal) });
    }),
  /** Takes an entry back, with the reason: what undoing something does. It stays readable and no longer counts. 409 when it was taken back before. */
  withdraw: procedure.input(z.strictObject({ entryId: EntryId, reason })).mutation(async ({ ctx, input }) => {
    const seen = (await ctx.termwise.books()).known.now.journal;
    const fact = seen.find(({ entryId }) => entryId === input.entryId);
    const writer = writerOf(ctx.who, ctx.acting);
    const others =
      fact !== undefined &&
      fact.accountId === null &&
      (fact.entry.of === "lifecycle_policy" || !ruleKinds.has(fact.entry.of));
    if (!fact || (others && (fact.entry.of !== "saved_view" || fact.by !== writer.by)))
      throw new Failure("not_found", "There is no such entry, or it was taken back");
    const termwise = await allowedFor(ctx, ctx.who, fact.entry.of);
    if (fact.accountId !== null) {
      const { record } = await customerOf(termwise, fact.accountId);
      const refusal = withdrawalRefusal(record, fact, writer.role);
      if (refusal !== null) throw new Failure("refused", refusal);
    }
    await withdrawEntry(termwise, { fact, reason: input.reason }, writer);
    return null;
  }),
  /**
   * What is on record of an account, the newest first, with who put it there and where it came from; with `withdrawn`
   * also what was taken back, as it stood, with the reason and by whom.
   */
  ofAccount: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        kinds: z.array(z.enum(kinds)).optional(),
        withdrawn: z.boolean().default(false),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(500).default(100),
      }),
    )
    .query(async ({ ctx: { termwise }, input: { accountId, page, pageSize, ...asked } }) => {
      const { record, ids } = await customerOf(termwise, accountId);
      const gone = asked.withdrawn ? takenBack((await termwise.books()).known.all.journal, ids) : [];
      const found = [...record.journal, ...gone]
        .filter(({ entry }) => asked.kinds === undefined || asked.kinds.includes(entry.of))
        .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.entryId < b.entryId ? 1 : -1));
      const shown = found.slice((page - 1) * pageSize, page * pageSize);
      const entries = await withNames(termwise, shown);
      return wire({
        entries,
        total: found.length,
        page,
        pageSize,
        journalToken: journalToken(record.journal),
      });
    }),
  /**
   * The entries about the workspace: rules with the day they hold from, meanings of labels, agenda; the newest first. Values
   * others report name accounts of the whole book, and are told to whoever sees all of it.
   */
  rules: procedure
    .input(z.strictObject({ kinds: z.array(z.enum(kinds)).optional() }).optional())
    .query(async ({ ctx: { termwise, who }, input }) => {
      const { rules } = customerRecords(await termwise.books());
      const found = rules.journal.filter(
        ({ entry }) =>
          entry.of !== "notice_choice" &&
          (entry.of !== "reported_value" || mayDo(who, "reported_read") !== null) &&
          (input?.kinds?.includes(entry.of) ?? true),
      );
      return wire({ entries: await withNames(termwise, found.toReversed()) });
    }),
  /** Puts a rule on record that holds from `on` (default: today). With `entryId` it is a later version of that entry. */
  setRule: procedure
    .input(z.strictObject({ entry: WorkspaceEntry, on: Day.optional(), entryId: EntryId.optional() }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      if (input.entry.of === "lifecycle_policy")
        throw new Failure(
          "refused",
          "The numbers of the lifecycle are part of definitions. Propose a change on the page of their term, and its teams sign it",
        );
      if (!ruleKinds.has(input.entry.of))
        throw new Failure("bad_input", `${entryNames[input.entry.of]} is not set by journal.setRule`);
      const entryId = await writeHouseEntry(termwise, input, writerOf(who, acting));
      return { entryId };
    }),
});

/** The entries of some account records that were taken back, in the version that did it. */
function takenBack(versions: readonly JournalFact[], ids: readonly AccountId[]): JournalFact[] {
  const latest = new Map<EntryId, JournalFact>();
  for (const fact of versions)
    if (fact.accountId !== null && ids.includes(fact.accountId)) {
      const held = latest.get(fact.entryId);
      if (!held || held.recordedAt < fact.recordedAt) latest.set(fact.entryId, fact);
    }
  return [...latest.values()].filter(({ withdrawn }) => withdrawn !== null);
}

/** Who writes: their membership and role; the command line is nobody in particular. */
export function writerOf(who: Principal, acting: Writer["acting"]): Writer {
  const member = who.kind === "member" ? who.membership.member : null;
  return { acting, by: member?.id ?? null, role: member?.role ?? null };
}

/** The workspace as somebody sees it who may write entries of a kind. Throws `forbidden` where they may not. */
export async function allowedFor(
  { gate, acting }: Pick<Context, "gate" | "acting">,
  who: Principal,
  kind: AccountEntryKind | WorkspaceEntry["of"],
): Promise<Termwise> {
  const attempt = { name: `journal.record ${kind}`, permission: entryRight(kind), who, acting };
  return seenBy(gate.house, who, await allowedScope(gate.house, attempt));
}

/** Entries with the name of who put them on record: a member's of today, or what the source calls them. */
export async function withNames(termwise: Termwise, entries: readonly JournalFact[]) {
  const nameOf = await termwise.read(authorsOf);
  return entries.map(({ kind: _, ...entry }) => ({
    ...entry,
    name: entryNames[entry.entry.of],
    byName: nameOf(entry.by),
  }));
}
