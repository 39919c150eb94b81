import { describe, expect, it } from "vitest";
import { sheetOf } from "./table-sheet.ts";

describe("sheetOf", () => {
  it("takes the value a cell names, reads the others as they are printed, and keeps head and footer", () => {
    document.body.innerHTML = `<table>
      <thead><tr><th data-key="step">Step</th><th>ARR, opening</th><th colspan="2">Of opening</th></tr></thead>
      <tbody><tr><th><a>Churn</a><small>9 accounts</small></th><td data-cell='{"money":"-5.00","currency":"EUR"}'>\u2212\u20ac5</td><td>\u22121.1\u00a0pp</td><td>\u2014</td></tr></tbody>
      <tfoot><tr><th>All</th><td>12</td><td></td><td></td></tr></tfoot></table>`;
    const table = document.querySelector("table");
    if (!table) throw new Error("there is a table");
    const { keys, titles, rows } = sheetOf(table, "USD");
    expect(keys).toEqual(["step", "arr_opening", "of_opening", "column_4"]);
    expect(titles).toEqual(["Step", "ARR, opening", "Of opening", ""]);
    expect(rows).toEqual([
      [
        "Churn 9 accounts",
        { money: "-5.00", currency: "EUR", shown: "\u2212\u20ac5" },
        { points: "-1.1", shown: "\u22121.1 pp" },
        null,
      ],
      ["All", { number: "12", shown: "12" }, null, null],
    ]);
  });
  it("leaves out columns that say again what others hold, and takes a value from within a cell", () => {
    document.body.innerHTML = `<table>
      <thead><tr><th data-key="part">Part</th><th class="num no-export">Rate</th><th data-key="rate_before">Rate, prior year</th></tr></thead>
      <tbody><tr><th>SMB</th><td>27.7 to 29.8</td><td data-cell='{"share":"0.27712"}'>27.7 %</td></tr></tbody>
      <tfoot><tr><th>Change</th><td>27.7</td><td><span data-cell='{"share":"0.30001"}'>30.0 %</span></td></tr></tfoot></table>`;
    const table = document.querySelector("table");
    if (!table) throw new Error("there is a table");
    const { keys, rows } = sheetOf(table, "USD");
    expect(keys).toEqual(["part", "rate_before"]);
    expect(rows).toEqual([
      ["SMB", { share: "0.27712", shown: "27.7 %" }],
      ["Change", { share: "0.30001", shown: "30.0 %" }],
    ]);
  });
});
