import { day, instant } from "@termwise/core/kernel";
import { goldenCompany } from "@termwise/demo";
import { describe, expect, it } from "vitest";
import { inThread } from "./assess-apart.ts";
import { assessImport } from "./assess-import.ts";
import { sliceSize } from "./fact-slices.ts";

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const known = { facts: goldenCompany().facts, currency: null, timeZone: "UTC" };
const moment = { today: day("2026-11-21"), recordedAt: instant("2026-11-21T09:00:00Z") };

describe("an import assessed in a thread of its own", () => {
  it("is told exactly as one assessed here, over several slices", async () => {
    const count = sliceSize + 7;
    const accounts = Array.from({ length: count }, (_, n) => `A${n},Account ${n}`).join("\n");
    const lines = Array.from(
      { length: count },
      (_, n) => `L${n},A${n},Core,2,${n % 9 ? "100" : "none"},month`,
    );
    const request = {
      files: [
        file("accounts.csv", `account_id,name\n${accounts}\n`),
        file(
          "lines.csv",
          "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,currency\n" +
            lines.map((line) => `${line},2025-01-01,USD\n`).join(""),
        ),
      ],
      ...moment,
    };
    const here = assessImport(request, known);
    expect(here.report.counts.refused).toBeGreaterThan(100);
    expect(here.facts.lines.length).toBeGreaterThan(1_000);
    expect(await inThread(request, known)).toEqual(here);
  });

  it("fails as it would here, and leaves the process standing", async () => {
    const broken = { files: [{ name: "a.csv", bytes: null as never }], ...moment };
    await expect(inThread(broken, known)).rejects.toThrow();
  });
});
