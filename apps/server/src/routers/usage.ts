import { scopeOf } from "@termwise/core/access";
import { AccountId, addMonths, Day, endOfDayUtc, Failure, Instant } from "@termwise/core/kernel";
import {
  appendAudit,
  countDeadLetters,
  createApiKey,
  dismissDeadLetters,
  findRawKeeping,
  findWorkspace,
  holdApiKeys,
  loadApiKeys,
  loadDeadLetters,
  loadWaiting,
  randomText,
  setRawDays,
  settleDeadLetters,
  storeAccountKeys,
} from "@termwise/db";
import { z } from "zod";
import { hashOf } from "../auth/doors.ts";
import { writtenLine } from "../auth/written.ts";
import { countAllUses } from "../events/count-uses.ts";
import { dayOrders } from "../events/csv/read-times.ts";
import { readUsageFile, storeUsageFile } from "../events/csv/take-csv.ts";
import { replay } from "../events/replay.ts";
import { sameName, sourceViews } from "../events/source-view.ts";
import { procedure, router } from "../trpc.ts";
import { ownMembership } from "./member-rules.ts";

/** As many as a page shows and one request settles. */
const most = 200;

/** Dead letters by what is wrong with them, by their source, or all. */
const LettersAsked = z.strictObject({
  sourceId: z.string().min(1).max(100).optional(),
  code: z.string().min(1).max(40).optional(),
});
const LetterIds = z.strictObject({ ids: z.array(z.string().min(1).max(60)).min(1).max(most) });
const Letters = z.union([LetterIds, z.strictObject({ where: LettersAsked })]);
const LettersToReplay = z.union([
  LetterIds,
  z.strictObject({
    where: LettersAsked,
    after: z.strictObject({ receivedAt: Instant, id: z.string().min(1).max(60) }).optional(),
  }),
]);

/** How events of the product come in: sources with their keys, what could not be taken in, and whose nobody knows. */
export const usageRouter = router({
  /**
   * Every source of events with its `keys` (never their secrets), what came on each of the last 30 days, UTC, with what
   * became of it (received = stored + duplicate + dead), when the last event came, how many dead letters are `open`, and
   * in `queue` what is not counted yet: `fresh` (with when the `oldest` of it came) and `waiting` for its account.
   * `rawDays` is for how many days raw events are kept, `droppedBefore` the day before which they have been dropped.
   */
  sources: procedure.query(({ ctx: { termwise } }) =>
    termwise.read(async (tx) => ({
      at: termwise.now(),
      sources: await sourceViews(tx, termwise.now()),
      ...(await findRawKeeping(tx)),
    })),
  ),
  /**
   * Dead letters nobody has settled, the newest first, at most 200 `from` the how many-th on, of a source or with a code
   * where that is asked: what is wrong with each, and the event as it came, as JSON. `reasons` are how many there are in
   * all, by source and code.
   */
  deadLetters: procedure
    .input(
      z
        .strictObject({
          where: LettersAsked.default({}),
          from: z.int().min(0).max(1_000_000).default(0),
          most: z.int().min(1).max(most).default(most),
        })
        .prefault({}),
    )
    .query(({ ctx: { termwise }, input }) =>
      termwise.read(async (tx) => ({
        letters: (await loadDeadLetters(tx, input)).map(
          ({ settledAt: _, settlement: __, skewMs: ___, body, ...letter }) => ({
            ...letter,
            body: JSON.stringify(body),
          }),
        ),
        reasons: await countDeadLetters(tx),
      })),
    ),
  /** The groups, domains and users that uses wait for because nobody knows which account they are, the most uses first. */
  unknownAccounts: procedure.query(({ ctx: { termwise } }) => termwise.read((tx) => loadWaiting(tx, most))),
  /**
   * Makes a key for events, of a source there is or of a new one, which is then called like the key and like no other
   * source. `secret` is shown this once. The key can bring events and do nothing else, for as long as the member who made it may.
   */
  addKey: procedure
    .input(
      z.strictObject({
        name: writtenLine(80),
        sourceId: z.string().min(1).max(60).nullable().default(null),
        expiresOn: Day,
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { name, sourceId, expiresOn } }) => {
      const creator = ownMembership(who);
      if (!creator || scopeOf("events_write", creator) === null)
        throw new Failure("refused", "A key works for the member who made it. Sign in to make one");
      const today = termwise.today();
      if (expiresOn < today || expiresOn > addMonths(today, 12))
        throw new Failure("bad_input", `A key ends between ${today} and ${addMonths(today, 12)}`);
      const secret = `tw_${randomText(43)}`;
      const made = { name, prefix: secret.slice(0, 9), hash: hashOf(secret), createdBy: creator.id };
      const expiresAt = endOfDayUtc(expiresOn);
      const id = await termwise.write(async (tx) => {
        await holdApiKeys(tx);
        const known = (await loadApiKeys(tx)).some((key) => (key.sourceId ?? key.id) === sourceId);
        if (sourceId !== null && !known) throw new Failure("not_found", "There is no such source");
        const sources = sourceId === null ? await sourceViews(tx, acting.at) : [];
        if (sources.some((source) => sameName(source.name) === sameName(name)))
          throw new Failure(
            "conflict",
            `There is a source called ${name} already. Choose it as the source of this key, or another name`,
          );
        const key = await createApiKey(tx, {
          ...made,
          rights: ["events_write"],
          sourceId,
          createdAt: acting.at,
          expiresAt,
        });
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "key_created",
          subject: { kind: "key", id: key },
          details: { rights: ["events_write"], expiresOn },
        });
        return key;
      });
      return { id, prefix: made.prefix, secret, expiresAt };
    }),
  /**
   * Reads dead letters again, after what was wrong was mended: by their `ids`, or all `where` source and code are these.
   * Tells how many were stored, were known already, are still dead; with `next` there are more, to be asked for as `after`.
   */
  replay: procedure
    .input(LettersToReplay)
    .mutation(async ({ ctx: { termwise, acting, requestId }, input }) => {
      const became = await replay(termwise, input, { acting, requestId });
      await countAllUses(termwise);
      return became;
    }),
  /** Puts dead letters away as of no use, by their `ids` or all that are meant; they are kept, and still counted as dead. Tells how many. */
  dismiss: procedure.input(Letters).mutation(({ ctx: { termwise, acting }, input }) =>
    termwise.write(async (tx) => {
      const count =
        "ids" in input
          ? (await settleDeadLetters(tx, input.ids, { settlement: "dismissed", at: acting.at })).length
          : await dismissDeadLetters(tx, input.where, acting.at);
      await appendAudit(tx, tx.workspaceId, {
        ...acting,
        action: "dead_letters_dismissed",
        details: { count },
      });
      return { dismissed: count };
    }),
  ),
  /**
   * Takes in a CSV file of usage, a row for each user and day or for each event, as events of the source `CSV source`.
   * What can be read is stored and counted, each row once however often it comes; `refused` are the others (the first
   * 1,000 of `refusedRows`), `differing` rows that say otherwise than one that was counted, `unread` columns not read.
   * `dates` says whether `03/04/2026` is `dmy` or `mdy`, where the dates of the file do not settle it.
   */
  importCsv: procedure
    .input(
      z.strictObject({
        source: writtenLine(60).default("file"),
        text: z.string().max(2_000_000),
        dates: z.enum(dayOrders).optional(),
      }),
    )
    .mutation(async ({ ctx: { termwise, acting, requestId }, input: { source, text, dates } }) => {
      const sourceId = `CSV ${source}`;
      const { file, counts } = await termwise.write(async (tx) => {
        const [{ timeZone }, keeping] = [await findWorkspace(tx), await findRawKeeping(tx)];
        const read = readUsageFile(text, { sourceId, timeZone, today: termwise.today(), ...keeping }, dates);
        const taken = await storeUsageFile(tx, read, {
          sourceId,
          requestId: `csv ${requestId} ${randomText(8)}`,
          at: termwise.now(),
        });
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "usage_imported",
          details: { ...taken, refused: read.refused.length },
        });
        return { file: read, counts: taken };
      });
      const { counted, waiting } = await countAllUses(termwise);
      return {
        ...counts,
        counted,
        waiting,
        refusedRows: file.refused.length,
        refused: file.refused.slice(0, 1_000),
        unread: file.unread,
      };
    }),
  /** Says which account a group, domain or user is, and counts what waited for it. What was counted before stays where it is. */
  mapAccount: procedure
    .input(
      z.strictObject({
        key: z
          .string()
          .regex(/^(group|domain|user):[^\0]+$/s, "is group:, domain: or user: and the key")
          .max(300),
        accountId: AccountId,
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { key, accountId } }) => {
      const { now } = (await termwise.books()).known;
      if (!now.accounts.some((account) => account.accountId === accountId))
        throw new Failure("not_found", "There is no such account");
      const by = ownMembership(who)?.id ?? "operator";
      await termwise.write(async (tx) => {
        await storeAccountKeys(tx, [{ key, accountId }], { by, at: acting.at });
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "usage_mapped",
          subject: { kind: "account", id: accountId },
          // A user's id may be a mail address: the log keeps none.
          details: { key: key.startsWith("user:") ? "user" : key },
        });
      });
      return countAllUses(termwise);
    }),
  /** Sets for how many days raw events are kept, 7 to 730. What they add up to stays for good. */
  setRawDays: procedure
    .input(z.strictObject({ days: z.int().min(7).max(730) }))
    .mutation(({ ctx: { termwise, who, acting }, input: { days } }) =>
      termwise.write(async (tx) => {
        await setRawDays(tx, days, ownMembership(who)?.id ?? null);
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "usage_raw_days_set",
          details: { days },
        });
        return null;
      }),
    ),
});
