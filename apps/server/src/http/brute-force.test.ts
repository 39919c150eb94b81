import type { Database } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type PasswordLane, passwordLane } from "../auth/passwords/password-lane.ts";
import { newHash } from "../auth/passwords/scrypt-hash.ts";
import { rowsOf } from "../auth/testing.ts";
import { trustedProxies } from "../edge/trusted-proxies.ts";
import { keptLog } from "../mail/testing.ts";
import { type Opened, opened } from "../testing.ts";
import { createApp } from "./app.ts";
import { Browser, firstAdmin, password } from "./testing.ts";

const email = "ana@example.com";

/** A lane that counts how many passwords it weighed. */
function countingLane(bounds?: Parameters<typeof passwordLane>[0]): PasswordLane & { weighed: number } {
  const lane = passwordLane(bounds);
  const counting = {
    ...lane,
    weighed: 0,
    hash(text: string) {
      counting.weighed += 1;
      return lane.hash(text);
    },
    verify(question: { hash: string; password: string }) {
      counting.weighed += 1;
      return lane.verify(question);
    },
  };
  return counting;
}

eachEngine((on) => {
  describe("guessing passwords (SEC-8, SEC-9, SEC-12)", () => {
    let db: Database;
    let lane: ReturnType<typeof countingLane>;
    let servers: Opened[];
    let ana: Browser;
    beforeAll(async () => {
      db = await on.open();
      await firstAdmin(await opened(db));
    });
    beforeEach(async () => {
      lane = countingLane();
      const edge = { passwords: lane, isTrusted: trustedProxies("127.0.0.1") };
      servers = [await opened(db, { edge }), await opened(db, { edge })];
      await rowsOf(servers[0] as Opened, "delete from identity.rate_limit");
      ana = new Browser(servers[0] as Opened);
      expect((await ana.signIn(email)).status).toBe(200);
      await rowsOf(servers[0] as Opened, "delete from identity.rate_limit");
      lane.weighed = 0;
    });
    /** Somebody elsewhere, behind the proxy: every one has an address of their own. */
    const elsewhere = (i: number) =>
      new Browser(servers[i % 2] as Opened, { "x-forwarded-for": `203.0.${i >> 8}.${i & 255}` });

    it("1,000 tries from ever new addresses over two servers weigh at most 20 passwords of an account; its session goes on", async () => {
      const tried: number[] = [];
      const spellings = [email, "ANA@example.com", "Ana@Example.Com"];
      for (let from = 0; from < 1000; from += 50) {
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, i) =>
            elsewhere(from + i).signIn(spellings[i % 3] ?? email, `guess number ${from + i}`),
          ),
        );
        tried.push(...answers.map(({ status }) => status));
        if (from % 250 === 0) expect(await ana.who()).not.toBeNull();
      }
      expect(lane.weighed).toBeLessThanOrEqual(20);
      expect(tried.filter((status) => status === 401)).toHaveLength(20);
      expect(tried.filter((status) => status === 429)).toHaveLength(980);
      expect(await ana.who()).not.toBeNull();
      // Nor does the right password get in now, so that nobody learns that it is the right one.
      const late = await elsewhere(2000).signIn(email);
      expect(late.status).toBe(429);
      const wait = Number(late.headers.get("retry-after"));
      expect([wait > 0, wait <= 900]).toEqual([true, true]);
      // Another account is not held up by it.
      expect((await elsewhere(3000).signIn("bo@example.com", "whatever it is")).status).toBe(401);
    });

    it("a count is over after a quarter of an hour", async () => {
      const tried = () => elsewhere(50).signIn("cy@example.com", "no such person");
      expect((await tried()).status).toBe(401);
      await rowsOf(servers[0] as Opened, "update identity.rate_limit set count = 20");
      expect((await tried()).status).toBe(429);
      await rowsOf(
        servers[0] as Opened,
        "update identity.rate_limit set ends_at = ends_at - interval '15 minutes'",
      );
      expect((await tried()).status).toBe(401);
    });

    it("one address that tries many accounts is stopped as well, and holds up no other address", async () => {
      const one = new Browser(servers[0] as Opened, { "x-forwarded-for": "198.51.100.7" });
      await rowsOf(
        servers[0] as Opened,
        `insert into identity.rate_limit (key, count, ends_at) values ('sign-in address 198.51.100.7', 100, now() + interval '10 minutes')`,
      );
      expect((await one.signIn("someone@example.com", "what ever")).status).toBe(429);
      expect((await elsewhere(7).signIn("someone@example.com", "what ever")).status).toBe(401);
    });

    it("who is refused uses up no other limit and fills no table: an address that was stopped holds up no account", async () => {
      const store = servers[0] as Opened;
      const one = new Browser(store, { "x-forwarded-for": "198.51.100.8" });
      await rowsOf(
        store,
        `insert into identity.rate_limit (key, count, ends_at) values ('sign-in address 198.51.100.8', 100, now() + interval '10 minutes')`,
      );
      for (let i = 0; i < 25; i++) {
        expect((await one.signIn("dee@example.com", "what ever")).status).toBe(429);
        expect((await one.signIn(`d${i}@example.com`, "what ever")).status).toBe(429);
      }
      expect(await rowsOf(store, "select count from identity.rate_limit")).toEqual([{ count: 100 }]);
      expect((await elsewhere(8).signIn("dee@example.com", "what ever")).status).toBe(401);
    });

    it("an own password cannot be guessed with a stolen session either: 20 tries over all doors that ask for it", async () => {
      const change = { currentPassword: "guess", newPassword: "granite drifts beneath the ferry" };
      expect((await ana.door("two-factor/enable", { password: "guess" })).status).toBe(401);
      await rowsOf(servers[0] as Opened, "update identity.rate_limit set count = 19");
      expect((await ana.door("change-password", change)).status).toBe(401);
      expect((await ana.door("change-password", change)).status).toBe(429);
      expect((await ana.door("two-factor/disable", { password: "guess" })).status).toBe(429);
      expect(await ana.who()).not.toBeNull();
    });

    it("a first run without the token costs nothing and tells nothing of the password", async () => {
      const asked = (secret: string) =>
        elsewhere(60).door("first-run", {
          token: "invented",
          name: "Mallory",
          email: "mallory@example.com",
          password: secret,
          workspace: { name: "Mine", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
        });
      const answers = [await asked("granite drifts beneath the ferry"), await asked("short")];
      expect(answers.map(({ status }) => status)).toEqual([412, 412]);
      expect(lane.weighed).toBe(0);
    });

    it("sign-in says and costs the same whoever is meant: one password weighed, one answer", async () => {
      const answers = new Set<string>();
      for (const who of [email, "nobody@example.com", "other@nowhere.example"]) {
        const before = lane.weighed;
        const { status, said, set, headers } = await elsewhere(9).signIn(who, "not the password");
        expect(lane.weighed - before).toBe(1);
        const { requestId: _, ...rest } = said;
        answers.add(JSON.stringify([status, rest, set, [...headers.keys()].sort()]));
      }
      expect(answers.size).toBe(1);
      expect([...answers][0]).toContain("401");
    });

    it("asking for a reset says the same for everybody, before anything is done about it", async () => {
      const answers = new Set<string>();
      for (const who of [email, "nobody@example.com"]) {
        const { status, text, set, headers } = await elsewhere(11).door("request-password-reset", {
          email: who,
        });
        answers.add(JSON.stringify([status, text, set, [...headers.keys()].sort()]));
      }
      expect([...answers]).toEqual([expect.stringContaining("200")]);
      expect(lane.weighed).toBe(0);
      const tokens = () => rowsOf(servers[0] as Opened, "select 1 from identity.verification");
      await expect.poll(async () => (await tokens()).length).toBe(1);
    });

    it("the work of a reset begins at a moment of its own after the answer, so that no answer takes longer by it", async () => {
      const [server] = servers as [Opened];
      const begun = vi.spyOn(server.gate.library, "handler");
      expect((await elsewhere(12).door("request-password-reset", { email })).status).toBe(200);
      expect(begun).not.toHaveBeenCalled();
      await expect.poll(() => begun.mock.calls.length).toBe(1);
    });

    it("a reset is asked for five times an hour for an account, whoever asks and whether or not it is one", async () => {
      for (const who of [email, "nobody@example.com"]) {
        const statuses: number[] = [];
        for (let i = 0; i < 7; i++)
          statuses.push((await elsewhere(i + 20).door("request-password-reset", { email: who })).status);
        expect([who, statuses.slice(0, 4), statuses.slice(5)]).toEqual([
          who,
          [200, 200, 200, 200],
          [429, 429],
        ]);
      }
    });

    it("a sign-in beyond what can be weighed is told to come back, and nothing is logged as an outage", async () => {
      const narrow = countingLane({ atOnce: 1, waiting: 1 });
      const { house, edge } = servers[0] as Opened;
      const { log, lines } = keptLog();
      const server = await opened(house.db, { edge: { ...edge, passwords: narrow } });
      const app = createApp({
        gate: server.gate,
        edge: server.edge,
        log,
        pages: "",
        draining: () => false,
      });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          new Browser({ app }, { "x-forwarded-for": `192.0.2.${i}` }).signIn(
            `p${i}@example.com`,
            "not the password",
          ),
        ),
      );
      const full = answers.filter(({ status }) => status === 503);
      expect(full.length).toBeGreaterThan(0);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 503]));
      for (const { headers, said } of full)
        expect([headers.get("retry-after"), said["code"]]).toEqual(["5", "unavailable"]);
      expect(lines.filter((line) => /store is away/.test(line))).toEqual([]);
      expect(await ana.who()).not.toBeNull();
    });

    it("a hash that somebody planted to be dear is not weighed", async () => {
      const dear = (await newHash(password, { log2N: 4, r: 8, p: 1 })).replace("ln=4", "ln=30");
      expect(await lane.verify({ hash: dear, password })).toBe(false);
    });
  });
});
