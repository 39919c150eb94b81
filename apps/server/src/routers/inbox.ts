import { entriesOf, type JournalFact } from "@termwise/core/facts";
import { Day, Failure } from "@termwise/core/kernel";
import { appendAudit, changeNotice, loadNotices, type Notice } from "@termwise/db";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import type { Principal } from "../auth/principal.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { houseNow, putHouseEntry, writing } from "../journal/write-entry.ts";
import { type NoticeKind, noticeKinds } from "../plays/people-told.ts";
import { idOf } from "../plays/play-id.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { writerOf } from "./journal.ts";

const kinds = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** As many of the latest as an inbox holds. */
const held = 500;

const Id = z.string().regex(/^ntc_[0-9a-f]{20}$/, "is not the id of a notification");

/** What a member was told about changes: once a day for a subject at most, and of accounts they still see alone. */
export const inboxRouter = router({
  /**
   * What one was told, the latest first: open ones, and with `closed` those that are done. What was put off is back on its
   * day. A key and the command line are told nothing.
   */
  list: procedure
    .input(z.strictObject({ closed: z.boolean().default(false) }))
    .query(async ({ ctx: { termwise, who }, input: { closed } }) => {
      const today = termwise.today();
      const notices = await told(termwise, who);
      const stands = ({ doneAt, snoozedUntil }: Notice) =>
        doneAt !== null ? "done" : snoozedUntil !== null && snoozedUntil > today ? "snoozed" : "open";
      const accounts = accountsOnDay(await termwise.books(), today);
      return wire({
        today,
        open: notices.filter((notice) => stands(notice) === "open").length,
        snoozed: notices.filter((notice) => stands(notice) === "snoozed").length,
        notices: notices
          .filter((notice) => closed || stands(notice) === "open")
          .map(({ memberId: _, doneAt, ...notice }) => ({
            ...notice,
            kindName: noticeKinds[notice.kind as keyof typeof noticeKinds] ?? notice.kind,
            accountName: notice.accountId === null ? null : (accounts.get(notice.accountId)?.name ?? null),
            state: stands({ memberId: _, doneAt, ...notice }),
          })),
      });
    }),
  /** The kinds of news there are, and which of them one is told. */
  choices: procedure.query(async ({ ctx: { termwise, who, acting } }) => {
    const off = choicesOf((await termwise.books()).known.now.journal, writerOf(who, acting).by);
    return Object.entries(noticeKinds).map(([kind, name]) => ({ kind, name, on: !off.has(kind) }));
  }),
  /** Has one told of a kind of news, or not any more. What was told stays. */
  choose: procedure
    .input(z.strictObject({ kind: z.enum(kinds), on: z.boolean() }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { kind, on } }) => {
      const writer = writerOf(who, acting);
      if (writer.by === null) throw new Failure("refused", "A key is told nothing");
      const { by } = writer;
      const { timeZone } = await termwise.workspace();
      await writing(termwise, async (tx) => {
        const off = choicesOf(await houseNow(tx), by);
        if (on) off.delete(kind);
        else off.add(kind);
        const entry = { of: "notice_choice" as const, off: [...off].sort() };
        const entryId = idOf("notice_choice", by);
        await putHouseEntry(tx, { timeZone }, { entry, entryId, anew: true }, writer);
      });
      return null;
    }),
  /** Marks something one was told as done, or with `done` false as open again. */
  done: procedure
    .input(z.strictObject({ id: Id, done: z.boolean().default(true) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, done } }) => {
      await change(termwise, { who, acting }, id, {
        doneAt: done ? termwise.now() : null,
        snoozedUntil: null,
      });
      return null;
    }),
  /** Puts something one was told off until a day. */
  snooze: procedure
    .input(z.strictObject({ id: Id, until: Day }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, until } }) => {
      if (until <= termwise.today()) throw new Failure("bad_input", `${until} is not after today`);
      await change(termwise, { who, acting }, id, { doneAt: null, snoozedUntil: until });
      return null;
    }),
});

const choicesOf = (journal: readonly JournalFact[], by: string | null): Set<string> =>
  new Set(
    entriesOf(journal, "notice_choice").flatMap((fact) =>
      fact.by === by && fact.withdrawn === null ? fact.entry.off : [],
    ),
  );

/** What a member was told of accounts they see now: who gave an account away is not told of it any more. */
async function told(termwise: Termwise, who: Principal): Promise<Notice[]> {
  if (who.kind !== "member") return [];
  const { id } = who.membership.member;
  const notices = await termwise.read((tx) => loadNotices(tx, id, held));
  const accounts = accountsOnDay(await termwise.books(), termwise.today());
  return notices.filter(({ accountId }) => accountId === null || accounts.has(accountId));
}

async function change(
  termwise: Termwise,
  { who, acting }: { who: Principal; acting: Acting },
  id: string,
  to: Parameters<typeof changeNotice>[2],
): Promise<void> {
  const gone = new Failure("not_found", "You were told no such thing");
  if (who.kind !== "member" || !(await told(termwise, who)).some((notice) => notice.id === id)) throw gone;
  const { id: memberId } = who.membership.member;
  await termwise.write(async (tx) => {
    if (!(await changeNotice(tx, { id, memberId }, to))) throw gone;
    await appendAudit(tx, termwise.workspaceId, {
      ...acting,
      action: "notice_handled",
      subject: { kind: "notice", id },
    });
  });
}
