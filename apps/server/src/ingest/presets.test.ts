import { readFileSync } from "node:fs";
import { noFacts } from "@termwise/core/facts";
import { day, round } from "@termwise/core/kernel";
import { annualValue, houseLedgerPolicy } from "@termwise/core/ledger";
import { describe, expect, it } from "vitest";
import type { ImportMapping } from "./mapping.ts";
import { presets } from "./presets.ts";
import type { CheckedImport } from "./report.ts";
import { check, csv, linesOf, refusals, remarked, stops, withFacts } from "./testing.ts";

const read = (names: readonly string[], mapping?: ImportMapping) =>
  check(
    Object.fromEntries(
      names.map((name) => [name, readFileSync(new URL(`fixtures/${name}`, import.meta.url))]),
    ),
    mapping,
  );
/** Each line with its ARR in minor units, its currency and its days. */
const arrs = (result: CheckedImport) =>
  linesOf(result).map(
    (line) =>
      `${line.source.key} ${line.product} ${round(annualValue(line, houseLedgerPolicy))} ${line.currency} ${line.startsOn}..${line.endsOn ?? ""}`,
  );
const recognised = ({ report }: CheckedImport) => report.files.map(({ preset, kind }) => [preset?.id, kind]);
const attribute = ({ facts }: CheckedImport, name: string) =>
  facts.flatMap((fact) => (fact.kind === "attribute" && fact.attribute === name ? [fact.value] : []));

describe("known exports", () => {
  it("of Stripe's dashboard: 12 seats at 49.00 a month are 7,056.00 a year, and a period's end ends nothing", () => {
    const result = read(["stripe-subscriptions-seats.csv"]);
    expect(recognised(result)).toEqual([["stripe-subscriptions", "contract_lines"]]);
    expect(arrs(result)).toEqual([
      "sub_S1 Growth 705600 USD 2025-02-10..",
      "sub_S2 Scale 1200000 EUR 2025-03-01..",
      "sub_S3 Growth 294000 USD 2025-01-05..2025-06-05",
    ]);
    expect(attribute(result, "name")).toEqual(["Acme Inc", "Birch LLC", "Cedar"]);
  });

  it("of Stripe's subscription items: amounts are in minor units of their currency, an interval may be of three months", () => {
    const result = read(["stripe-subscription-items.csv"]);
    expect(recognised(result)).toEqual([["stripe-subscription-items", "contract_lines"]]);
    expect(arrs(result)).toEqual([
      "si_001 Growth 705600 USD 2025-02-10..",
      "si_002 Reports 23400 USD 2025-02-10..",
      "si_003 Scale 1200000 EUR 2025-03-01..",
      "si_004 Growth 360000 JPY 2025-05-01..",
      "si_005 Growth 108000 USD 2025-01-01..2025-12-31",
    ]);
    expect(refusals(result)).toEqual(["7 E_NOT_CONTRACT"]);
  });

  it("of Stripe's schedules: each phase is a line that ends the day before the next begins", () => {
    const result = read(["stripe-schedule-phases.csv"]);
    expect(recognised(result)).toEqual([["stripe-subscription-schedules", "contract_lines"]]);
    expect(arrs(result).map((line) => line.replace(/^\S+ /, ""))).toEqual([
      "Growth 588000 USD 2025-01-01..2025-12-31",
      "Growth 792000 USD 2026-01-01..2026-12-31",
      "Scale 1200000 USD 2026-03-15..2027-03-14",
    ]);
  });

  it("of Salesforce, by field names: accounts with parents and owners by name, lines at what they cost in all", () => {
    const result = read(["salesforce-account-object.csv", "salesforce-contract-lines.csv"]);
    expect(recognised(result)).toEqual([
      ["salesforce-accounts", "accounts"],
      ["salesforce-contract-lines", "contract_lines"],
    ]);
    expect(attribute(result, "ae")).toEqual(["Jo Reed", "Jo Reed"]);
    expect(attribute(result, "parent").filter(Boolean)).toHaveLength(1);
    expect(arrs(result)).toEqual([
      "8108d000000001 Platform 5400000 USD 2026-01-01..2026-12-31",
      "8108d000000002 Insights 1200000 USD 2026-01-01..2027-12-31",
    ]);
  });

  it("of Salesforce's data loader: a deleted account is refused, not taken as a customer", () => {
    const accounts = (deleted: string) =>
      csv(
        "ID,ISDELETED,NAME,PARENTID,OWNERID",
        "001A,false,Acme GmbH,,005",
        `001C,${deleted},Old Deleted,,005`,
      );
    const result = check({ "accounts.csv": accounts("true") });
    expect(recognised(result)).toEqual([["salesforce-accounts", "accounts"]]);
    expect(attribute(result, "name")).toEqual(["Acme GmbH"]);
    expect(result.report.refusals[0]).toMatchObject({
      line: 3,
      code: "E_DELETED",
      column: "ISDELETED",
      value: "true",
    });
    expect(refusals(check({ "accounts.csv": accounts("") }))).toEqual([]);
  });

  it("of Salesforce's opportunity products: the sales price is net, what is not won is no contract", () => {
    const result = read(["salesforce-account-object.csv", "salesforce-opportunity-products.csv"], {
      files: { "*products.csv": { columns: { billing_interval: "Billing_Frequency__c" } } },
    });
    expect(arrs(result)).toEqual(["00k8d00000001 Platform 5400000 USD 2026-01-01..2026-12-31"]);
    expect(refusals(result)).toEqual(["3 E_NOT_CONTRACT"]);
  });

  it("of HubSpot: deals at their monthly recurring amount, never at what was typed in as the amount", () => {
    const result = read(["hubspot-companies.csv", "hubspot-deals.csv"]);
    expect(recognised(result)).toEqual([
      ["hubspot-companies", "accounts"],
      ["hubspot-deals", "contract_lines"],
    ]);
    expect(attribute(result, "domain")).toEqual(["fabrikam.test", "woodgrove.test"]);
    expect(arrs(result)).toEqual([
      "7001 Sales Pipeline 900000 USD 2025-03-01..",
      "7002 Sales Pipeline 2400000 USD 2025-06-15..",
    ]);
    expect(refusals(result)).toEqual(["4 E_NOT_CONTRACT"]);
  });

  const dealsHeader =
    "Record ID,Deal Name,Deal Stage,Close Date,Amount,Currency,Monthly recurring revenue,Recurring revenue amount,Recurring revenue inactive date,Seats,Associated Company IDs (Primary),Associated Company (Primary)";
  const deals = (...rows: string[]) => ({ "deals.csv": csv(dealsHeader, ...rows) });

  it("of HubSpot's deals: the primary company, and the monthly amount of a deal until it became inactive", () => {
    const result = check(
      deals(
        "9001,New,Closed Won,2025-03-01,14500,EUR,1000,,,,18,Acme GmbH",
        "9004,Add-on,closedwon,2025-06-01,6000,EUR,,250,2026-03-31,40,18,Acme GmbH",
        "9005,Both,closedwon,2025-06-01,6000,EUR,300,250,,,18,Acme GmbH",
      ),
    );
    expect(recognised(result)).toEqual([["hubspot-deals", "contract_lines"]]);
    expect(arrs(result)).toEqual([
      "9001 Subscription 1200000 EUR 2025-03-01..",
      "9004 Subscription 300000 EUR 2025-06-01..2026-03-31",
      "9005 Subscription 360000 EUR 2025-06-01..",
    ]);
    expect(attribute(result, "name")).toEqual(["Acme GmbH"]);
    expect(remarked(result)).toContain("W_PRICE_DIFFERS");
  });

  it("name a refused stage as the file does, and a stage that is translated leaves the others as they are", () => {
    const lost = deals(
      "9002,Sent,Contract Sent,2026-01-24,6000,EUR,500,,,,18,Acme GmbH",
      "9003,Lost,Closed Lost,2025-05-24,6000,EUR,500,,,,18,Acme GmbH",
    );
    const [sent] = check(lost).report.refusals;
    expect(sent).toMatchObject({ column: "Deal Stage", value: "Contract Sent" });
    expect(sent?.reason).toBe(
      'Deal Stage is "Contract Sent": not a contract in force, so it carries no ARR.',
    );
    expect(sent?.remedy).toContain('{"values": {"status": {"Contract Sent": "in_force"}}}');
    const answered = check(lost, { values: { status: { "contract sent": "in_force" } } });
    expect(linesOf(answered).map(({ source }) => source.key)).toEqual(["9002"]);
    expect(refusals(answered)).toEqual(["3 E_NOT_CONTRACT"]);
  });

  it("of HubSpot's line items: the net price is of the whole line, so it multiplies nothing", () => {
    const result = read(["hubspot-companies.csv", "hubspot-line-items-recurring.csv"]);
    expect(recognised(result)[1]).toEqual(["hubspot-line-items", "contract_lines"]);
    expect(arrs(result)).toEqual([
      "8001 Starter 120000 USD 2025-02-28..2026-02-27",
      "8002 Professional 4320000 USD 2025-04-03..2027-04-02",
    ]);
  });

  it("are said with the headers they were known by, give way to a mapping, and are switched off by it", () => {
    const of = (mapping: ImportMapping) => read(["stripe-subscriptions-seats.csv"], mapping);
    expect(of({}).report.files[0]?.preset).toMatchObject({
      name: "Stripe subscriptions of the dashboard",
      system: "stripe",
    });
    expect(of({}).report.files[0]?.preset?.reason).toContain('"Current Period End (UTC)"');
    expect(arrs(of({ columns: { amount: "Amount", unit_price: null } }))[0]).toContain(" 58800 ");
    expect(of({ preset: "none" }).report.files[0]?.preset).toBeUndefined();
  });

  it("are all known by an id of their own", () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });
});

describe("accounts of a second system", () => {
  it("are found by domain, then by name, when the mapping says so, and keep both ids", () => {
    const first = {
      "crm.csv":
        "account_id,name,website\nS1,Fabrikam Inc,https://www.fabrikam.test\nS2,Woodgrove Bank,\nS3,Twin,\nS4,Twin,\n",
    };
    const known = check(first, { system: "salesforce" });
    const second = {
      "hub.csv":
        "account_id,name,domain\nH1,Fabrikam,fabrikam.test\nH2,Woodgrove Bank,woodgrove.test\nH3,Twin,\nH4,New One,\n",
    };
    const with_ = check(
      second,
      { system: "hubspot", match: ["domain", "name"] },
      { known: withFacts(noFacts, known.facts), today: day("2026-11-21") },
    );
    expect(with_.rows.map(({ matched }) => matched)).toEqual(["domain", "name", null, null]);
    const ids = with_.facts.flatMap((fact) => (fact.kind === "account" ? [fact.externalIds] : []));
    expect(ids).toEqual([
      { salesforce: "S1", hubspot: "H1" },
      { salesforce: "S2", hubspot: "H2" },
      { hubspot: "H3" },
      { hubspot: "H4" },
    ]);
    expect(stops(with_)).toEqual([]);
  });
});
