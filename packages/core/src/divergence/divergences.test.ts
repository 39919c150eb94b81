import { describe, expect, it } from "vitest";
import { Currency, day } from "../kernel/index.ts";
import { ratesTowards } from "../retention/index.ts";
import {
  comparedOn,
  convergenceDays,
  convergencePoint,
  directionOf,
  divergencesOn,
  labelsOn,
  totalOf,
  totalsBy,
  vocabularyGaps,
} from "./index.ts";
import { type PlainAccount, type PlainMapping, recordOfPlain, rulesOfPlain } from "./plain-divergence.ts";

const rates = ratesTowards(Currency.parse("USD"), []);
const crm = { system: "CRM", field: "Stage" } as const;
const platform = { system: "Platform", field: "Phase" } as const;
const mapping: PlainMapping = [
  { ...crm, label: "Won", means: "won" },
  { ...crm, label: "Onboarded", means: "onboarded" },
  { ...crm, label: "Adopted", means: "adopted" },
  { ...crm, label: "Renewal", means: "renewal" },
  { ...crm, label: "Expansion", means: "expansion" },
  { ...crm, label: "Churned", means: "churn" },
  { ...crm, label: "Prospect", means: "ignored" },
  { ...platform, label: "Live", means: "won" },
  { ...platform, label: "Onboarded", means: "onboarded" },
];
const rules = rulesOfPlain(mapping);
const on = day("2026-03-16");
const idle = [
  ["2026-03-08", 0],
  ["2026-03-15", 0],
] as const;
const busy = [
  ["2026-03-08", 9],
  ["2026-03-15", 9],
] as const;
const says = (label: string | null, since = "2026-03-02") => [[since, "CRM", "Stage", label]] as const;
const of = (account: PlainAccount, asked = on) =>
  comparedOn(recordOfPlain("A", account), rules, asked).divergences;
const short = (account: PlainAccount, asked = on) =>
  of(account, asked).map(({ kind, term, age }) => `${kind} ${term} ${age}`);

describe("a claim against evidence", () => {
  it("S-01 the CRM says onboarded, nobody has worked with the product: contradicted, with what speaks against it", () => {
    const [found] = of({ claims: says("Onboarded"), weeks: idle });
    expect(found).toMatchObject({
      kind: "contradicted",
      term: "onboarded",
      age: 14,
      shows: { earned: "won", churnedOn: null },
      owner: { name: "Kim", role: "csm" },
      claims: [{ system: "CRM", field: "Stage", label: "Onboarded", since: "2026-03-02" }],
    });
    expect(found?.says[0]).toMatch(/^Usage: /);
    expect(found?.says.join(" ")).toContain("Sponsor confirmation: ");
  });
  it("of a stage nothing is on record of is without evidence, and names each clause that is missing", () => {
    const [found] = of({ claims: says("Onboarded") });
    expect(found?.kind).toBe("unsupported");
    expect(found?.says).toHaveLength(5);
  });
  it("that is right never appears, whatever else is open on the account", () => {
    expect(of({ claims: says("Onboarded"), onboardedOn: "2026-02-20" })).toEqual([]);
    expect(of({ claims: says("Adopted"), weeks: busy })).toEqual([]);
    expect(of({ claims: says("Won") })).toEqual([]);
    const ending = [{ from: "2025-06-01", to: "2026-05-31", arr: "12000" }];
    expect(of({ claims: says("Won"), lines: ending })).toEqual([]);
    expect(of({ claims: says("Renewal"), lines: ending })).toEqual([]);
  });
  it("of less than evidence shows is a lag, as old as the evidence", () => {
    expect(short({ claims: says("Won", "2026-01-05"), onboardedOn: "2026-03-06" })).toEqual([
      "unclaimed onboarded 10",
    ]);
    expect(short({ claims: says("Onboarded"), weeks: busy })).toEqual(["unclaimed adopted 8"]);
  });
  it("of an empty field is a lag once more than the sale is shown", () => {
    expect(short({ claims: says(null), onboardedOn: "2026-03-06" })).toEqual(["unclaimed onboarded 10"]);
    expect(of({ claims: says(null) })).toEqual([]);
  });
  it("that a motion is open is held against the motion", () => {
    expect(short({ claims: says("Renewal") })).toEqual(["unsupported renewal 14"]);
    expect(short({ claims: says("Expansion") })).toEqual(["unsupported expansion 14"]);
  });
  it("that a customer left is contradicted by a contract in force, and right once it has", () => {
    expect(short({ claims: says("Churned") })).toEqual(["contradicted churn 14"]);
    const ended = [{ from: "2025-03-01", to: "2026-02-28", arr: "12000" }];
    expect(of({ claims: says("Churned"), lines: ended })).toEqual([]);
    expect(short({ claims: says("Won"), lines: ended })).toEqual(["contradicted won 14"]);
    expect(of({ claims: says("Won"), lines: ended }, day("2026-02-28"))).toEqual([]);
  });
  it("with a label nobody has given a meaning is compared with nothing", () => {
    expect(of({ claims: says("Implementation"), weeks: idle })).toEqual([]);
    expect(of({ claims: says("Prospect"), weeks: idle })).toEqual([]);
  });
  it("is asked for of any past day, as it stood then", () => {
    const account = {
      claims: [...says("Won", "2026-01-05"), ...says("Onboarded")],
      onboardedOn: "2026-03-10",
    };
    expect(short(account, day("2026-03-01"))).toEqual([]);
    expect(short(account, day("2026-03-09"))).toEqual(["unsupported onboarded 7"]);
    expect(short(account, day("2026-03-10"))).toEqual([]);
  });
});

describe("two systems and one milestone", () => {
  const claims = [...says("Onboarded"), ["2026-03-05", "Platform", "Phase", "Live"] as const];
  it("S-40 say different things of one account: the mismatch names both labels and what they mean", () => {
    const found = of({ claims, onboardedOn: "2026-02-20" });
    expect(found.map(({ kind }) => kind)).toEqual(["unclaimed", "mismatch"]);
    expect(found[1]).toMatchObject({ term: "onboarded", age: 11 });
    expect(found[1]?.says).toEqual(['CRM says Onboarded ("Onboarded"); Platform says Won ("Live").']);
  });
  it("agree when they say the same, and when one of them speaks of a motion", () => {
    const same = [...says("Onboarded"), ["2026-03-05", "Platform", "Phase", "Onboarded"] as const];
    expect(of({ claims: same, onboardedOn: "2026-02-20" })).toEqual([]);
  });
  it("G-22 have other words for one milestone: the words are listed, with what stands under them", () => {
    const words: PlainMapping = [
      { ...crm, label: "Onboarded", means: "onboarded" },
      { ...platform, label: "Live", means: "onboarded" },
    ];
    const record = recordOfPlain("A", { claims });
    const rows = labelsOn([record], rulesOfPlain(words), on, rates);
    expect(vocabularyGaps(rows)).toMatchObject([
      {
        means: "onboarded",
        labels: [
          { system: "CRM", label: "Onboarded", accounts: 1, arr: 1_200_000n },
          { system: "Platform", label: "Live", accounts: 1, arr: 1_200_000n },
        ],
      },
    ]);
    expect(vocabularyGaps(labelsOn([record], rules, on, rates))).toEqual([]);
  });
});

describe("labels", () => {
  const records = [
    recordOfPlain("A", { claims: says("Live") }),
    recordOfPlain("B", {
      claims: says(" LIVE ", "2026-02-01"),
      lines: [{ from: "2026-01-05", arr: "50000" }],
    }),
    recordOfPlain("C", { claims: says("Closed won") }),
    recordOfPlain("D", { claims: says("Onboarded") }),
  ];
  const rows = labelsOn(records, rules, on, rates);
  it("that are unknown stand first, with how many accounts and how much ARR stand under them", () => {
    expect(rows.slice(0, 2)).toMatchObject([
      { label: "Live", means: null, accounts: 2, arr: 6_200_000n, firstOn: "2026-02-01" },
      { label: "Closed won", means: null, accounts: 1 },
    ]);
  });
  it("that read plainly are offered a meaning, and never given it: live is not onboarded", () => {
    expect(rows.slice(0, 2).map(({ proposal }) => proposal)).toEqual([null, "won"]);
    expect(divergencesOn(records.slice(2, 3), rules, on, { rates }).compared.accounts).toBe(0);
  });
  it("keep every version of their meaning; the one in force on the day counts", () => {
    const versioned = rulesOfPlain([
      { ...crm, label: "Live", means: "onboarded" },
      { ...crm, label: "live", means: "won", from: "2026-03-10" },
    ]);
    const [live] = labelsOn(records.slice(0, 1), versioned, on, rates);
    expect(live).toMatchObject({ means: "won", versions: [{ version: 1 }, { version: 2 }] });
    expect(comparedOn(records[0]!, versioned, day("2026-03-09")).divergences).toHaveLength(1);
    expect(comparedOn(records[0]!, versioned, on).divergences).toHaveLength(0);
  });
});

describe("a divergence that was accepted", () => {
  const account = { claims: says("Onboarded"), weeks: idle };
  const [found] = of(account);
  const subject = found?.subject ?? "";
  const accepted = (until: string, action: "accepted" | "fix_source" = "accepted") => ({
    ...account,
    handled: [{ on: "2026-03-10", subject, action, until }],
  });
  it("stays accepted until the acceptance expires", () => {
    expect(of(accepted("2026-03-17"))).toMatchObject([{ accepted: true, handling: { reason: "Known." } }]);
    expect(of(accepted("2026-03-16"))).toMatchObject([{ accepted: false }]);
  });
  it("is open again when the claim or the evidence becomes another", () => {
    const other = {
      ...accepted("2026-12-31"),
      claims: [...account.claims, ...says("Adopted", "2026-03-12")],
    };
    expect(of(other)).toMatchObject([{ term: "adopted", accepted: false, handling: null }]);
  });
  it("is not what one is that somebody is to fix", () => {
    expect(of(accepted("2026-12-31", "fix_source"))).toMatchObject([{ accepted: false }]);
  });
});

describe("the report of a book", () => {
  const records = [
    recordOfPlain("A", { claims: says("Onboarded"), weeks: idle, csm: "Kim", segment: "SMB" }),
    recordOfPlain("B", {
      claims: [...says("Onboarded"), ["2026-03-05", "Platform", "Phase", "Live"]],
      csm: "Ana",
      segment: "Enterprise",
      lines: [{ from: "2026-01-05", arr: "50000" }],
    }),
    recordOfPlain("C", { claims: says("Won"), csm: "Kim" }),
  ];
  const { lines, compared } = divergencesOn(records, rules, on, { rates });
  it("names exactly the accounts whose claims are wrong, the largest ARR first", () => {
    expect(lines.map(({ name, kind, arr }) => [name, kind, arr])).toEqual([
      ["B", "unsupported", 5_000_000n],
      ["B", "mismatch", 5_000_000n],
      ["A", "contradicted", 1_200_000n],
    ]);
    expect(compared).toEqual({ accounts: 3, arr: 7_400_000n });
  });
  it("counts the ARR of an account once, however many divergences it has", () => {
    expect(totalOf(lines)).toEqual({ lines: 3, accounts: 2, arr: 6_200_000n });
  });
  it("adds up by CSM, segment, system and term", () => {
    expect(totalsBy(lines, "csm").map(({ value, arr }) => [value, arr])).toEqual([
      ["Ana", 5_000_000n],
      ["Kim", 1_200_000n],
    ]);
    expect(totalsBy(lines, "system").map(({ value, accounts }) => [value, accounts])).toEqual([
      ["CRM", 2],
      ["Platform", 1],
    ]);
    expect(totalsBy(lines, "term")).toMatchObject([{ value: "onboarded", lines: 3 }]);
  });
});

describe("is the company converging?", () => {
  const records = [
    recordOfPlain("A", { claims: says("Onboarded", "2026-01-20"), onboardedOn: "2026-02-20" }),
    recordOfPlain("B", { claims: says("Onboarded", "2026-01-20") }),
  ];
  const series = (asked: readonly string[]) =>
    asked.map((one) => convergencePoint(divergencesOn(records, rules, day(one), { rates }), () => true));
  it("is asked at the ends of months and on the day itself", () => {
    expect(convergenceDays(on, 3)).toEqual(["2026-01-31", "2026-02-28", "2026-03-16"]);
  });
  it("is answered by the same function asked for past days", () => {
    const points = series(["2026-01-31", "2026-02-28", "2026-03-16"]);
    expect(points.map(({ total }) => total.accounts)).toEqual([2, 1, 1]);
    expect(points[0]?.byKind.unsupported).toEqual({ lines: 2, accounts: 2, arr: 2_400_000n });
    expect(directionOf(points)).toBe("converging");
    expect(directionOf(points.toReversed())).toBe("diverging");
    expect(directionOf(points.slice(1))).toBe("steady");
    expect(directionOf(points.slice(2))).toBe("unknown");
  });
});
