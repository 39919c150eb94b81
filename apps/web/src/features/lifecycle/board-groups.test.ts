import { describe, expect, it } from "vitest";
import { cardsByColumn, cardsFound, initials, orderOf, rowsOf } from "./board-groups.ts";
import { cardNamed } from "./card-named.ts";

const cards = [
  cardNamed("Birch", { column: "won", days: 10, slaDays: 20, arr: "500", owner: "Mara Kest" }),
  cardNamed("Alder", { column: "won", days: 30, slaDays: 20, arr: "200", owner: null }),
  cardNamed("Cedar", { column: "adopted", days: 400, slaDays: null, arr: "9000", owner: "Jo Park" }),
  cardNamed("Dogwood", { column: "won", days: 15, slaDays: 60, arr: "500", owner: "Jo Park", renewalIn: 12 }),
];
const names = (some: readonly { name: string }[] | undefined) => some?.map(({ name }) => name);

describe("the order of cards", () => {
  it("is by the share of the expected time that is used, unless another is asked for", () => {
    for (const sort of [undefined, "-sla", "no such order"])
      expect(names(cardsByColumn(cards, orderOf(sort)).get("won"))).toEqual(["Alder", "Birch", "Dogwood"]);
  });

  it("turns round with the minus sign, equal ones standing by name either way", () => {
    expect(names(cardsByColumn(cards, orderOf("-arr")).get("won"))).toEqual(["Birch", "Dogwood", "Alder"]);
    expect(names(cardsByColumn(cards, orderOf("arr")).get("won"))).toEqual(["Alder", "Birch", "Dogwood"]);
    expect(names(cardsByColumn(cards, orderOf("name")).get("won"))).toEqual(["Alder", "Birch", "Dogwood"]);
  });

  it("puts those whose term does not end behind the others", () => {
    expect(names(cardsByColumn(cards, orderOf("renewal")).get("won"))?.[0]).toBe("Dogwood");
  });
});

describe("groups in a column", () => {
  it("stand by name with what they hold, those of nobody last", () => {
    const rows = rowsOf(cards.slice(0, 3), "owner");
    expect(rows.map((row) => (row.kind === "group" ? `${row.name} ${row.arr}` : row.card.name))).toEqual([
      "Jo Park 9000",
      "Cedar",
      "Mara Kest 500",
      "Birch",
      "Nobody 200",
      "Alder",
    ]);
  });

  it("are none where none are asked for", () => {
    expect(rowsOf(cards, null)).toHaveLength(4);
  });
});

describe("finding cards", () => {
  it("takes every word that was typed, in name or owner", () => {
    expect(names(cardsFound(cards, "jo"))).toEqual(["Cedar", "Dogwood"]);
    expect(names(cardsFound(cards, "park dog"))).toEqual(["Dogwood"]);
    expect(cardsFound(cards, "  ")).toHaveLength(4);
    expect(cardsFound(cards, "nobody")).toHaveLength(0);
  });
});

describe("initials", () => {
  it("are of the first and the last name", () => {
    expect(initials("Adaeze Obiora-Lind")).toBe("AL");
    expect(initials("Prince")).toBe("P");
  });
});
