import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, csv, withFacts } from "./testing.ts";

const first = check({
  "accounts.csv": csv("Account ID,Account Name,Segment", "C1,Alder,SMB", 'C2,"=HYPERLINK(""x"")",Mid'),
});
const known = withFacts(noFacts, first.facts);
const [alder = "", link = ""] = first.facts.flatMap((fact) =>
  fact.kind === "account" ? fact.accountId : [],
);

describe("accounts called by our own ids, as in our own exports", () => {
  it("are the accounts themselves: nothing is new, and nothing changes", () => {
    const rows = [`${alder},Alder,customer,12.50,SMB`, `${link},"'=HYPERLINK(""x"")",churned,0.00,Mid`];
    const file = csv("account_id,name,arr_status,arr,segment", ...rows);
    const { report, facts } = check({ "export.csv": file }, {}, { known });
    expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(facts).toEqual([]);
  });
  it("keep the ids of their systems when something of them changes", () => {
    const { report, facts } = check(
      { "export.csv": csv("account_id,name,segment", `${alder},Alder,Mid`) },
      {},
      { known },
    );
    expect(report.counts).toMatchObject({ new: 0, changed: 1 });
    expect(facts).toMatchObject([
      { kind: "attribute", accountId: alder, attribute: "segment", value: "Mid" },
    ]);
  });
});
