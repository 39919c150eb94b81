import { noFacts } from "@termwise/core/facts";
import { type AccountId, Currency, EntryId, instant } from "@termwise/core/kernel";
import { loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFacts } from "../pipeline.ts";
import { type Opened, opened } from "../testing.ts";
import { plainCompany } from "../testing-plain-company.ts";

let seconds = 0;
/** Each look at the clock is a second later, so that what is said last counts. */
const clock = {
  now: () => {
    seconds += 1;
    return instant(new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString());
  },
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

const usd = Currency.parse("USD");
const id = (account: string) => `acc_${account}` as AccountId;

eachEngine((on) => {
  describe("divergence, asked of the server", () => {
    let { api, termwise }: Pick<Opened, "api" | "termwise"> = {} as Opened;
    beforeAll(async () => {
      const store = await opened(await on.open(), { clock });
      ({ api, termwise } = store);
      await recordFacts(termwise.db, termwise.workspaceId, {
        ...noFacts,
        ...plainCompany,
      });
      await claim("north", "Onboarded", "2026-09-01");
      await claim("south", "Live", "2026-10-01");
      await claim("gone", "Onboarded", "2026-02-01");
    });
    const claim = (account: string, label: string, day: string, system = "CRM") =>
      api.journal.record({
        accountId: id(account),
        entry: { of: "claim", system, field: "Stage", label },
        at: instant(`${day}T12:00:00Z`),
      });
    const names = async (asked: Parameters<typeof api.divergence.report>[0] = {}) =>
      (await api.divergence.report(asked)).lines.map(({ name, kind }) => `${name} ${kind}`);
    const map = (label: string, means: "won" | "onboarded" | "adopted", system = "CRM") =>
      api.divergence.mapLabel({ system, field: "Stage", label, means });

    it("labels nobody has given a meaning are listed with what stands under them, and compared with nothing", async () => {
      const { rows } = await api.divergence.labels();
      expect(rows).toMatchObject([
        { label: "Onboarded", means: null, proposal: "onboarded", accounts: 2, arr: "6000000" },
        { label: "Live", means: null, proposal: null, accounts: 1, arr: "3000000" },
      ]);
      const report = await api.divergence.report({});
      expect(report).toMatchObject({ lines: [], unknownLabels: { labels: 2, arr: "9000000" } });
    });

    it("S-01 a label that was given a meaning counts at once, for all the time it was used", async () => {
      const { on: from } = await map("Onboarded", "onboarded");
      expect(from).toBe("2026-02-01");
      const report = await api.divergence.report({});
      expect(report).toMatchObject({
        total: { lines: 2, accounts: 2, arr: "6000000" },
        false: { accounts: 2 },
        compared: { accounts: 2, arr: "6000000" },
      });
      expect(report.lines).toMatchObject([
        {
          name: "Northwind",
          kind: "unsupported",
          term: "onboarded",
          arr: "6000000",
          age: 81,
          owner: { name: "Kim", role: "csm" },
        },
        { name: "Gone Ltd", kind: "contradicted", says: ["The customer left on 2026-07-01."], age: 143 },
      ]);
      expect(report.lines[0]?.says.join(" ")).toContain("Sponsor confirmation");
    });

    it("says the same thing twice of a label only where it changes something", async () => {
      expect(await codeOf(map("onboarded ", "onboarded"))).toMatch(/^PRECONDITION_FAILED .*already/);
      const { rows } = await api.divergence.labels();
      expect(rows.find(({ label }) => label === "Onboarded")?.versions).toMatchObject([
        { version: 1, means: "onboarded", effectiveOn: "2026-02-01" },
      ]);
    });

    it("S-40 two systems that differ over one milestone are named, and their words beside each other", async () => {
      await claim("north", "Go-Live", "2026-09-15", "Platform");
      await map("Go-Live", "won", "Platform");
      expect(await names({ kinds: ["mismatch"] })).toEqual(["Northwind mismatch"]);
      await map("Go-Live", "onboarded", "Platform");
      const { gaps } = await api.divergence.labels();
      expect(gaps.map(({ means, labels }) => [means, labels.map(({ label }) => label)])).toEqual([
        ["onboarded", ["Onboarded", "Go-Live"]],
      ]);
      expect(await names({ kinds: ["mismatch"] })).toEqual([]);
    });

    it("is told of a past day as it stood then", async () => {
      expect(await names({ on: "2026-06-30", systems: ["CRM"] })).toEqual(["Gone Ltd unsupported"]);
      expect(await codeOf(api.divergence.report({ on: "2027-01-01" }))).toMatch(/^BAD_REQUEST/);
    });

    it("adds up by team, and over time from the same report", async () => {
      const { rows } = await api.divergence.totals({ by: "csm", systems: ["CRM"] });
      expect(rows).toMatchObject([
        { value: "Kim", arr: "6000000", accounts: 1 },
        { value: null, arr: "0", accounts: 1 },
      ]);
      const { points, direction } = await api.divergence.series({ months: 4, systems: ["CRM"] });
      expect(points.map(({ on: day, total }) => [day, total.accounts, total.arr])).toEqual([
        ["2026-08-31", 1, "0"],
        ["2026-09-30", 2, "6000000"],
        ["2026-10-31", 2, "6000000"],
        ["2026-11-21", 2, "6000000"],
      ]);
      expect(direction).toBe("steady");
    });

    describe("handling one", () => {
      const line = async () => (await api.divergence.report({ systems: ["CRM"] })).lines[0]!;
      const handle = async (how: Parameters<typeof api.divergence.handle>[0]["how"]) => {
        const { accountId, subject } = await line();
        return api.divergence.handle({ accountId, subject, how });
      };
      it("the source is fixed by a task that says what is wrong where", async () => {
        const { consequence } = await handle({ action: "fix_source", owner: "Kim", dueOn: "2026-12-01" });
        const { entries } = await api.journal.ofAccount({ accountId: id("north"), kinds: ["task"] });
        expect(entries).toMatchObject([
          {
            entryId: consequence?.entryId,
            entry: {
              title: 'Set right what CRM (Stage: "Onboarded") says of Onboarded',
              assignee: "Kim",
              source: "divergence",
            },
          },
        ]);
        expect((await line()).handling).toMatchObject({ action: "fix_source", owner: "Kim" });
        const told = await termwise.read((tx) => loadAudit(tx, { limit: 2 }));
        expect(told.map(({ action }) => action)).toEqual(["entry_recorded", "entry_recorded"]);
      });
      it("G-14 its term goes on the agenda once, with what diverges over it", async () => {
        const how = { action: "agenda", reason: "Live means two things here." } as const;
        expect((await handle(how)).consequence).toMatchObject({ of: "agenda_item" });
        expect((await handle(how)).consequence).toBeNull();
        const { items } = await api.divergence.agenda();
        expect(items).toMatchObject([{ term: "onboarded", state: "open", lines: 3, arr: "6000000" }]);
        const [item] = items;
        if (!item) throw new Error("There is no item.");
        await api.divergence.setAgenda({
          entryId: EntryId.parse(item.entryId),
          term: item.term,
          reason: item.reason,
          state: "settled",
        });
        const after = await api.divergence.agenda();
        expect(after.items).toMatchObject([{ state: "settled" }]);
        expect(after.missing).toMatchObject([{ term: "onboarded" }]);
      });
      it("of two who put its term on the agenda at once only the first makes an item", async () => {
        const put = () => api.divergence.setAgenda({ term: "won", reason: "Signed here, booked there." });
        const answers = await Promise.all([codeOf(put()), codeOf(put())]);
        expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
        const how = { action: "agenda", reason: "Live means two things here." } as const;
        const handled = await Promise.all([handle(how), handle(how)]);
        expect(handled.filter(({ consequence }) => consequence !== null)).toHaveLength(1);
      });
      it("accepting it takes a reason and a day, and takes it out until that day", async () => {
        const refused = await codeOf(
          handle({ action: "accepted", reason: "Known.", expiresOn: "2026-11-21" }),
        );
        expect(refused).toMatch(/^PRECONDITION_FAILED .*later day/);
        const { entryId } = await handle({
          action: "accepted",
          reason: "Migrating.",
          expiresOn: "2026-12-21",
        });
        expect(await names({ systems: ["CRM"] })).toEqual(["Gone Ltd contradicted"]);
        expect(await names({ systems: ["CRM"], accepted: "only" })).toEqual(["Northwind unsupported"]);
        await api.journal.withdraw({ entryId, reason: "Undone." });
        expect(await names({ systems: ["CRM"] })).toHaveLength(2);
      });
      it("what no longer stands is not handled", async () => {
        const gone = api.divergence.handle({
          accountId: id("south"),
          subject: "unsupported|onboarded|crm/stage=onboarded",
          how: { action: "record_evidence" },
        });
        expect(await codeOf(gone)).toMatch(/^PRECONDITION_FAILED .*no longer stands/);
      });
    });

    describe("numbers others report", () => {
      it("a pasted churn list is split by account, each with its cause, and adds up", async () => {
        const list = [
          "Customer;Amount;Date",
          "Gone Ltd;12.000,00;2026-07-01",
          "acc_south;30.000,00;2026-05-31",
          "Old Reseller;1.000,50;2026-05-31",
        ].join("\n");
        const said = await api.divergence.reportValue({
          system: "Billing",
          term: "churned-arr",
          period: "2026",
          currency: usd,
          list,
        });
        expect(said).toMatchObject({ listed: 3, unmatched: 1 });
        const one = await api.divergence.number({ entryId: said.entryId });
        expect(one).toMatchObject({ theirs: "4300050", ours: "1200000", difference: "3100050" });
        expect(one.list?.rows.map(({ name, cause, difference }) => [name, cause, difference])).toEqual([
          ["Southridge", "missing_here", "3000000"],
          ["Old Reseller", "not_matched", "100050"],
        ]);
        expect(one.list).toMatchObject({ agreeing: 1, unlisted: "0" });
      });
      it("a typed rate is explained by the way of counting that gives it", async () => {
        const { entryId } = await api.divergence.reportValue({
          system: "Board deck",
          term: "nrr",
          period: "2026-01-02..2026-10-31",
          value: "0.88",
        });
        const one = await api.divergence.number({ entryId });
        expect(one).toMatchObject({ theirs: "0.880000", ours: "0.882353", agrees: true });
        const { rows } = await api.divergence.numbers();
        expect(rows.map(({ system, agrees }) => [system, agrees])).toEqual([
          ["Board deck", true],
          ["Billing", false],
        ]);
      });
      it("what cannot be read or compared is refused with what to do", async () => {
        const report = (term: string, more: object) =>
          codeOf(
            api.divergence.reportValue({
              system: "Deck",
              term,
              period: "2026",
              currency: usd,
              ...more,
            }),
          );
        expect(await report("happiness", { value: "1.00" })).toMatch(
          /^PRECONDITION_FAILED .*nothing Termwise computes/,
        );
        expect(await report("nrr", { list: "Account,Amount\nA,1" })).toMatch(
          /^PRECONDITION_FAILED .*stands by itself/,
        );
        expect(await report("arr", { list: "Account,Amount\nA,12..3" })).toMatch(
          /^BAD_REQUEST Line 2: "12..3" is not/,
        );
        expect(await report("arr", { list: "A,12" })).toMatch(
          /^BAD_REQUEST The first line names the columns/,
        );
        expect(await report("arr", { list: "Account,Amount,Date\nA,12,01/02/2026" })).toMatch(
          /^BAD_REQUEST The days read both/,
        );
      });
    });
  });
});
