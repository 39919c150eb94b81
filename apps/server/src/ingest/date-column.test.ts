import { describe, expect, it } from "vitest";
import { dateEvidence, pairOrder, readDay, readingOf, statedReading } from "./date-column.ts";

const reading = (cells: string[]) => {
  const evidence = dateEvidence(cells);
  const order = pairOrder(evidence);
  return readingOf(evidence, order === "either" ? null : order);
};
const days = (...cells: string[]) =>
  cells.map((cell) => {
    const read = readDay(cell, reading(cells), "first");
    return "day" in read ? read.day : null;
  });

describe("dates that say themselves what they are", () => {
  it("are read in any column", () => {
    expect(
      days(
        "2024-01-05",
        "2024/1/5",
        "20240105",
        "5 Jan 2024",
        "Jan 5, 2024",
        "5-Jan-24",
        "Friday, 5 January 2024",
        "5. Januar 2024",
        "5 févr. 2024",
      ),
    ).toEqual([...Array(8).fill("2024-01-05"), "2024-02-05"]);
  });

  it("are no dates with a time that no clock shows", () => {
    expect(days("2024-01-05T99:00", "2024-01-05 10:75", "2024-01-05T10:15")).toEqual([
      null,
      null,
      "2024-01-05",
    ]);
  });

  it("are the calendar day as written, whatever time and zone stand behind it", () => {
    expect(
      days(
        "2024-01-05T23:59:59Z",
        "2024-01-05 00:00:00.000",
        "2024-01-05T23:30:00-08:00",
        "2024-01-05 11:15 PM",
        "2024-01-05T01:00:00+0200",
      ),
    ).toEqual(Array(5).fill("2024-01-05"));
  });

  it("must exist", () => {
    expect(days("2027-02-29", "2024-02-29", "2024-13-01", "2024-00-10", "1899-12-31")).toEqual([
      null,
      "2024-02-29",
      null,
      null,
      null,
    ]);
  });

  it("may be a whole month: its first day, or its last for an end", () => {
    expect(readDay("2024-02", statedReading("iso", dateEvidence([])), "first")).toEqual({
      day: "2024-02-01",
    });
    expect(readDay("2024-02", statedReading("iso", dateEvidence([])), "last")).toEqual({ day: "2024-02-29" });
  });
});

describe("dates of two numbers and a year", () => {
  it("are day first or month first by the cells that read only one way", () => {
    expect(days("03/04/2024", "31/12/2024")).toEqual(["2024-04-03", "2024-12-31"]);
    expect(days("03/04/2024", "12/31/2024")).toEqual(["2024-03-04", "2024-12-31"]);
    expect(days("3-4-2024", "31-12-2024")).toEqual(["2024-04-03", "2024-12-31"]);
  });

  it("are day first when dots stand between them", () => {
    expect(days("3.4.2024", "1.2.24")).toEqual(["2024-04-03", "2024-02-01"]);
  });

  it("are undecided when every one reads both ways, unless both ways agree", () => {
    expect(pairOrder(dateEvidence(["03/04/2024", "05/06/2024"]))).toBe("either");
    expect(pairOrder(dateEvidence(["13/01/2024", "01/13/2024"]))).toBe("either");
    expect(pairOrder(dateEvidence(["01/01/2024", "02/02/2024"]))).toBeNull();
  });

  it("are not guessed in a column written another way", () => {
    expect(days("2024-01-05", "2024-01-06", "25/03/2024")).toEqual(["2024-01-05", "2024-01-06", null]);
  });

  it("have years of two digits up to 2069 and from 1970", () => {
    expect(days("31/12/69", "31/12/70")).toEqual(["2069-12-31", "1970-12-31"]);
  });

  it("are refused one by one when they are the other way round in a settled column", () => {
    const cells = [...Array(30).fill("25/03/2024"), "03/25/2024"];
    expect(days(...cells).at(-1)).toBeNull();
    expect(days(...cells)[0]).toBe("2024-03-25");
  });
});

describe("dates as numbers", () => {
  it("are spreadsheet days of the 1900 system, whose day 60 never was", () => {
    expect(days("45291", "45292", "45291.5")).toEqual(["2023-12-31", "2024-01-01", "2023-12-31"]);
    const excel = statedReading("excel", dateEvidence([]));
    expect(readDay("59", excel, "first")).toEqual({ day: "1900-02-28" });
    expect(readDay("61", excel, "first")).toEqual({ day: "1900-03-01" });
    expect(readDay("60", excel, "first")).toMatchObject({
      reason: expect.stringContaining("29 February 1900"),
    });
  });

  it("are of the 1904 system when the mapping says so", () => {
    expect(readDay("43829", statedReading("excel1904", dateEvidence([])), "first")).toEqual({
      day: "2023-12-31",
    });
  });

  it("are seconds or milliseconds since 1970 when they are that long", () => {
    expect(days("1704067199", "1704067200")).toEqual(["2023-12-31", "2024-01-01"]);
    expect(days("1704067200000")).toEqual(["2024-01-01"]);
  });
});
