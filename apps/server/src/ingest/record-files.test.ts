import { type JournalFact, noFacts, type UsageFact } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, withFacts } from "./testing.ts";

const accounts = "account_id,name\nA,Northwind\nB,Contoso";
const known = withFacts(noFacts, check({ "accounts.csv": accounts }).facts);
const read = (files: Record<string, string>, before = known) => check(files, {}, { known: before });
const usageOf = (csv: string) =>
  read({ "usage.csv": csv }).facts.filter((fact): fact is UsageFact => fact.kind === "usage");
const entriesIn = (csv: string, name = "file.csv") =>
  read({ [name]: csv }).facts.filter((fact): fact is JournalFact => fact.kind === "journal");
const refusals = (csv: string) =>
  read({ "file.csv": csv }).report.refusals.map(({ line, code, column }) => [line, code, column]);

describe("a file of product usage", () => {
  it("reads a week by its first day, a month as a whole, and a day as itself", () => {
    const rows = [
      ["account,week starting,feature,active users,events", "A,2026-11-02,CRM,8,120"],
      ["account,month,active users", "A,2026-10,9"],
      ["account,date,users,licensed seats", "A,2026-11-20,7,10"],
    ].map((lines) => usageOf(lines.join("\n"))[0]);
    expect(rows).toMatchObject([
      { effectiveOn: "2026-11-08", days: 7, feature: "CRM", users: 8, uses: 120, activity: "use" },
      { effectiveOn: "2026-10-31", days: 31, feature: null, users: 9, uses: null },
      { effectiveOn: "2026-11-20", days: 1, users: 7, seats: 10 },
    ]);
  });
  it("keeps sign-ins apart: a login is not use", () => {
    const csv = "account,date,users,logins\nA,2026-11-20,2,40";
    expect(usageOf(csv)).toMatchObject([
      { activity: "use", users: 2 },
      { activity: "login", users: null, uses: 40 },
    ]);
    expect(usageOf("account,date,event,user_id\nA,2026-11-20,Logged in,u1")).toMatchObject([
      { activity: "login", users: 1 },
    ]);
  });
  it("adds single events up to a reading for each account, feature and day", () => {
    const csv =
      "account,timestamp,event,user_id\nA,2026-11-20T09:00:00Z,Report run,u1\nA,2026-11-20T10:00:00Z,Report run,u1\nA,2026-11-20T11:00:00Z,Report run,u2\nB,2026-11-20T11:00:00Z,Report run,u9";
    const { facts, report } = read({ "events.csv": csv });
    expect(facts).toMatchObject([
      { users: 2, uses: 3, activeDays: 1, days: 1 },
      { users: 1, uses: 1 },
    ]);
    expect(report.counts).toEqual({ new: 4, changed: 0, unchanged: 0, refused: 0 });
  });
  it("changes nothing the second time, and says what a correction changes", () => {
    const csv = (users: number) => `account,date,users\nA,2026-11-20,${users}`;
    const after = withFacts(known, read({ "u.csv": csv(7) }).facts);
    expect(read({ "u.csv": csv(7) }, after).report.counts).toMatchObject({ unchanged: 1, new: 0 });
    const corrected = read({ "u.csv": csv(8) }, after);
    expect(corrected.rows[0]?.changes).toEqual([{ field: "users", from: "7", to: "8" }]);
  });
  it("refuses by row what cannot be: an unknown account, a day to come, half a person, nothing at all", () => {
    const csv =
      "account,date,users\nZ,2026-11-20,1\nA,2027-01-01,1\nA,2026-11-19,1.5\nA,2026-11-18,\nA,2026-11-17,3";
    expect(refusals(csv)).toEqual([
      [2, "E_REF_NOT_FOUND", "account"],
      [3, "E_VALUE", "date"],
      [4, "E_NUMBER_FORMAT", "users"],
      [5, "E_REQUIRED", "users"],
    ]);
    expect(usageOf(csv)).toHaveLength(1);
    expect(refusals("account,date,users\nA,2026-11-17,-3")).toEqual([[2, "E_NEGATIVE", "users"]]);
    expect(refusals("account,survey,score,answered_at,email\nA,nps,-1,2026-11-17,a@a.example")).toEqual([
      [2, "E_NEGATIVE", "score"],
    ]);
  });
});

describe("what a CRM says of stages", () => {
  const crm = (stage: string) => `account_id,name,Lifecycle Stage\nA,Northwind,${stage}`;
  it("becomes a claim of its system beside the account, never the stage itself", () => {
    expect(entriesIn(crm("Onboarded"), "salesforce.csv")).toMatchObject([
      { entry: { of: "claim", field: "Lifecycle Stage", label: "Onboarded" }, effectiveOn: "2026-11-21" },
    ]);
  });
  it("takes a label nobody knows as it stands: what it means is asked, not guessed", () => {
    expect(entriesIn(crm("Live??"))).toMatchObject([{ entry: { label: "Live??" } }]);
  });
  it("is said once as long as the label stays, and anew when it changes", () => {
    const after = withFacts(known, read({ "a.csv": crm("Onboarded") }).facts);
    expect(read({ "a.csv": crm("Onboarded") }, after).facts).toEqual([]);
    const later = check({ "a.csv": crm("Adopted") }, {}, { known: after });
    expect(later.facts).toMatchObject([{ entry: { label: "Adopted" } }]);
    expect(later.report.counts).toMatchObject({ changed: 1 });
  });
  it("comes in a file of its own too, label by label with its day", () => {
    const csv = "account,field,label,as of\nA,Stage,Won,2026-01-05\nA,Stage,Onboarded,2026-03-01";
    expect(
      entriesIn(csv).map(({ effectiveOn, entry }) => [effectiveOn, entry.of === "claim" && entry.label]),
    ).toEqual([
      ["2026-01-05", "Won"],
      ["2026-03-01", "Onboarded"],
    ]);
  });
});

describe("a file of another system that names accounts and their labels alone", () => {
  const known = withFacts(
    noFacts,
    check({ "a.csv": "account_id,name,domain\nA,Northwind,northwind.example" }).facts,
  );
  const claimed = (csv: string) =>
    check({ "platform.csv": csv }, { system: "platform" }, { known }).facts.map(
      (fact) =>
        fact.kind === "journal" &&
        fact.entry.of === "claim" && [fact.accountId, ...Object.values(fact.entry)],
    );
  const [account] = known.accounts;

  it("makes no second account of a customer: each label is that system's claim about the known one", () => {
    expect(claimed("Company Name,Lifecycle Stage,Status\nNorthwind,Adopted,Active")).toEqual([
      [account?.accountId, "claim", "platform", "Lifecycle Stage", "Adopted"],
      [account?.accountId, "claim", "platform", "Status", "Active"],
    ]);
  });
  it("finds the account by its domain where it has neither id nor name", () => {
    expect(claimed("Domain,Customer Stage,As of\nhttps://www.Northwind.example/,Won,2026-02-01")).toEqual([
      [account?.accountId, "claim", "platform", "Customer Stage", "Won"],
    ]);
    const stranger = check({ "u.csv": "domain,date,users\nx.example,2026-11-20,3" }, {}, { known });
    expect(stranger.report.refusals).toMatchObject([
      { line: 2, code: "E_REF_NOT_FOUND", column: "domain", value: "x.example" },
    ]);
  });
});

describe("the headers of product analytics exports", () => {
  it.each([
    [
      "Organization,Week,Active Users,Event Totals\nNorthwind,2026-11-02,8,120",
      { users: 8, uses: 120, days: 7 },
    ],
    [
      "Date,Group: Company,Unique Visitors,Number of Events\n2026-11-02,Northwind,8,120",
      { users: 8, uses: 120 },
    ],
    [
      "Account ID,Feature Name,Day,Visitors,Days Active\nA,Reports,2026-11-02,8,1",
      { feature: "Reports", users: 8 },
    ],
    ["Customer,Month,MAU,Licensed Users\nNorthwind,2026-10,8,10", { users: 8, seats: 10, days: 31 }],
  ])("are known: %s", (csv, reading) => {
    expect(usageOf(csv)).toMatchObject([reading]);
  });
});

describe("a file of deals", () => {
  it("takes those closed as won, to the second where a time is given, else at the end of the day", () => {
    const csv =
      "Opportunity ID,Account ID,Stage,Close Date,Contract Signed Date\nO-1,A,Closed Won,2026-03-02T14:05:00+01:00,2026-03-01\nO-2,B,closed won,2026-03-02,\nO-3,A,Negotiation,2026-05-01,";
    expect(entriesIn(csv)).toMatchObject([
      {
        at: "2026-03-02T13:05:00.000Z",
        entry: { of: "deal_closed", opportunity: "O-1", signedOn: "2026-03-01" },
      },
      { at: "2026-03-02T23:59:59.000Z", effectiveOn: "2026-03-02", entry: { signedOn: null } },
    ]);
    expect(refusals(csv)).toEqual([[4, "E_NOT_CONTRACT", "Stage"]]);
  });
});

describe("a file of onboarding evidence", () => {
  const head = "account,what,criterion,at,observed,by";
  it("puts criteria, kickoff, evidence and flag on record, each with its moment", () => {
    const csv = [
      head,
      "A,criterion,technical_completion,2026-02-01T09:00:00Z,SSO and import are live,Ana",
      "A,kickoff,,2026-02-03T10:00:00Z,,Ana",
      "A,evidence,technical completion,2026-02-20,Both live,Ana",
      "A,onboarded flag,,2026-03-01,yes,Ana",
    ].join("\n");
    expect(entriesIn(csv).map(({ at, by, entry }) => [at, by, entry.of])).toEqual([
      ["2026-02-01T09:00:00.000Z", "Ana", "criterion"],
      ["2026-02-03T10:00:00.000Z", "Ana", "kickoff"],
      ["2026-02-20T00:00:00.000Z", "Ana", "evidence"],
      ["2026-03-01T00:00:00.000Z", "Ana", "onboarded_flag"],
    ]);
  });
  it("refuses evidence of the future, a criterion without words and an unknown kind, each by its row", () => {
    const csv = [
      head,
      "A,evidence,technical_completion,2027-02-01,Live,Ana",
      "A,criterion,success_milestone,2026-02-01,,Ana",
      "A,rumour,,2026-02-01,x,Ana",
    ].join("\n");
    expect(refusals(csv)).toEqual([
      [2, "E_VALUE", "at"],
      [3, "E_REQUIRED", "observed"],
      [4, "E_VALUE", "what"],
    ]);
  });
});
