import { expect, it } from "vitest";
import type { Opened } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

/** What is held of the effects of plays at a demo company that is open already. */
export function heldOfEffects(open: () => Opened): void {
  it("a play's saved share is told with the accounts that add up to it, on both sides", async () => {
    const { plays } = await open().api.plays.catalogue();
    const told = plays.filter(({ effect }) => effect !== null && effect.difference !== null);
    expect(told.length).toBeGreaterThan(0);
    for (const { id, effect } of told) {
      const behind = await open().api.plays.effect({ play: id });
      const sideOf = (cases: readonly { saved: boolean }[]) => ({
        accounts: cases.length,
        saved: cases.filter(({ saved }) => saved).length,
      });
      expect(effect).toMatchObject({
        treated: sideOf(behind.treated),
        untreated: sideOf(behind.untreated),
        unmatched: behind.unmatched.length,
      });
      expect(behind.effect).toEqual(effect);
    }
  });

  it("who sees their own accounts is told of no other's behind an effect, and a play that keeps nobody has none", async () => {
    const csm = open().apiAs(await demoPerson(open().house, "csm"));
    const own = new Set((await csm.health.accounts()).rows.map(({ accountId }) => accountId));
    const { plays } = await csm.plays.catalogue();
    const kept = plays.find(({ effect }) => effect !== null && effect.treated.accounts > 0);
    const other = plays.find(({ effect }) => effect === null);
    for (const { id, effect } of [kept, other].flatMap((play) => play ?? [])) {
      const { treated, untreated, unmatched } = await csm.plays.effect({ play: id });
      const cases = [...treated, ...untreated, ...unmatched];
      // Customers that have left since are among them, so it is asked of each whether it can be opened.
      for (const { accountId } of cases)
        if (!own.has(accountId)) await expect(csm.plays.ofAccount({ accountId })).resolves.toBeDefined();
      if (effect === null) expect(cases).toEqual([]);
    }
  });
}
