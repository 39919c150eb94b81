import { describe, expect, it } from "vitest";
import { readTable } from "./read-table.ts";

const read = (text: string) => {
  const table = readTable(text, false, {});
  if ("code" in table) throw new Error(table.reason);
  return table;
};

describe("header and rows", () => {
  it("come after lines that are clearly a title", () => {
    const table = read(
      "Contracts 2025,,,\n\nas of today,,,\nCustomer,Plan,ARR,Start date\nA,Gold,1,2024-01-01\n",
    );
    expect(table.headers).toEqual(["Customer", "Plan", "ARR", "Start date"]);
    expect(table.headerLine).toBe(4);
    expect(table.rows.map(({ line }) => line)).toEqual([5]);
  });

  it("keep rows with too many or too few cells, with the reason", () => {
    const { rows } = read("id,name,segment\n1,A\n2,B,x,y\n3,C,z\n4,D,w,,\n");
    expect(rows.map(({ problem }) => problem?.code ?? null)).toEqual([
      "E_RAGGED_ROW",
      "E_RAGGED_ROW",
      null,
      null,
    ]);
  });

  it("end above the footer of a report, but not above a row cut short", () => {
    const rows = "Owner,Account,Stage\nJo,Acme,Won\n";
    const footer =
      '"Grand Totals (2 records)"\n"Confidential Information - Do Not Distribute"\n"Copyright © 2026"\n';
    const report = read(`${rows}\n${footer}`);
    expect(report.rows.map(({ line }) => line)).toEqual([2]);
    expect(report.footer.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(read(`${rows}Grand Totals,,\n,,\nCopyright © 2026,,\n`).rows).toHaveLength(1);
    expect(read(`${rows}\nDrawn up by the sales office\n`).rows).toHaveLength(1);
    expect(read(`${rows}Jo Reed of the sales off`).rows.at(-1)?.problem?.code).toBe("E_RAGGED_ROW");
    expect(read(`${rows}\nA1\n`).rows.at(-1)?.problem?.code).toBe("E_RAGGED_ROW");
    expect(read(`${rows}\nThe Acme Company,,\n`).rows).toHaveLength(2);
    expect(read(`${rows}Total Energy,,\n`).footer).toHaveLength(0);
  });

  it("pass over rows in which nothing stands", () => {
    expect(read("id,name\n,\n1,A\n , \n").rows.map(({ line }) => line)).toEqual([3]);
  });

  it("refuse a row with a NUL character, in a form that can be stored", () => {
    const { rows } = read("id,name\n1,A\0B\n");
    expect(rows[0]?.problem?.code).toBe("E_ENCODING");
    expect(rows[0]?.cells).toEqual(["1", "A\u2400B"]);
  });

  it("need a file that is not empty and a header of sane width", () => {
    expect(readTable("", false, {})).toMatchObject({ code: "E_HEADER" });
    expect(readTable("\n\n", false, {})).toMatchObject({ code: "E_HEADER" });
    const wide = Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(",");
    expect(readTable(`${wide}\n`, false, {})).toMatchObject({ code: "E_TOO_LARGE" });
  });

  it("are a header alone when the file has no rows", () => {
    expect(read("id,name\n")).toMatchObject({ headers: ["id", "name"], rows: [] });
  });
});
