import { readFileSync } from "node:fs";
import { factsKnownAt, noFacts } from "@termwise/core/facts";
import { day } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { exportFacts } from "./export-facts.ts";
import { check, csv, withFacts } from "./testing.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

function someFacts() {
  const first = check(
    {
      "a.csv": fixture("salesforce-accounts.csv"),
      "l.csv": fixture("salesforce-subscriptions.csv"),
      "more.csv": csv(
        "line_id,account_id,product,quantity,list price,discount amount,billing,currency,start,end,tcv,notice on,auto renew,payment",
        "M1,0015g00000AAC,=Odd 'name',3,29.125,7.5,monthly,EUR,2025-01-01,2025-12-31,1000,2025-10-01,no,paid",
      ),
      "total.csv": csv(
        "line_id,account_id,product,tcv,currency,start,end",
        "T1,0015g00000AAC,Deal,2400,EUR,2025-01-01,2026-12-31",
      ),
      "fx.csv": csv("date,base,quote,rate", "2025-01-01,EUR,USD,1.041", "2025-02-01,CAD,USD,0.69"),
    },
    { system: "crm" },
  );
  expect(first.report.stopped).toEqual([]);
  const known = withFacts(noFacts, first.facts);
  const moved = check(
    { "a.csv": csv("account_id,name,segment", "0015g00000AAC,Contoso,Enterprise") },
    { system: "crm", effectiveOn: day("2025-06-01") },
    { known },
  );
  return withFacts(known, moved.facts);
}

const files = (known: ReturnType<typeof someFacts>) => {
  const { accounts, contractLines, fxRates } = exportFacts(known);
  return { "accounts.csv": accounts, "contract-lines.csv": contractLines, "fx-rates.csv": fxRates };
};

const withoutPlace = (known: ReturnType<typeof someFacts>) =>
  JSON.parse(
    JSON.stringify(factsKnownAt(known, null), (name, value) =>
      name === "file" || name === "line" || name === "recordedAt" ? undefined : value,
    ),
  );

it("imports its own export as nothing new", () => {
  const known = someFacts();
  const again = check(files(known), {}, { known });
  expect(again.report.stopped).toEqual([]);
  expect(again.report.refusals).toEqual([]);
  expect(again.facts).toEqual([]);
});

it("imports its own export elsewhere as the same facts under the same ids", () => {
  const known = someFacts();
  const elsewhere = withFacts(noFacts, check(files(known)).facts);
  expect(withoutPlace(elsewhere)).toEqual(withoutPlace(known));
});
