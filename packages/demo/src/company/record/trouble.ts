import { addDays, type Day, daysBetween } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import type { Portrait } from "./portrait.ts";
import { championLeftOn } from "./usage.ts";

/** How badly things stand with a customer on a day, from 0 to 100: what it uses, asks and answers follows from it. */
export type TroubleOn = (on: Day) => number;

/** From when trouble grows, the days until it is whole, how bad it becomes, and when it is over (null: never). */
interface Spell {
  readonly from: Day;
  readonly grows: number;
  readonly most: number;
  readonly over: Day | null;
}

function inSpell({ from, grows, most, over }: Spell, on: Day): number {
  if (on < from || (over !== null && on >= over)) return 0;
  return Math.round(Math.min(1, daysBetween(from, on) / grows) * most);
}

/**
 * The trouble of a customer. Of those that leave, three in four are in trouble for months before, and one in four leaves
 * out of the blue; of those that stay one in eight was in trouble once and got over it, and some are in it now.
 */
export function troubleOf(portrait: Portrait, { today }: Timeline, seed: number): TroubleOn {
  const { number, lives, course } = portrait;
  const random = randomOf(seed, `trouble ${number}`);
  const spells = lives.flatMap(({ lostOn }): Spell[] => {
    const warned = random.chance(7_500);
    const before = random.between(190, 260);
    const most = random.between(70, 100);
    return lostOn === null || !warned
      ? []
      : [{ from: addDays(lostOn, -before), grows: 80, most, over: null }];
  });
  const [once, back, lasts] = [random.chance(1_250), random.between(150, 700), random.between(70, 140)];
  const [now, since] = [random.chance(350), random.between(60, 120)];
  const kept = lives.at(-1)?.lostOn === null;
  if (kept && once) {
    const from = addDays(today, -back);
    spells.push({ from, grows: 40, most: random.between(45, 80), over: addDays(from, lasts) });
  }
  if (kept && now)
    spells.push({ from: addDays(today, -since), grows: 50, most: random.between(60, 95), over: null });
  if (course === "idle") spells.push({ from: addDays(today, -60), grows: 30, most: 80, over: null });
  if (course === "champion_gone")
    spells.push({ from: championLeftOn(today), grows: 60, most: 75, over: null });
  return (on) => spells.reduce((worst, spell) => Math.max(worst, inSpell(spell, on)), 0);
}
