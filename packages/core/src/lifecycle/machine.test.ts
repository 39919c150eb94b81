import { describe, expect, it } from "vitest";
import { events, moveOf, moves, places } from "./machine.ts";

describe("the table of moves", () => {
  it("is pinned: from each place, what each event does", () => {
    const printed = places.map((place) =>
      [place, ...events.map((event) => `${event}>${moveOf(place, event) ?? "-"}`)].join(" "),
    );
    expect(printed).toMatchSnapshot();
  });
  it("names only places there are", () => {
    const targets = Object.values(moves).flatMap((row) => Object.values(row));
    for (const target of targets) expect([...places, "earned", "same"]).toContain(target);
  });
  it("leads to every place from the first, along every path without a repeat", () => {
    const reached = new Set<string>(["prospect"]);
    const walk = (from: (typeof places)[number], seen: readonly string[]): void => {
      for (const event of events) {
        const to = moveOf(from, event);
        const next = places.find((place) => place === to);
        if (next === undefined || seen.includes(next)) continue;
        reached.add(next);
        walk(next, [...seen, next]);
      }
    };
    walk("prospect", ["prospect"]);
    expect([...reached].sort()).toEqual([...places].sort());
  });
  it("lets nobody be Onboarded or Adopted before something is won, nor renew what has ended", () => {
    expect(moveOf("prospect", "onboarding_proven")).toBeNull();
    expect(moveOf("prospect", "adoption_measured")).toBeNull();
    expect(moveOf("churn", "renewed")).toBeNull();
    expect(moveOf("churn", "deal_won")).toBe("won");
  });
});
