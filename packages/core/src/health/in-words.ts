import { dayOfEpoch } from "../kernel/index.ts";
import { ageOf, type FoundLine, shareOn } from "./found-line.ts";
import type { HealthInput } from "./health-case.ts";
import { sayingText } from "./sayings.ts";

/** A line as somebody reads it on a day: in words, and judged by its age. */
export function inWords(line: FoundLine, at: number, carriedDays: number): HealthInput {
  const { what, on, until, weight } = line;
  const text = sayingText(line);
  const [age, share] = [ageOf(line, at), shareOn(line, at, carriedDays)];
  const told = { what, text, on: on === null ? null : dayOfEpoch(on), age, share, weight };
  if (line.share === null) return { ...told, reason: text };
  if (share !== null) return { ...told, reason: null };
  const reason =
    until !== null && on !== null && until > on
      ? `${text} on ${dayOfEpoch(on)}: it counted until ${dayOfEpoch(until)} and for ${carriedDays} days more`
      : `${text}: last told of ${age} days ago, and it counts for ${carriedDays}`;
  return { ...told, reason };
}
