import { addDays, endOfDayUtc, type Instant } from "@termwise/core/kernel";
import { dropRawEvents, findRawKeeping, loadDeadLetters, setRawDays } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../security/target.ts";
import { countAllUses, lookAgain } from "./count-uses.ts";
import { packMonths } from "./pack-months.ts";
import { replayLetters } from "./replay.ts";
import { incoming, takeIn } from "./take-in.ts";
import { eventSource } from "./testing.ts";
import { sourceOfEachTest, track } from "./testing-source.ts";

const now = () => new Date().toISOString();
/** An object in an object, so many levels deep. */
const nested = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ inner }), {});

eachEngine((on) => {
  describe("events that come in", () => {
    const here = sourceOfEachTest(() => on.open());
    const { batch } = here;

    it("I-5: are kept once by workspace, source and id, however often and together they come", async () => {
      const same = track("m1");
      const answers = await Promise.all(Array.from({ length: 40 }, () => batch(same, track("m2"))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await here.source.rows("event")).toBe(2);
      expect(await here.source.counts()).toMatchObject({ received: 80, stored: 2, duplicate: 78, dead: 0 });
      const other = await eventSource(here.server);
      await other.send("/v1/batch", { batch: [same] });
      expect(await other.rows("event")).toBe(1);
    });

    it("I-5: with an id that stood for something else before are not kept, and told", async () => {
      await batch(track("m1", { timestamp: "2026-11-01T00:00:00Z" }));
      await batch(track("m1", { event: "Another" }));
      expect(await here.source.counts()).toMatchObject({ stored: 1, duplicate: 1, differing: 1 });
    });

    it("I-7: spoil none of their batch where one is wrong, and nothing is lost count of", async () => {
      const wrong = [
        { type: "track", messageId: "no-user", event: "X" },
        { type: "trick", messageId: "no-kind", userId: "ada" },
        { type: "track", messageId: "no-name", userId: "ada" },
        track("no-time", { timestamp: "yesterday" }),
        track("old", { timestamp: "2019-03-01T10:00:00Z" }),
        track("x".repeat(101)),
        track("rounded", { userId: 1e300 }),
        track("large", { properties: { text: "x".repeat(33_000) } }),
        track("nul", { userId: "a\0b" }),
        "no object",
        null,
        track("deep", { properties: nested(40) }),
        track("keys", {
          properties: Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`k${n}`, n])),
        }),
      ];
      const good = Array.from({ length: 90 }, (_, n) => track(`m${n}`));
      for (let round = 0; round < 2; round++) {
        const { status, said } = await batch(...wrong, ...good);
        expect([status, said]).toMatchObject([
          200,
          { received: 103, stored: round ? 0 : 90, dead: round ? 0 : 13 },
        ]);
      }
      expect(await here.source.counts()).toMatchObject({
        received: 206,
        stored: 90,
        duplicate: 103,
        dead: 13,
      });
      const letters = await rowsOf<{ code: string; reason: string }>(
        here.server,
        `select code, reason from usage.dead_letter where workspace_id = '${here.source.workspaceId}' order by code`,
      );
      expect(letters.map(({ code }) => code)).toEqual([
        "bad_message_id",
        "bad_text",
        "bad_text",
        "bad_time",
        "no_name",
        "no_user",
        "not_an_event",
        "not_an_event",
        "not_an_event",
        "too_deep",
        "too_large",
        "too_many_keys",
        "too_old",
      ]);
    });

    it("I-8: are taken down to 20 levels; of a deeper one is kept what is above, and no replay takes that for the whole", async () => {
      expect((await batch(track("twenty", { properties: nested(18) }))).said).toMatchObject({ stored: 1 });
      const deep = `{"type":"track","messageId":"deep","userId":"ada","event":"X","a":${"[".repeat(60_000)}${"]".repeat(60_000)}}`;
      const text = `{"batch":[${JSON.stringify(track("good"))},${deep}]}`;
      const answer = await here.source.send("/v1/batch", null, { raw: text });
      expect([answer.status, answer.said]).toMatchObject([200, { stored: 1, dead: 1 }]);
      const [letter] = await here.source.termwise.read((tx) => loadDeadLetters(tx, { most: 1 }));
      expect(JSON.stringify(letter?.body)).toContain("nested deeper, not kept");
      const again = await here.source.termwise.write((tx) =>
        replayLetters(tx, letter ? [letter] : [], {
          termwise: here.source.termwise,
          timeZone: "UTC",
          requestId: "again",
        }),
      );
      expect(again).toEqual({ stored: 0, duplicate: 0, dead: 1 });
      expect(await here.source.counts()).toMatchObject({ received: 3, stored: 2, dead: 1 });
    });

    it("I-5: are kept apart by ids and users of 64 bits, by every digit", async () => {
      const id = "9007199254740993";
      const one = (digit: number) =>
        `{"type":"track","messageId":${id}${digit},"userId":${id}${digit},"event":"n","context":{"groupId":"M1"}}`;
      const raw = `{"batch":[${one(1)},${one(2)},${one(2)}]}`;
      const { said } = await here.source.send("/v1/batch", null, { raw });
      expect(said).toMatchObject({ stored: 2, duplicate: 1, differing: 0, dead: 0 });
      await countAllUses(here.source.termwise);
      expect((await here.source.uses()).map(({ userId }) => userId).sort()).toEqual([`${id}1`, `${id}2`]);
    });

    it("say whose a user is as of when they came at the latest: a clock ahead holds against nothing said later", async () => {
      const group = (groupId: string, timestamp: string) => ({
        ...{ type: "group", messageId: groupId, userId: "ada", groupId, timestamp },
      });
      await here.source.send("/v1/batch", { batch: [group("M1", "2036-11-29T09:00:00Z")] });
      await here.source.send("/v1/batch", { batch: [group("M2", now())] });
      const [said] = await rowsOf<{ group: string }>(
        here.server,
        `select group_id as "group" from usage.person where workspace_id = '${here.source.workspaceId}'`,
      );
      expect(said).toEqual({ group: "M2" });
    });

    it("I-7: are counted when they happened also where they are replayed later, whatever the clock of their client said", async () => {
      const today = here.source.termwise.today();
      const aYear = 365 * 86_400_000;
      const ahead = (at: string) => new Date(Date.parse(at) + aYear).toISOString();
      const happened = `${addDays(today, -100)}T09:00:00.000Z`;
      const old = track("old", { timestamp: ahead(happened) });
      await here.source.send("/v1/batch", { batch: [old], sentAt: ahead(now()) });
      expect(await here.source.counts()).toMatchObject({ stored: 0, dead: 1 });
      await here.source.termwise.write((tx) => setRawDays(tx, 200, null));
      const letters = await here.source.termwise.read((tx) => loadDeadLetters(tx, { most: 5 }));
      const replayed = await here.source.termwise.write((tx) =>
        replayLetters(tx, letters, { termwise: here.source.termwise, timeZone: "UTC", requestId: "again" }),
      );
      expect(replayed).toEqual({ stored: 1, duplicate: 0, dead: 0 });
      await countAllUses(here.source.termwise);
      expect((await here.source.uses()).map(({ on: onDay }) => onDay)).toEqual([addDays(today, -100)]);
    });

    it("I-5: can never count twice once they were dropped, however long events are kept from then on", async () => {
      const today = here.source.termwise.today();
      const [day, before] = [addDays(today, -40), addDays(today, -8)];
      const comes = async (receivedAt: Instant) => {
        const keeping = await here.source.termwise.read(findRawKeeping);
        const events = [track("old", { timestamp: `${day}T09:00:00Z` })];
        const rules = { sourceId: here.source.sourceId, timeZone: "UTC", today, ...keeping };
        const sent = { dialect: "segment", sentAt: null, events, receivedAt } as const;
        const [counts] = await takeIn(here.source.termwise, here.source.sourceId, [
          incoming(sent, rules, receivedAt),
        ]);
        return counts;
      };
      await comes(endOfDayUtc(day));
      await countAllUses(here.source.termwise);
      const keep = (days: number) => here.source.termwise.write((tx) => setRawDays(tx, days, null));
      await keep(7);
      expect(await here.source.termwise.write((tx) => dropRawEvents(tx, before))).toBe(1);
      await keep(730);
      expect(await here.source.termwise.write((tx) => dropRawEvents(tx, addDays(day, 1)))).toBe(0);
      expect(await here.source.termwise.read(findRawKeeping)).toEqual({
        rawDays: 730,
        droppedBefore: before,
      });
      expect(await comes(here.source.termwise.now())).toMatchObject({ stored: 0, dead: 1 });
      const letters = await here.source.termwise.read((tx) => loadDeadLetters(tx, { most: 5 }));
      expect(letters.map(({ code }) => code)).toEqual(["too_old"]);
      expect(letters[0]?.reason).toContain(`Events of before ${before} were dropped`);
      const replayed = await here.source.termwise.write((tx) =>
        replayLetters(tx, letters, { termwise: here.source.termwise, timeZone: "UTC", requestId: "again" }),
      );
      expect(replayed).toEqual({ stored: 0, duplicate: 0, dead: 1 });
      await countAllUses(here.source.termwise);
      expect((await here.source.uses()).map(({ on: onDay, uses }) => [onDay, uses])).toEqual([[day, 1]]);
    });

    it("P12: count in a month that was packed, and once while two servers pack and count", async () => {
      const day = addDays(here.source.termwise.today(), -80);
      const late = (messageId: string) => track(messageId, { timestamp: `${day}T09:00:00Z` });
      await batch(late("m1"), late("m2"));
      await countAllUses(here.source.termwise);
      expect(await packMonths(here.source.termwise)).toBe(1);
      expect([await here.source.rows("daily_use"), await here.source.rows("packed_month")]).toEqual([0, 1]);
      await batch(late("m3"), track("m4", { timestamp: `${day}T09:00:00Z`, event: "Other" }));
      const both = () => Promise.all([countAllUses(here.source.termwise), packMonths(here.source.termwise)]);
      await Promise.all([both(), both()]);
      // Whoever packs may hold the lane each time: then what came waits for the next counting.
      await countAllUses(here.source.termwise);
      expect((await here.source.uses()).map(({ feature, uses }) => [feature, uses])).toEqual([
        ["Other", 1],
        ["Report Exported", 3],
      ]);
    });

    it("I-9: happened when they did by our clock, whatever the client's says", async () => {
      const aYearAhead = (ms: number) => new Date(Date.now() + 365 * 86_400_000 + ms).toISOString();
      const sent = { batch: [track("skewed", { timestamp: aYearAhead(-60_000) })], sentAt: aYearAhead(0) };
      await here.source.send("/v1/batch", sent);
      await here.source.send("/v1/batch", { batch: [track("future", { timestamp: aYearAhead(0) })] });
      const kept = await rowsOf<{ id: string; flag: string | null; late: boolean; today: boolean }>(
        here.server,
        `select message_id as id, flag, abs(extract(epoch from received_at - at) - 60) < 5 as late, on_day = received_at::date as today
         from usage.event where workspace_id = '${here.source.workspaceId}' order by 1`,
      );
      expect(kept).toEqual([
        { id: "future", flag: "future", late: false, today: true },
        { id: "skewed", flag: null, late: true, today: true },
      ]);
    });

    it("I-10: are kept as they came, NUL characters and half characters in them too", async () => {
      const properties = { nul: "a\0b", half: "\ud800", emoji: "🦊", rtl: "\u202eabc" };
      const lines = { "a\nb": "c\r\n\u2028d\\ne" };
      const sent = [track("text", { properties }), track("text 2\n", { properties: lines }), track("text 3")];
      expect((await batch(...sent)).status).toBe(200);
      const kept = await rowsOf<{ body: string }>(
        here.server,
        `select body::text as body from usage.event where workspace_id = '${here.source.workspaceId}' order by message_id`,
      );
      expect(kept.map(({ body }) => JSON.parse(body))).toEqual(JSON.parse(JSON.stringify(sent)));
    });

    it("wait where their account is not known, and are counted once it is", async () => {
      await batch(
        track("m1", { context: { groupId: "unknown co" } }),
        track("m2", { context: {}, userId: "eve" }),
        track("m3", { context: {}, userId: "eve", timestamp: addDays(here.source.termwise.today(), -3) }),
      );
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 0, waiting: 3 });
      expect(await here.source.uses()).toEqual([]);
      await batch({ type: "identify", messageId: "i", userId: "eve", traits: { email: "eve@Oak.example" } });
      await countAllUses(here.source.termwise);
      expect((await here.source.uses()).map(({ userId, on: day }) => [userId, day])).toEqual([
        ["eve", addDays(here.source.termwise.today(), -3)],
        ["eve", here.source.termwise.today()],
      ]);
      expect(await here.source.rows("waiting_use")).toBe(1);
      await here.source.termwise.importFiles({
        files: [{ name: "accounts.csv", bytes: Buffer.from("account_id,name\nunknown co,Newcomer\n") }],
        dryRun: false,
      });
      await lookAgain(here.source.termwise);
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 1, waiting: 0 });
      expect(await here.source.rows("waiting_use")).toBe(0);
    });

    it("reopen the day they happened on, and the day's sum is that of its uses", async () => {
      const day = addDays(here.source.termwise.today(), -5);
      for (const userId of ["ada", "ben", "ada"]) {
        await batch(track(undefined, { userId, timestamp: `${day}T0${userId.length}:00:00Z`, n: userId }));
        await countAllUses(here.source.termwise);
      }
      const sums = await rowsOf<{ users: number; uses: bigint }>(
        here.server,
        `select active_users as users, uses from usage.account_day where workspace_id = '${here.source.workspaceId}'`,
      );
      // The third says the same as the first and has no id: it is the first again.
      expect(sums.map(({ users, uses }) => [users, Number(uses)])).toEqual([[2, 2]]);
    });
  });
});
