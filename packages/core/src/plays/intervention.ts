import { type PlayUse, playUses } from "../facts/index.ts";
import { type Instant, type Known, type Rational, shareOf } from "../kernel/index.ts";

/** What an attempt to keep a customer is: begun before it asked to leave, or after. */
export type Intervention = "save_play" | "rescue_call";

/** Whether a play of a use is an attempt to keep a customer; the others are neither save plays nor rescue calls. */
export const isSaving = (use: PlayUse): boolean => playUses[use].saves;

/**
 * Whether an attempt to keep a customer is a save play or a rescue call: the two moments decide, whatever it is called.
 * What began in the very moment the customer asked to leave came too late. Term: rescue-call.
 */
export function interventionOf(startedAt: Instant, cancelAskedAt: Instant | null): Intervention {
  return cancelAskedAt !== null && startedAt >= cancelAskedAt ? "rescue_call" : "save_play";
}

/** The share of save plays among all attempts to keep a customer. Term: proactive-success. */
export function proactiveShare(attempts: readonly Intervention[]): Known<Rational> {
  const early = attempts.filter((one) => one === "save_play").length;
  return shareOf(BigInt(early), BigInt(attempts.length), "Nobody tried to keep a customer in this time.");
}
