import type { Place } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { endLeftovers, exportsIn, startServer, termwise } from "../processes/testing.ts";

const agreed = ["technical_completion", "adoption_trigger", "success_milestone", "sponsor_confirmation"];

const exported = {
  "accounts.csv":
    "account_id,name,segment\nA1,Alder & Sons,Growth\nA2,Birch,Growth\nB2,birch,Growth\nB3,Birchwood,Growth\n",
  "lines.csv":
    "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,signed_on,currency\n" +
    "L1,A1,Platform,10,100,month,2025-01-06,2025-12-31,2025-01-03,USD\n",
  "evidence.csv": [
    "account_id,what,criterion,at,observed,by",
    ...agreed.map((one) => `A1,criterion,${one},2025-01-08T10:00:00Z,As agreed for ${one}.,Ana`),
    "A1,kickoff,,2025-01-10T09:00:00Z,Held.,Ana",
    "A1,evidence,technical_completion,2025-02-03T09:00:00Z,Interface ran for a week,Ana",
    "",
  ].join("\n"),
};

describe("termwise lifecycle", () => {
  const on = testEngine("embedded");
  let place: Place;
  endLeftovers();
  beforeAll(async () => {
    place = await on.migratedPlace();
    await startServer(place, ["--no-demo"]);
    expect(await termwise(place, "import", ...exportsIn(place, exported))).toMatchObject({ code: 0 });
  });
  const told = (...args: string[]) => termwise(place, "lifecycle", ...args);

  it("tells the stage, since when, the motions and what is missing", async () => {
    const { code, out } = await told("alder & sons", "--as-of", "2025-10-01");
    expect(code).toBe(0);
    expect(out).toContain("Alder & Sons on 2025-10-01: Renewal since 2025-09-02, 29 days");
    expect(out).toContain("Earned stage: Won since 2025-01-03");
    expect(out).toContain("Renewal of the term that ends on 2025-12-31, in 91 days");
    expect(out).toContain("Owner: nobody");
    expect(out).toContain("Missing for Onboarded, 4 of 5 clauses:");
    expect(out).toMatch(/Adoption trigger +nothing on record +Agreed: As agreed for adoption_trigger\./);
    expect(out).not.toContain("Gate to");
  });

  it("S-01 explains with every gate, its clauses and evidence, and the rules in force that day", async () => {
    const { out } = await told("A1", "--as-of", "2025-03-01", "--explain");
    expect(out).toContain("Alder & Sons on 2025-03-01: Won since 2025-01-03, 57 days");
    expect(out).toContain("Gate to Onboarded: shut");
    expect(out).toContain("Technical completion: met. Interface ran for a week.");
    expect(out).toMatch(/- Interface ran for a week \(.*2025-02-03\)/);
    expect(out).toContain("Rules in force on 2025-03-01, segment Growth");
    expect(out).toContain("Criteria agreed before the kickoff of 2025-01-10: 4 of 4");
    expect(out).toContain("any use of the product, weekly; 80 % of seats");
    expect(out).toMatch(/2025-01-03 +- +Won +earned +Closed as won/);
    expect(out).toContain("2025-01-10  kickoff: not said");
  });

  it("tells a day before anything was won, and the same as JSON and as CSV", async () => {
    const before = await told("A1", "--as-of", "2025-01-02");
    expect(before.out).toContain("Alder & Sons on 2025-01-02: nothing is won");
    const json = await told("A1", "--as-of", "2025-03-01", "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      name: "Alder & Sons",
      column: "won",
      rules: { adoption: { seatShare: 80 } },
    });
    const csv = await told("A1", "--as-of", "2025-03-01", "--csv");
    expect(csv.out).toMatch(/"won","won","onboarded","technical_completion","met"/);
  });

  it("finds an account by its id, by words only one has, and refuses to guess among several", async () => {
    const byWord = await told("wood", "--json");
    const { accountId, name } = JSON.parse(byWord.out) as { accountId: string; name: string };
    expect(name).toBe("Birchwood");
    expect(JSON.parse((await told(accountId, "--json")).out)).toMatchObject({ name });
    const several = await told("Birch");
    expect([several.code, several.out]).toEqual([3, ""]);
    expect(several.err).toMatch(/may be 2 accounts: .*; .*\. Give the id/);
    expect(several.err).toMatch(/\(acc_\w+, A2\)/);
    expect(several.err).toMatch(/\(acc_\w+, B2\)/);
    expect(several.err).not.toContain("Birchwood");
  });

  it("says what to do instead about an account or a day there is not", async () => {
    const nobody = await told("Nobody");
    expect([nobody.code, nobody.err]).toEqual([3, expect.stringContaining("Give its id")]);
    const noDay = await told("A1", "--as-of", "yesterday");
    expect([noDay.code, noDay.err]).toEqual([3, expect.stringContaining("such as 2026-09-30")]);
    const future = await told("A1", "--as-of", "2999-01-01");
    expect([future.code, future.err]).toEqual([3, expect.stringContaining("still to come")]);
  });
});
