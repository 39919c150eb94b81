/** Milliseconds that went by and that there are, as the server told them. */
export interface Spent {
  readonly elapsed: number;
  readonly budget: number;
}

/** How time stands: plenty, four fifths gone, or over. */
export type Level = "calm" | "short" | "over";

/** What is left of a time, `3:48`; what it is over by, `+0:12`. A second that has begun counts as there. */
export function leftText({ elapsed, budget }: Spent): string {
  const left = budget - elapsed;
  return left >= 0 ? minutesText(Math.ceil(left / 1_000)) : `+${minutesText(Math.floor(-left / 1_000))}`;
}

/** Seconds as minutes and seconds: `3:48`. */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How time stands; nothing happens by itself whichever it is. */
export function levelOf({ elapsed, budget }: Spent): Level {
  if (elapsed > budget) return "over";
  return elapsed >= budget * 0.8 ? "short" : "calm";
}

/** What the server told, so many milliseconds later. */
export function later(told: Spent, running: boolean, ms: number): Spent {
  return running ? { ...told, elapsed: told.elapsed + Math.max(0, ms) } : told;
}

const spokenEvery = 5 * 60_000;

/** How many times five minutes went by. */
export const spokenSteps = ({ elapsed }: Spent): number => Math.floor(elapsed / spokenEvery);

/** What is said aloud of the time, another sentence every five minutes. */
export function spoken(whole: Spent, term: string | null): string {
  const step = spokenSteps(whole);
  if (step === 0) return "";
  const left = Math.round((whole.budget - step * spokenEvery) / 60_000);
  const of = term === null ? "" : `, at ${term}`;
  if (left <= 0) return `The session's time is over${of}.`;
  return `${left} ${left === 1 ? "minute" : "minutes"} left in the session${of}.`;
}
