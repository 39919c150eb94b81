import { describe, expect, expectTypeOf, it } from "vitest";
import type { AccountId, LineId } from "../kernel/index.ts";
import { ContractLine } from "./contract-line.ts";

const written = {
  kind: "line",
  lineId: "line_1",
  accountId: "acc_A",
  product: "Platform",
  productKind: "core",
  lineKind: "recurring",
  region: null,
  quantity: "5",
  price: { of: "unit", net: "150", list: "180", per: { unit: "month", count: 1 } },
  currency: "USD",
  billing: { unit: "month", count: 3 },
  startsOn: "2025-01-01",
  endsOn: "2025-12-31",
  signedOn: "2024-12-10",
  noticeOn: null,
  autoRenew: true,
  renews: null,
  totalContractValue: "9000",
  payment: "paid",
  sourcedBy: null,
  withdrawn: false,
  effectiveOn: "2025-01-01",
  recordedAt: "2025-01-02T08:00:00+01:00",
  source: { system: "crm", key: "A-1", file: "lines.csv", line: 2 },
};
const refusals = (change: object) =>
  (ContractLine.safeParse({ ...written, ...change }).error?.issues ?? []).map((issue) =>
    issue.path.join("."),
  );

describe("a contract line", () => {
  it("is read as written, its moment of recording in UTC", () => {
    expect(ContractLine.parse(written)).toEqual({ ...written, recordedAt: "2025-01-02T07:00:00.000Z" });
  });
  it("may start and end on one day, be open ended, or come from nobody known", () => {
    expect(refusals({ endsOn: "2025-01-01" })).toEqual([]);
    expect(refusals({ endsOn: null, sourcedBy: null })).toEqual([]);
  });
  it("may have its price in total, when it says over which days", () => {
    const total = { of: "total", net: "9000", list: null };
    expect(refusals({ price: total })).toEqual([]);
    expect(refusals({ price: total, endsOn: null })).toEqual(["endsOn"]);
  });
  it.each([
    ["an end before its start", { endsOn: "2024-12-31" }, "endsOn"],
    ["a start on no calendar day", { startsOn: "2025-02-29" }, "startsOn"],
    ["a negative price", { price: { ...written.price, net: "-1" } }, "price.net"],
    ["a price as a float", { price: { ...written.price, net: 150.5 } }, "price.net"],
    ["a price with an exponent", { price: { ...written.price, net: "1e3" } }, "price.net"],
    ["a negative quantity", { quantity: "-5" }, "quantity"],
    ["an interval of no months", { billing: { unit: "month", count: 0 } }, "billing.count"],
    ["an interval of a fortnight", { billing: { unit: "fortnight", count: 1 } }, "billing.unit"],
    ["a unit price in total", { price: { ...written.price, of: "total" } }, "price"],
    ["an unknown product kind", { productKind: "gadget" }, "productKind"],
    ["a currency nobody issues", { currency: "XXQ" }, "currency"],
    ["a line id for its account", { accountId: "line_1" }, "accountId"],
    ["a moment without a zone", { recordedAt: "2025-01-02T08:00:00" }, "recordedAt"],
    ["no product", { product: "" }, "product"],
    ["no source system", { source: { system: "", key: "A-1" } }, "source.system"],
    ["row 0 of a file", { source: { ...written.source, line: 0 } }, "source.line"],
    ["a key nobody knows", { discount: "10" }, ""],
  ])("is refused with %s, and the refusal names where", (_, change, path) => {
    expect(refusals(change)).toEqual([path]);
  });
  it("is refused when anything is left out", () => {
    for (const key of Object.keys(written)) {
      const rest = Object.fromEntries(Object.entries(written).filter(([name]) => name !== key));
      expect(ContractLine.safeParse(rest).success, key).toBe(false);
    }
  });
  it("names accounts and lines by ids that do not mix, by type", () => {
    expectTypeOf<ContractLine["accountId"]>().toEqualTypeOf<AccountId>();
    expectTypeOf<ContractLine["renews"]>().toEqualTypeOf<LineId | null>();
    expectTypeOf<ContractLine["accountId"]>().not.toExtend<ContractLine["lineId"]>();
  });
});
