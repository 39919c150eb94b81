import { roles } from "@termwise/core/access";
import { addDays, day, instant, MemberId } from "@termwise/core/kernel";
import { demoMembers, inIdentity, loadAudit, loadReportingLines } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberPrincipal } from "../auth/principal.ts";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

let now = "2026-11-21T09:00:00Z";
const clock = { now: () => instant(now) };
const today = day("2026-11-21");

eachEngine((on) => {
  describe("who may read whose pay", () => {
    let store: Opened;
    let rep: MemberPrincipal;
    let lead: MemberPrincipal;
    let finance: MemberPrincipal;
    let comp: MemberPrincipal;
    const idOf = (who: MemberPrincipal) => who.membership.member.id;
    beforeAll(async () => {
      now = "2026-11-21T09:00:00Z";
      store = await openedDemo(on, { clock });
      [rep, lead, finance, comp] = [
        await demoPerson(store.house, "csm"),
        await demoPerson(store.house, "cs_manager"),
        await demoPerson(store.house, "finance"),
        await demoPerson(store.house, "comp_admin"),
      ];
    });
    const answer = (work: Promise<unknown>) =>
      work.then(
        () => "read",
        ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
      );
    const reads = (who: MemberPrincipal, subject: MemberId) =>
      answer(store.apiAs(who).pay.readers({ memberId: subject }));
    const refused = "NOT_FOUND There is no such member";
    const entries = () => store.termwise.read((tx) => loadAudit(tx, { limit: 1 }));

    it("SEC-6: is the member and whoever leads them, each with the reason", async () => {
      const readers = await store.apiAs(rep).pay.readers({ memberId: idOf(rep) });
      expect(readers.map(({ reason }) => reason).sort()).toEqual(["manager", "manager", "own"]);
      expect(readers.find(({ reason }) => reason === "own")).toMatchObject({
        memberId: idOf(rep),
        until: null,
      });
      expect(readers.map(({ memberId }) => memberId)).toContain(idOf(lead));
      expect(await reads(lead, idOf(rep))).toBe("read");
      expect(await reads(rep, idOf(lead))).toBe(refused);
    });

    it("SEC-6: is nobody else, of whichever role: pay not theirs is that of a member there is not", async () => {
      const people = await inIdentity(store.house.db, (tx) => demoMembers(tx, store.house.first));
      const lines = await store.termwise.read((tx) => loadReportingLines(tx, tx.workspaceId));
      const above = new Set(
        lines.filter((line) => line.memberId === idOf(rep)).map((line) => line.managerId),
      );
      const others = people.filter(({ member }) => member.id !== idOf(rep) && !above.has(member.id));
      expect(others.length).toBeGreaterThan(8);
      for (const role of roles) {
        const someone = await someoneAs(store.termwise, role, "all");
        const api = store.apiAs(someone);
        expect([role, await answer(api.pay.readers({ memberId: idOf(rep) }))]).toEqual([role, refused]);
        expect([role, await answer(api.pay.readers({ memberId: MemberId.parse("mem_none") }))]).toEqual([
          role,
          refused,
        ]);
      }
      expect(await reads(await demoPerson(store.house, "workspace_admin"), idOf(rep))).toBe(refused);
      expect(await reads(comp, idOf(rep))).toBe(refused);
    });

    it("SEC-6: is neither the command line nor a program with a key", async () => {
      expect(await answer(store.api.pay.readers({ memberId: idOf(rep) }))).toContain("FORBIDDEN");
      expect(await answer(store.api.pay.grants())).toContain("FORBIDDEN");
    });

    it("SEC-6, SEC-19: is told to the log with every reading, and every attempt", async () => {
      await reads(lead, idOf(rep));
      expect((await entries())[0]).toMatchObject({
        action: "pay_read",
        actor: { id: idOf(lead) },
        subject: { kind: "pay", id: idOf(rep) },
        details: { what: "readers", reason: "manager" },
      });
      await reads(finance, idOf(rep));
      expect((await entries())[0]).toMatchObject({
        action: "denied",
        actor: { id: idOf(finance) },
        subject: { kind: "pay", id: idOf(rep) },
      });
    });

    it("SEC-6: is whoever a compensation admin granted it to, from then until the day named or until withdrawn", async () => {
      const admin = store.apiAs(comp).pay;
      const until = addDays(today, 10);
      const { id } = await admin.grant({
        memberId: idOf(finance),
        subject: idOf(rep),
        reason: "Audit",
        until,
      });
      expect((await entries())[0]).toMatchObject({
        action: "pay_granted",
        subject: { kind: "member", id: idOf(finance) },
        details: { grantId: id, of: idOf(rep), from: today, until },
      });
      expect(await reads(finance, idOf(rep))).toBe("read");
      expect(await reads(finance, idOf(lead))).toBe(refused);
      const readers = await store.apiAs(finance).pay.readers({ memberId: idOf(rep) });
      expect(readers.find(({ memberId }) => memberId === idOf(finance))).toMatchObject({
        reason: "grant",
        until,
      });
      now = "2026-12-01T23:59:00Z";
      expect(await reads(finance, idOf(rep))).toBe("read");
      now = "2026-12-02T00:00:00Z";
      expect(await reads(finance, idOf(rep))).toBe(refused);
      now = "2026-11-21T09:00:00Z";
      await admin.withdraw({ id });
      expect((await entries())[0]).toMatchObject({ action: "pay_grant_withdrawn", details: { grantId: id } });
      expect(await reads(finance, idOf(rep))).toBe(refused);
      expect(await answer(admin.withdraw({ id }))).toContain("NOT_FOUND");
      const [held] = await admin.grants();
      expect(held).toMatchObject({ id, active: false, reason: "Audit", reader: { memberId: idOf(finance) } });
    });

    it("SEC-6: of all may be granted, never to oneself, never for more than a year", async () => {
      const admin = store.apiAs(comp).pay;
      const asked = {
        memberId: idOf(finance),
        subject: "all",
        reason: "Year-end audit",
        until: today,
      } as const;
      const wrong = [
        [{ memberId: idOf(comp) }, "PRECONDITION_FAILED You cannot grant it to yourself"],
        [{ subject: idOf(finance) }, "PRECONDITION_FAILED Everybody reads their own"],
        [{ until: addDays(today, -1) }, "BAD_REQUEST Grant it until a day between"],
        [{ until: day("2027-11-22") }, "BAD_REQUEST Grant it until a day between"],
        [{ memberId: MemberId.parse("mem_none") }, refused],
        [{ subject: MemberId.parse("mem_none") }, refused],
        [{ reason: " " }, "BAD_REQUEST"],
        [{ from: day("2020-01-01") }, "BAD_REQUEST"],
        [{ grantedBy: idOf(lead) }, "BAD_REQUEST"],
      ] as const;
      for (const [change, why] of wrong)
        expect([change, await answer(admin.grant({ ...asked, ...change }))]).toEqual([
          change,
          expect.stringContaining(why),
        ]);
      await admin.grant({ ...asked, until: day("2027-11-21") });
      expect(await reads(finance, idOf(rep))).toBe("read");
      expect(await reads(finance, idOf(comp))).toBe("read");
    });

    it("SEC-1: is a compensation admin's alone to grant, the workspace admin's not", async () => {
      for (const role of roles.filter((one) => one !== "comp_admin")) {
        const { pay } = store.apiAs(await someoneAs(store.termwise, role, "all"));
        expect([role, await answer(pay.grants())]).toEqual([role, expect.stringContaining("FORBIDDEN")]);
        const asked = { memberId: idOf(finance), subject: "all", reason: "Mine", until: today } as const;
        expect([role, await answer(pay.grant(asked))]).toEqual([role, expect.stringContaining("FORBIDDEN")]);
      }
    });
  });
});
