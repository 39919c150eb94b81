import { readFileSync } from "node:fs";
import type { ContractLine } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import type { ImportMapping } from "./mapping.ts";
import type { CheckedImport } from "./report.ts";
import { check, linesOf, refusals } from "./testing.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const read = (names: string[], mapping?: ImportMapping) =>
  check(Object.fromEntries(names.map((name) => [name, fixture(name)])), mapping);

const per = ({ price }: ContractLine) =>
  price.of === "total"
    ? `${price.net} in all`
    : `${price.of === "unit" ? "x " : ""}${price.net}/${price.per.count} ${price.per.unit}`;

/** Each line as one row: key, account, product, quantity and price, currency, term. */
function told(result: CheckedImport): string[] {
  const keys = new Map(
    result.facts.flatMap((fact) =>
      fact.kind === "account" ? [[fact.accountId, Object.values(fact.externalIds)[0]]] : [],
    ),
  );
  return linesOf(result).map((line) =>
    [
      line.source.key.split("|").slice(-3).join("|"),
      keys.get(line.accountId),
      line.product,
      `${line.quantity} ${per(line)}`,
      line.currency,
      `${line.startsOn}..${line.endsOn ?? ""}`,
    ].join(", "),
  );
}

const attributes = (result: CheckedImport, name: string) =>
  result.facts.flatMap((fact) => (fact.kind === "attribute" && fact.attribute === name ? [fact.value] : []));

const formats = (result: CheckedImport) =>
  result.report.files.map(({ kind, encoding, delimiter }) => `${kind} ${encoding} ${delimiter}`);

describe("exports as they come", () => {
  it("from a German spreadsheet: semicolons, decimal commas, dates with dots, Windows-1252", () => {
    const result = read(["german.csv", "windows-1252-accounts.csv"]);
    expect(formats(result)).toEqual(["contract_lines utf-8 ;", "accounts windows-1252 ;"]);
    expect(told(result)).toEqual([
      "V-1001, 0042, Plattform, 10 x 1234.5/1 year, EUR, 2024-04-01..2025-03-31",
      "V-1002, 0042, Plattform, 12 x 1300/1 year, EUR, 2025-04-01..",
      "V-1003, 0043, Modul Berichte, 1 x 89.9/1 month, EUR, 2025-02-15..2026-02-14",
    ]);
    expect(refusals(result)).toEqual(["5 E_DATE_FORMAT"]);
    expect(attributes(result, "name")).toEqual([
      "Müller & Söhne GmbH",
      'Käse "Alm" KG',
      "Straße AG – Holding",
    ]);
    expect(attributes(result, "region")).toEqual(["Österreich", "Schweiz", "Deutschland"]);
  });

  it("in one file of everything: UTF-16 with a mark, semicolons, CR LF, decimal commas, day first, quoted lines (UX-42)", () => {
    const text = [
      "line_id;account;product;quantity;unit price;billing;currency;start;end;notes",
      'L1;Acme;Core;2;1.234,56;annual;EUR;03/04/2026;31/12/2026;"first\r\nsecond; third"',
      "L2;Acme;Add-on;1;99,00;annual;EUR;04/05/2026;;",
      "",
    ].join("\r\n");
    const result = check({ "all.csv": Buffer.from(`\ufeff${text}`, "utf16le") });
    expect(formats(result)).toEqual(["contract_lines utf-16le ;"]);
    expect(result.report.files[0]?.columns.map(({ format, decimal }) => format ?? decimal ?? null)).toEqual([
      null,
      null,
      null,
      ",",
      ",",
      null,
      null,
      "dmy",
      "dmy",
      null,
    ]);
    expect(told(result)).toEqual([
      "L1, Acme, Core, 2 x 1234.56/1 year, EUR, 2026-04-03..2026-12-31",
      "L2, Acme, Add-on, 1 x 99/1 year, EUR, 2026-05-04..",
    ]);
  });

  it("as Unicode text from Excel: UTF-16, tabs", () => {
    const result = read(["utf-16-accounts.txt"]);
    expect(formats(result)).toEqual(["accounts utf-16le \t"]);
    expect(attributes(result, "name")).toEqual(["Łódź Systems", "東京商事"]);
    expect(attributes(result, "csm")).toEqual(["Zoë"]);
  });

  it("like Stripe's: a period end is no contract end, a cancellation to come is a notice, trials are no contracts", () => {
    const result = read(["stripe-subscriptions.csv"]);
    expect(told(result)).toEqual([
      "sub_1A, cus_01, growth-monthly, 1 x 499/1 month, USD, 2024-02-10..",
      "sub_1B, cus_02, growth-monthly, 1 x 499/1 month, USD, 2024-03-01..2025-03-01",
      "sub_1C, cus_03, scale-yearly, 1 x 12000/1 year, GBP, 2025-01-15..",
      "sub_1E, cus_02, growth-quarterly, 1 x 1350/3 month, USD, 2025-06-01..",
    ]);
    expect(linesOf(result).map(({ noticeOn }) => noticeOn)).toEqual([null, "2025-02-11", "2026-06-30", null]);
    expect(refusals(result)).toEqual(["5 E_NOT_CONTRACT", "7 E_NOT_CONTRACT"]);
  });

  it("like Salesforce's: managed-package headers, parents, net beside list, renewals, a termination, an unknown account", () => {
    const result = read(["salesforce-accounts.csv", "salesforce-subscriptions.csv"]);
    expect(told(result)).toEqual([
      "a0Q1, 0015g00000AAA, Platform, 100 x 540/1 year, USD, 2024-01-01..2024-12-31",
      "a0Q2, 0015g00000AAA, Platform, 120 x 540/1 year, USD, 2025-01-01..2025-12-31",
      "a0Q3, 0015g00000AAB, Platform, 20 x 600/1 year, CAD, 2024-07-01..2025-02-28",
      "a0Q4, 0015g00000AAC, Platform, 35 x 510/1 year, EUR, 2025-03-01..2026-02-28",
      "a0Q5, 0015g00000AAC, Implementation, 1 x 5000/1 year, EUR, 2025-03-01..",
    ]);
    const lines = linesOf(result);
    expect(lines[1]?.renews).toBe(lines[0]?.lineId);
    expect(lines[4]?.lineKind).toBe("one_time");
    expect(lines[0]?.price).toMatchObject({ list: "600" });
    expect(attributes(result, "ae")).toEqual(["Jo Reed", "Jo Reed", "Kim Vale"]);
    expect(refusals(result)).toEqual(["7 E_REF_NOT_FOUND"]);
  });

  it("like HubSpot's: accounts by name, terms in months, month first because one date says so", () => {
    expect(told(read(["hubspot-line-items.csv"]))).toEqual([
      "9001, Fabrikam, Starter, 5 x 20/1 month, USD, 2025-02-28..2026-02-27",
      "9002, Woodgrove Bank, Professional, 40 x 1080/1 year, USD, 2025-03-04..2027-03-03",
      "9003, Lucerne, Professional, 10 x 1080.5/1 year, USD, 2025-06-05..2026-06-04",
      "9004, Lucerne, Onboarding, 1 x 2500/1 year, USD, 2025-06-05..",
    ]);
  });

  it("like Chargebee's: table names in headers, an interval in two columns, days as written in their zone", () => {
    const result = read(["chargebee-subscriptions.csv"], {
      values: { status: { paused: "not_a_contract" } },
    });
    expect(told(result)).toEqual([
      "cb-1, AC-1, pro, 8 x 45/1 month, EUR, 2024-05-06..",
      "cb-2, AC-2, team, 3 x 1200/1 year, EUR, 2025-01-31..2027-01-30",
      "cb-3, AC-3, team, 1 x 300/3 month, EUR, 2024-02-01..2025-04-30",
    ]);
    expect(refusals(result)).toEqual(["5 E_NOT_CONTRACT"]);
  });

  it("made by hand: a title, blanks around names, dollar signs, dates in words, a credit, a price to come", () => {
    const result = read(["spreadsheet.csv"]);
    expect(told(result)).toEqual([
      "Gold|2024-01-05|recurring, Alpha Co, Gold, 10 12000/1 year, USD, 2024-01-05..2025-01-04",
      "Gold|2025-01-05|recurring, Alpha Co, Gold, 12 14400/1 year, USD, 2025-01-05..",
      "Silver|2024-03-05|recurring, Béta SA, Silver, 1 3600/1 year, USD, 2024-03-05..",
    ]);
    expect(refusals(result)).toEqual(["9 E_NEGATIVE_ARR", "10 E_REQUIRED"]);
  });
});
