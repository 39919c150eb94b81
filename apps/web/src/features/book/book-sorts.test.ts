import { describe, expect, it } from "vitest";
import type { BookRow } from "./book.ts";
import { inOrder, rowsFound } from "./book-sorts.ts";

const row = (name: string, said: Partial<BookRow>): BookRow =>
  ({ name, arr: "0", days: 1, renewalOn: null, ...said }) as BookRow;
const rows = [
  row("Halden Freight", { arr: "18000000", renewalOn: "2027-01-20" as BookRow["renewalOn"] }),
  row("Velora Energy", { arr: "21000000", renewalOn: "2026-12-31" as BookRow["renewalOn"] }),
  row("Ashgrove Foods", { arr: "18000000" }),
];
const names = (sort?: string) => inOrder(rows, sort).map(({ name }) => name.split(" ")[0]);

describe("the accounts of a book in order", () => {
  it("are by renewal day, those without one last", () => {
    expect(names()).toEqual(["Velora", "Halden", "Ashgrove"]);
    expect(names("nonsense")).toEqual(names());
  });
  it("go either way, and by name where they are equal", () => {
    expect(names("-arr")).toEqual(["Velora", "Ashgrove", "Halden"]);
    expect(names("arr")).toEqual(["Ashgrove", "Halden", "Velora"]);
  });
  it("are by health with those nobody measured last, whichever way", () => {
    const measured = (name: string, low: string | null) =>
      row(name, { health: { low, high: low } as BookRow["health"] });
    const some = [measured("Halden", "84"), measured("Velora", null), measured("Ashgrove", "9.5")];
    const order = (sort: string) => inOrder(some, sort).map(({ name }) => name);
    expect(order("health")).toEqual(["Ashgrove", "Halden", "Velora"]);
    expect(order("-health")).toEqual(["Halden", "Ashgrove", "Velora"]);
  });
  it("are found by every word of their name", () => {
    expect(rowsFound(rows, "frei hal").map(({ name }) => name)).toEqual(["Halden Freight"]);
    expect(rowsFound(rows, " ")).toHaveLength(3);
  });
});
