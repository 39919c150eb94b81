import { type JournalFact, noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, csv, withFacts } from "./testing.ts";

const known = withFacts(
  noFacts,
  check({
    "accounts.csv": csv(
      "account_id,name,domain",
      "A,Northwind,northwind.example",
      "B,Contoso Ltd,contoso.example",
    ),
  }).facts,
);
const read = (...lines: string[]) => {
  const { report, facts } = check({ "export.csv": csv(...lines) }, {}, { known });
  const [file] = report.files;
  return {
    recognised: [file?.preset?.id, file?.kind],
    refused: report.refusals.map(({ line, column }) => [line, column]),
    accounts: facts.filter(({ kind }) => kind === "account").length,
    entries: facts
      .filter((fact): fact is JournalFact => fact.kind === "journal")
      .map(({ entry, effectiveOn, by }) => ({ on: effectiveOn, by, ...entry })),
  };
};

describe("exports of help desks", () => {
  it("of Zendesk: the id is the ticket's and makes no account; who has no organization is found by the requester's domain", () => {
    const { recognised, accounts, refused, entries } = read(
      '"ID","Requester","Requester email","Requester domain","Subject","Tags","Status","Priority","Created at","Organization","Solved at","Reopens","Replies"',
      '"20418","Ana Ruiz","ana@northwind.example","northwind.example","The plan prints without names","web","Solved","High","2026-09-14 08:12:00","Northwind","2026-09-15 10:40:00","2","3"',
      '"20455","Cy Park","cy@contoso.example","contoso.example","The calendar stopped","api","Open","-","2026-09-21 13:05:00","","","0","5"',
      '"20461","Ana Ruiz","ana@northwind.example","northwind.example","A seat more","web","Open","Low","2026-09-22 13:05:00","Northwind","","0","0"',
    );
    expect([recognised, accounts, refused]).toEqual([["zendesk-tickets", "support_tickets"], 0, []]);
    expect(entries).toMatchObject([
      { on: "2026-09-14", ticket: "20418", severity: "high", contacts: 3, reopened: true },
      { on: "2026-09-21", ticket: "20455", severity: "normal", solvedAt: null, reopened: false },
      // Nobody replied yet: who opened it has written once.
      { on: "2026-09-22", ticket: "20461", contacts: 1 },
    ]);
  });
  it("of Freshdesk and Jira: closed is solved, and their words for urgency are read", () => {
    const freshdesk = read(
      "Ticket ID,Subject,Status,Priority,Type,Created time,Resolved time,Closed time,Company Name,Email",
      "11,Payroll gets no hours,Closed,Urgent,Problem,2026-09-14 08:12:00,2026-09-15 10:40:00,2026-09-16 10:00:00,Northwind,ana@northwind.example",
    );
    expect(freshdesk.recognised).toEqual(["freshdesk-tickets", "support_tickets"]);
    expect(freshdesk.entries).toMatchObject([
      { ticket: "11", severity: "urgent", solvedAt: "2026-09-15T10:40:00.000Z" },
    ]);
    const jira = read(
      "Summary,Issue key,Issue Type,Status,Priority,Created,Resolved,Custom field (Organizations)",
      "Export slow,SUP-12,Support,Done,Highest,14/Sep/26 8:12 AM,15/Sep/26 1:40 PM,Northwind",
    );
    expect(jira.recognised).toEqual(["jira-service-requests", "support_tickets"]);
    expect([jira.accounts, jira.entries]).toMatchObject([
      0,
      [{ ticket: "SUP-12", severity: "urgent", on: "2026-09-14", solvedAt: "2026-09-15T13:40:00.000Z" }],
    ]);
  });
});

describe("exports of surveys", () => {
  it("of Delighted: answers to the NPS by the person's mail address; with a type of survey each by its own", () => {
    const plain = read(
      "ID,Name,Email,Score,Comment,Permalink,Created At,Tags",
      "501,Ana Ruiz,ana@northwind.example,9,Saves a day,https://delighted.example/r/1,2026-09-03 07:30:00 UTC,",
    );
    expect(plain.recognised).toEqual(["delighted-answers", "survey_answers"]);
    expect(plain.entries).toMatchObject([{ survey: "nps", score: 9, person: "Ana Ruiz", on: "2026-09-03" }]);
    const named = read(
      "Person ID,Person name,Person email,Score,Comment,Survey type,Response created at (UTC),Company",
      "1,Ana Ruiz,ana@northwind.example,9,,Net Promoter Score,2026-09-03 07:30:00,Northwind",
    );
    expect(named.recognised).toEqual(["delighted-answers-of-types", "survey_answers"]);
    expect(named.entries).toMatchObject([{ survey: "nps", score: 9, person: "Ana Ruiz" }]);
    const typed = read(
      "Survey Type,Score,Email,Comment,Response Date",
      "NPS,9,ana@northwind.example,Good,2026-09-03 07:30",
      "CSAT,4,cy@contoso.example,,2026-09-04 07:30",
      "CSAT,4,cy@elsewhere.example,,2026-09-04 07:30",
    );
    expect([typed.recognised[1], typed.refused]).toEqual(["survey_answers", [[4, "Email"]]]);
    expect(typed.entries).toMatchObject([
      { survey: "nps", person: "ana@northwind.example" },
      { survey: "csat", score: 4 },
    ]);
  });
});

describe("exports of surveys whose header is the question", () => {
  const nps = "How likely are you to recommend Northwind to a friend or colleague?";
  it("of Typeform: the answers of an NPS, of whom the mail address tells; the ids are of answers, not of accounts", () => {
    const { recognised, accounts, refused, entries } = read(
      `#,"${nps}",What is the main reason for your score?,email,Submitted At,Network ID`,
      "a1b2,9,Saves a day,ana@northwind.example,2026-09-03 07:30:00,9f8e",
      "c3d4,4,,cy@contoso.example,2026-09-04 07:30:00,7a6b",
    );
    expect([recognised, accounts, refused]).toEqual([["survey-question", "survey_answers"], 0, []]);
    expect(entries).toMatchObject([
      { survey: "nps", score: 9, person: "ana@northwind.example", comment: "Saves a day", on: "2026-09-03" },
      { survey: "nps", score: 4, comment: null, on: "2026-09-04" },
    ]);
  });
  it("of others: by the account's id or name, the respondent known by the tool's id; satisfaction and effort by what they ask", () => {
    const csat = read(
      "Network ID,account_id,How satisfied were you with our support?,Submitted At",
      "9f8e,A,4,2026-09-03 07:30:00",
    );
    expect(csat.entries).toMatchObject([{ survey: "csat", score: 4, person: "9f8e" }]);
    const ces = read(
      "Timestamp,Name,Company,How easy was it to set up?",
      "2026-09-03,Ana Ruiz,Contoso Ltd,6",
    );
    expect(ces.entries).toMatchObject([{ survey: "ces", score: 6, person: "Ana Ruiz" }]);
  });
  it("ask for what they lack rather than be a list of accounts; a list of accounts that carries an answer stays one", () => {
    const { report } = check({
      "typeform.csv": csv(`#,"${nps}",Submitted At,Network ID`, "a1,9,2026-09-03,9f8e"),
    });
    expect(report.files[0]).toMatchObject({ kind: "survey_answers", rows: 1 });
    expect(report.files[0]?.questions.map(({ question }) => question)).toEqual([
      expect.stringContaining("No column says the account of a row"),
    ]);
    expect(read(`Company,"${nps}"`, "Northwind,9").recognised).toEqual(["survey-question", "survey_answers"]);
    expect(read(`Company,Industry,"${nps}"`, "Northwind,Retail,9").recognised).toEqual([
      undefined,
      "accounts",
    ]);
  });
});

describe("exports of activities", () => {
  it("of HubSpot: calls, mails by their direction, meetings; a task is none", () => {
    const { recognised, refused, entries } = read(
      "Activity ID,Activity type,Activity date,Activity assigned to,Associated company,Associated company IDs,Email direction,Title",
      "1,Call,2026-09-10 14:00,Ines Duarte,Northwind,771,,Quarterly check",
      "2,Email,2026-09-11 09:00,Ines Duarte,Contoso Ltd,772,INCOMING_EMAIL,Re: reports",
      "3,Email,2026-09-12 09:00,Ines Duarte,Contoso Ltd,772,EMAIL,Hello",
      "4,Task,2026-09-16 15:00,Ines Duarte,Northwind,771,,Do",
    );
    expect([recognised, refused]).toEqual([["hubspot-activities", "touchpoints"], [[5, "Activity type"]]]);
    expect(entries).toMatchObject([
      { type: "call", direction: null, by: "Ines Duarte" },
      { type: "email", direction: "theirs", text: "Re: reports" },
      { type: "email", direction: "ours" },
    ]);
  });
  it("of Salesforce: tasks and events by their subtype", () => {
    const { recognised, entries } = read(
      "Account Name,Date,Task Subtype,Subject,Assigned To",
      "Northwind,2026-09-10,Call,Weekly call,Ines Duarte",
    );
    expect([recognised, entries]).toMatchObject([
      ["salesforce-activities", "touchpoints"],
      [{ type: "call", text: "Weekly call" }],
    ]);
  });
});
