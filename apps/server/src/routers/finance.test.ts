import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const csv = `from,to,currency,revenue,ebitda,customersWon,salesAndMarketingCost
2025-01-01,2025-12-31,USD,10000000,900000,,
2026-01-01,2026-12-31,USD,12800000.00,1792000,80,4000000
`;

eachEngine((on) => {
  describe("what Finance enters", () => {
    let store: Opened;
    let [finance, csm]: Opened["api"][] = [];
    const year = async (from: string) =>
      (await finance!.finance.periods()).periods.find((period) => period.from === from);
    const figure = async (id: string, from = "2026-01-01") =>
      (await year(from))?.figures.find((one) => one.id === id);

    beforeAll(async () => {
      store = await opened(await on.open(), { clock: { now: () => instant("2027-01-15T08:00:00Z") } });
      finance = store.apiAs(await someoneAs(store.termwise, "finance"));
      csm = store.apiAs(await someoneAs(store.termwise, "csm"));
    });

    it("comes from a file that is looked at first, and is told as figures with their versions", async () => {
      const { rows, faults } = await finance!.finance.checkFile({ csv });
      expect([rows.length, faults]).toEqual([2, []]);
      expect(await finance!.finance.periods()).toMatchObject({ periods: [] });
      await finance!.finance.set({ periods: rows });
      expect(await figure("rule-of-40")).toMatchObject({ value: "42.0", healthy: true, version: 1 });
      expect(await figure("cac")).toMatchObject({ value: "5000000", unit: "money" });
      expect(await figure("burn-rate")).toMatchObject({
        value: null,
        reason: expect.stringMatching(/not entered/),
      });
      expect(await year("2025-01-01")).toMatchObject({ revenue: "1000000000", byName: "A former member" });
    });

    it("takes the place of what was entered for the same days, and can be taken back", async () => {
      const [row] = (await finance!.finance.checkFile({ csv })).rows.slice(1);
      await finance!.finance.set({ periods: [{ ...row, revenue: "11000000" }] });
      expect((await finance!.finance.periods()).periods).toHaveLength(2);
      expect(await figure("revenue-growth")).toMatchObject({ value: "0.100000" });
      await finance!.finance.remove({ entryId: (await year("2025-01-01"))!.entryId });
      expect((await figure("revenue-growth"))?.reason).toMatch(/^Nothing is entered for 2025-01-01/);
    });

    it("is refused whole, by row and column, when anything in it cannot be read", async () => {
      const bad = `from,to,currency,revenue\n2024-01-01,2024-12-31,USD,5000000\n2023-01-01,2023-12-31,USD,"5,000,000"\n2024-01-01,2024-12-31,USD,1\n`;
      const { rows, faults } = await finance!.finance.checkFile({ csv: bad });
      expect(faults.map(({ row, column }) => [row, column])).toEqual([
        [3, "revenue"],
        [4, "from"],
      ]);
      expect(await told(finance!.finance.set({ periods: rows }))).toMatch(
        /^PRECONDITION_FAILED Row 2, revenue: "5,000,000" is not an amount/,
      );
      expect((await finance!.finance.periods()).periods).toHaveLength(1);
      const { faults: strange } = await finance!.finance.checkFile({ csv: "from,to,currency,profit\n" });
      expect(strange[0]).toMatchObject({ row: 1, column: "profit" });
    });

    it("takes files parted by semicolons or tabs, with heads in any case, and tells which rows replace a period", async () => {
      for (const part of [";", "\t"]) {
        const file = [
          [" From ", "TO", "Currency", "revenue"],
          ["2026-01-01", "2026-12-31", "USD", "12800000"],
          ["2026-10-01", "2026-12-31", "USD", "3400000.50"],
        ];
        const read = await finance!.finance.checkFile({
          csv: file.map((row) => row.join(part)).join("\r\n"),
        });
        expect(read).toMatchObject({ faults: [], replaces: [2] });
        expect(read.rows[1]).toMatchObject({ from: "2026-10-01", revenue: "3400000.50" });
      }
      const { faults } = await finance!.finance.checkFile({ csv: "from,to,currency,Revenue,revenue\n" });
      expect(faults[0]).toMatchObject({ column: "revenue", fault: expect.stringMatching(/twice/) });
    });

    it("is over, and shares no more than all days of one with another: the row and the other are named", async () => {
      const across = `from,to,currency\n2026-07-01,2027-06-30,USD\n2025-07-01,2026-06-30,USD\n2020-01-01,2020-12-31,USD\n2020-07-01,2021-06-30,USD\n`;
      const { faults } = await finance!.finance.checkFile({ csv: across });
      expect(faults.map(({ row, column, fault }) => [row, column, fault.slice(0, 47)])).toEqual([
        [2, "to", "2027-06-30 is still to come. Enter a period whe"],
        [3, "from", "It shares days with 2026-01-01 to 2026-12-31 wi"],
        [5, "from", "It shares days with row 4, 2020-01-01 to 2020-1"],
      ]);
      const typed = { from: "2025-07-01", to: "2026-06-30", currency: "USD" };
      expect(await told(finance!.finance.set({ periods: [typed] }))).toMatch(
        /^PRECONDITION_FAILED Row 1, from: It shares days with 2026-01-01/,
      );
      expect((await finance!.finance.periods()).periods).toHaveLength(1);
    });

    it("is Finance's and leadership's, and no CSM's", async () => {
      expect(await told(csm!.finance.periods())).toMatch(/^FORBIDDEN/);
      expect(await told(csm!.finance.set({ periods: [{ from: "2026-01-01" }] }))).toMatch(/^FORBIDDEN/);
    });
  });
});
