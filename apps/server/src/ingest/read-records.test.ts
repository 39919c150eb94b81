import { describe, expect, it } from "vitest";
import { type RawRecord, readRecords } from "./read-records.ts";

const read = (text: string, delimiter = ",") => {
  const records = readRecords(text, delimiter, 1);
  if (!Array.isArray(records)) throw new Error(records.reason);
  return records.map(({ line, cells, problem }: RawRecord) =>
    problem ? `${line} ${problem.code}` : `${line} ${cells.join("|")}`,
  );
};

describe("records and the lines they begin on", () => {
  it("are counted as a text editor counts them, whatever ends a line", () => {
    expect(read('a,b\r\n1,"x\ny"\r\n\r\n  \r\n2,3\r4,5\n')).toEqual(["1 a|b", "2 1|x\ny", "6 2|3", "7 4|5"]);
  });

  it("lose only the line on which a quotation mark is opened and not closed", () => {
    expect(read('a,b\n1,"x\n2,y\n3,z\n')).toEqual(["1 a|b", "2 E_QUOTE", "3 2|y", "4 3|z"]);
    expect(read('a,b\n1,"x\n2,"y"\n3,z\n')).toEqual(["1 a|b", "2 E_QUOTE", "3 2|y", "4 3|z"]);
  });

  it("keep a quotation mark that stands inside a cell as it is", () => {
    expect(read('a,b\n1,5" pipe\n2,y\n')).toEqual(["1 a|b", '2 1|5" pipe', "3 2|y"]);
  });

  it("take spaces around quoted cells off, and doubled quotes for one", () => {
    expect(read('a, "b ""c""" ,d\n')).toEqual(['1 a|b "c"|d']);
  });

  it("keep the empty cells of a tab file", () => {
    expect(read("a\tb\tc\n\t\tx\n1\t\t\n", "\t")).toEqual(["1 a|b|c", "2 ||x", "3 1||"]);
  });

  it("end with the file when a record is beyond all measure", () => {
    expect(readRecords(`a,b\n"${"x".repeat(1_100_000)}",2\n`, ",", 1)).toMatchObject({ code: "E_TOO_LARGE" });
  });

  it("lose only that line even when megabytes follow a quotation mark never closed", () => {
    const rest = Array.from({ length: 150_000 }, (_, i) => `${i},some text`);
    const records = read(`a,b\n1,"x\n${rest.join("\n")}\n`);
    expect(records).toHaveLength(150_002);
    expect(records.slice(0, 3)).toEqual(["1 a|b", "2 E_QUOTE", "3 0|some text"]);
  });

  it("give up on a file full of bad quotes instead of reading it for ever", () => {
    expect(readRecords(`a,b\n${'"x,1\n'.repeat(500)}`, ",", 1)).toMatchObject({ code: "E_QUOTE" });
  });
});
