import type { EntryOf, PacketSection } from "@termwise/core/facts";
import { type AccountId, type ContactId, day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberPrincipal } from "../auth/principal.ts";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson, everybodyLeft } from "../testing-people.ts";

const began = Date.parse("2026-11-21T09:00:00Z");
let after = 0;
/** The time goes on by itself a second at each look, and by hours where a test says so. */
const clock = {
  now: () => {
    after += 1_000;
    return instant(new Date(began + after).toISOString());
  },
};
const hours = (count: number) => {
  after += count * 3_600_000;
};
const sections = ["use_case", "people", "promises", "technical", "timeline", "deal_context"] as const;
const section = (of: PacketSection): EntryOf<"packet_section"> => ({
  of: "packet_section",
  section: of,
  text: `About ${of}`,
  link: null,
  ...(of === "people" ? { noObjectors: true } : {}),
});
const gate = (name: string, gates: readonly { gate: string; state: string }[]) =>
  gates.find((one) => one.gate === name)?.state;

eachEngine((on) => {
  describe("a handoff from close to transfer", () => {
    let store: Opened;
    let [ae, csm]: Opened["api"][] = [];
    let seller: MemberPrincipal;
    let accountId: AccountId;
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
      );
    const one = (api = store.api) => api.handoffs.one({ accountId });

    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      seller = await demoPerson(store.house, "ae");
      ae = store.apiAs(seller);
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      const [sold, kept] = [
        await ae.accounts.list({ status: ["customer"], pageSize: 500 }),
        await csm.accounts.list({ status: ["customer"], pageSize: 500 }),
      ];
      const both = new Set(kept.rows.map((row) => row.accountId));
      accountId = sold.rows.find((row) => both.has(row.accountId))!.accountId;
      await everybodyLeft(csm, accountId);
    });

    it("opens with the close, in the queue of the AE, due 48 hours later to the millisecond", async () => {
      const closedAt = clock.now();
      await ae!.journal.record({
        accountId,
        at: closedAt,
        entry: { of: "deal_closed", opportunity: "Second site", signedOn: null },
      });
      const { rows } = await ae!.handoffs.list({});
      const row = rows.find((found) => found.accountId === accountId && found.opportunity === "Second site");
      expect(row).toMatchObject({
        status: "not_started",
        verdict: "open",
        mine: { ae: true, cs: false },
        waiting: { side: "ae", since: closedAt },
        dueAt: new Date(Date.parse(closedAt) + 48 * 3_600_000).toISOString(),
      });
      const csmRow = (await csm!.handoffs.list({})).rows.find((found) => found.opportunity === "Second site");
      expect(csmRow?.mine).toEqual({ ae: false, cs: true });
    });

    it("a second packet for the close is refused with the rule, and a kickoff before it", async () => {
      const deal = { of: "deal_closed", opportunity: null, signedOn: null } as const;
      expect(await refused(ae!.journal.record({ accountId, entry: deal }))).toMatch(
        /^PRECONDITION_FAILED One close has one handoff packet\./,
      );
      const kickoff: EntryOf<"kickoff"> = {
        of: "kickoff",
        attendedBy: [],
        successCriteria: null,
        timeline: null,
        goLiveOn: null,
        plan: null,
        close: (await one()).handoff!.close.id,
      };
      expect(
        await refused(
          csm!.journal.record({ accountId, entry: kickoff, at: instant("2026-11-20T09:00:00Z") }),
        ),
      ).toMatch(/^PRECONDITION_FAILED A kickoff cannot be before the close/);
    });

    it("S-20 is written by the AE, returned with a gap, completed, and accepted by the CSM in time", async () => {
      for (const of of sections) await ae!.journal.record({ accountId, entry: section(of) });
      const draft = await one(csm);
      expect(draft).toMatchObject({ handoff: { status: "draft", filled: 5 }, may: { review: true } });
      const accept = {
        of: "packet_review",
        outcome: "accepted",
        gaps: [],
      } satisfies EntryOf<"packet_review">;
      expect(await refused(csm!.journal.record({ accountId, entry: accept }))).toMatch(/Missing: People/);
      const gaps = [{ section: "technical" as const, missing: "Which identity provider?" }];
      await csm!.journal.record({ accountId, entry: { of: "packet_review", outcome: "returned", gaps } });
      expect((await one()).handoff).toMatchObject({
        status: "returned",
        openGaps: gaps,
        waiting: { side: "ae" },
      });

      const contacts: ContactId[] = [];
      for (const name of ["Chris", "Sam", "Dana"])
        contacts.push((await ae!.contacts.add({ accountId, name })).id);
      const roles = ["champion", "sponsor", "daily_contact"] as const;
      for (const [at, role] of roles.entries())
        await ae!.journal.record({
          accountId,
          entry: {
            of: "contact_role",
            contactId: contacts[at]!,
            ...{ role, state: "active", since: day("2026-11-21"), influence: null },
            ...{ sentiment: null, counterpart: null, note: null },
          },
        });
      await ae!.journal.record({ accountId, entry: { ...section("technical"), text: "Entra ID" } });
      expect((await one()).handoff).toMatchObject({ status: "ready", openGaps: [], waiting: { side: "cs" } });
      expect(await refused(ae!.journal.record({ accountId, entry: accept }))).toMatch(/signed in as AE/);
      hours(24);
      await csm!.journal.record({ accountId, entry: accept });
      const { handoff } = await one();
      expect(handoff).toMatchObject({ status: "accepted", complete: true });
      expect(gate("packet", handoff!.gates)).toBe("met");
      expect(handoff!.sections[3]).toMatchObject({ text: "Entra ID", by: seller.name });
    });

    it("S-39 the expectations document is valid once both sides signed it, and a side takes back only its own signature", async () => {
      const missing = async () =>
        (await one()).handoff!.kickoff.before.find(({ item }) => item === "expectations")!.missing;
      expect(await missing()).toEqual(["the expectations document"]);
      await ae!.journal.record({
        accountId,
        entry: {
          of: "expectations",
          text: null,
          link: "https://docs.example.com/expectations",
          milestones: [{ what: "First report", kind: "outcome", day: 45, goLive: true, doneOn: null }],
        },
      });
      const { entryId } = await ae!.journal.record({ accountId, entry: { of: "signature", side: "ae" } });
      expect(
        await refused(ae!.journal.record({ accountId, entry: { of: "signature", side: "cs" } })),
      ).toMatch(/Customer Success" is signed by the CSM/);
      expect(await missing()).toEqual(["the signature of Customer Success"]);
      await csm!.journal.record({ accountId, entry: { of: "signature", side: "cs" } });
      expect((await one()).handoff!.expectations).toMatchObject({ valid: true, missing: [] });
      expect(await refused(csm!.journal.withdraw({ entryId, reason: "Not theirs" }))).toMatch(
        /^PRECONDITION_FAILED A signature is taken back by the side that gave it/,
      );
      await ae!.journal.withdraw({ entryId, reason: "The dates moved" });
      expect((await one()).handoff!.expectations.valid).toBe(false);
      await ae!.journal.record({ accountId, entry: { of: "signature", side: "ae" } });
      expect((await one()).handoff!.expectations.valid).toBe(true);
    });

    it("S-10 is on time once the account is passed on within its days, and counts for the AE", async () => {
      await csm!.journal.record({
        accountId,
        entry: { of: "ownership_moved", from: seller.name, to: "Whoever keeps it" },
      });
      const answer = await one();
      expect(answer.handoff).toMatchObject({ verdict: "on_time", phase: "finished", waiting: null });
      expect((await ae!.handoffs.list({})).rows.some((row) => row.opportunity === "Second site")).toBe(false);
      expect(
        (await ae!.handoffs.list({ phase: ["finished"] })).rows.some(
          (row) => row.opportunity === "Second site",
        ),
      ).toBe(true);
      const { byAe } = await store.api.handoffs.summary({});
      expect(byAe.find(({ ae: name }) => name === answer.handoff!.ae)?.summary.handoffs).toBeGreaterThan(0);
    });

    it("SEC-2: of an account one does not see there is no handoff", async () => {
      const seen = new Set((await ae!.accounts.list({ pageSize: 500 })).rows.map((row) => row.accountId));
      const all = await store.api.accounts.list({ pageSize: 500 });
      const foreign = all.rows.find((row) => !seen.has(row.accountId))!.accountId;
      expect(await refused(ae!.handoffs.one({ accountId: foreign }))).toBe(
        `NOT_FOUND There is no account ${foreign}`,
      );
      expect((await ae!.handoffs.list({})).rows.every((row) => seen.has(row.accountId))).toBe(true);
    });
  });
});
