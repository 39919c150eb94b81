import type { EntryId } from "./plays.ts";

/** Numbers that are made of runs, and what their panel is called. */
export const numbersOfRuns = {
  begun: "Runs",
  time: "Begun in time",
  outcome: "Saved, partly, lost",
} as const;

/** A number of the catalogue, of one play or (null) of all. */
export interface PanelOf {
  readonly number: keyof typeof numbersOfRuns | "effect";
  readonly play: EntryId | null;
}

/** The address of the panel behind a number: `runs:time~ent_playsave`, of all plays `runs:time`. */
export const panelAddress = (number: PanelOf["number"], play: string | null): string =>
  play === null ? `runs:${number}` : `runs:${number}~${play}`;

/** The number whose panel an address asks for. */
export function panelOf(address: string | undefined): PanelOf | null {
  const [, number, play] = /^runs:(begun|time|outcome|effect)(?:~(ent_\w+))?$/.exec(address ?? "") ?? [];
  return number ? { number: number as PanelOf["number"], play: (play ?? null) as EntryId | null } : null;
}
