import { expect, it } from "vitest";
import { table } from "./table.ts";

it("columns are as wide as their widest cell, numbers to the right", () => {
  const rows = [
    ["Bolt", "1,200.00"],
    ["Northwind", "5.00"],
  ];
  expect(table([{ title: "Account" }, { title: "ARR", right: true }], rows)).toBe(
    ["Account         ARR", "Bolt       1,200.00", "Northwind      5.00"].join("\n"),
  );
});

it("a company's movements of many years are a table too", () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => [`${n}`]);
  expect(table([{ title: "Day" }], rows).split("\n")).toHaveLength(200_001);
});
