import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };

eachEngine((on) => {
  describe("My book", () => {
    let store: Opened;
    let csm: Awaited<ReturnType<typeof demoPerson>>;
    let api: Opened["api"];
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      csm = await demoPerson(store.house, "csm");
      api = store.apiAs(csm);
    });
    const names = () => csm.membership.member.knownAs;

    it("holds the accounts of whoever asks, each in a role of theirs, and no other", async () => {
      const { rows, left, totals } = await api.book.accounts();
      expect(rows.length).toBeGreaterThan(5);
      for (const { accountId, roles } of rows) {
        expect(roles.length).toBeGreaterThan(0);
        const { owners } = await store.api.coverage.ofAccount({ accountId });
        const held = owners.map(({ held }) => held.at(-1)?.value);
        expect(held.some((name) => name && names().includes(name))).toBe(true);
      }
      const { rows: all } = await store.api.accounts.list({ pageSize: 500, filters: { csm: [...names()] } });
      const own = new Set<string>(rows.map(({ accountId }) => accountId));
      const held = all.filter(({ status }) => status === "customer");
      expect(held.filter(({ accountId }) => !own.has(accountId))).toEqual([]);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(totals.arr).toBe(String(rows.reduce((sum, { arr }) => sum + BigInt(arr), 0n)));
      expect(totals.tasks.open).toBe(rows.reduce((sum, { tasks }) => sum + tasks.open, 0));
      const near = rows.filter(({ renewalOn }) => renewalOn !== null && renewalOn <= "2027-02-19");
      expect(totals.renewals.accounts).toBe(near.length);
    });

    it("ranks what to do by the printed factors, whose product anybody can check", async () => {
      const { cards, accounts, shown, formula } = await api.book.today();
      expect(cards.length).toBeGreaterThan(shown);
      expect(cards.length).toBeLessThanOrEqual(accounts);
      expect(formula.rank).toMatch(/ARR in thousands × chance of loss × urgency/);
      const values = cards.map(({ rank }) => Number(rank.arr) * Number(rank.risk) * Number(rank.urgency));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      for (const [at, { rank }] of cards.entries())
        expect(Math.abs(Number(rank.value) - (values[at] ?? 0))).toBeLessThanOrEqual(0.5);
    });

    it("puts a line off for whoever did, and nobody else, until it is undone or its day has come", async () => {
      const [card] = (await api.book.today()).cards;
      if (!card) throw new Error("nothing to do in the demo company");
      const { accountId, line } = card;
      const subjects = async (of: Opened["api"], whose?: string) => {
        const { cards } = await of.book.today(whose === undefined ? {} : { of: whose });
        const found = cards.find((one) => one.accountId === accountId);
        return found ? [found.line, ...found.more].map(({ subject }) => subject) : [];
      };
      const { entryId } = await api.journal.record({
        accountId,
        entry: { of: "queue_snooze", subject: line.subject, until: "2026-11-24" },
      });
      expect(await subjects(api)).not.toContain(line.subject);
      // The command line asks for the same book, and has put nothing off.
      expect(await subjects(store.api, names()[0])).toContain(line.subject);
      await api.journal.withdraw({ entryId, reason: "Undone" });
      expect(await subjects(api)).toContain(line.subject);
      await expect(
        api.journal.record({
          accountId,
          entry: { of: "queue_snooze", subject: line.subject, until: "2026-11-21" },
        }),
      ).rejects.toThrow(/until a day to come/);
    });

    it("is shown to nobody but its holder, and to who sees more than their own accounts", async () => {
      const lead = store.apiAs(await demoPerson(store.house, "cs_manager"));
      const { holders } = await lead.book.today();
      const [other] = holders.filter(({ name }) => !names().includes(name));
      expect((await api.book.today()).holders).toEqual([]);
      await expect(api.book.accounts({ of: other?.name ?? "" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect((await lead.book.accounts({ of: other?.name ?? "" })).totals.accounts).toBeGreaterThan(0);
      const nobody = store.apiAs(await someoneAs(store.termwise, "exec"));
      expect(await nobody.book.today()).toMatchObject({ of: null, accounts: 0, cards: [] });
    });

    it("tells what falls on which day, of its own accounts alone, and of open tasks with their day", async () => {
      const asked = { from: "2026-11-01", to: "2027-11-30" } as const;
      const [{ events }, { rows }] = [await api.book.calendar(asked), await api.book.accounts()];
      const own = new Set<string>(rows.map(({ accountId }) => accountId));
      expect(events.filter(({ kind }) => kind === "renewal").length).toBeGreaterThan(3);
      expect(events.filter(({ kind, accountId }) => kind === "renewal" && !own.has(accountId))).toEqual([]);
      for (const { accountId, renewalOn } of rows)
        if (renewalOn !== null && renewalOn <= asked.to)
          expect(events).toContainEqual(
            expect.objectContaining({ accountId, kind: "renewal", on: renewalOn, done: false }),
          );
      expect(events.map(({ on: day }) => day)).toEqual(events.map(({ on: day }) => day).toSorted());
      await expect(api.book.calendar({ from: "2026-01-01", to: "2029-01-01" })).rejects.toThrow(/400 days/);
    });

    it("is narrowed by filters, queue and list alike", async () => {
      const [row] = (await api.book.accounts()).rows;
      const filters = { segment: [row?.segment ?? ""] };
      const narrowed = await api.book.accounts({ filters });
      expect(new Set(narrowed.rows.map(({ segment }) => segment))).toEqual(new Set(filters.segment));
      const ids = new Set(narrowed.rows.map(({ accountId }) => accountId));
      const { cards } = await api.book.today({ filters });
      const all = (await api.book.today()).cards.filter(({ accountId }) => ids.has(accountId));
      expect(cards.map(({ accountId }) => accountId)).toEqual(
        expect.arrayContaining(all.map(({ accountId }) => accountId)),
      );
    });
  });
});
