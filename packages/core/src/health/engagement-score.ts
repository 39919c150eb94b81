import { type Known, notKnown, type Rational } from "../kernel/index.ts";
import type { HealthScore } from "./score.ts";

/**
 * What engagement gave to a score: its points of those the model gives it, at most its weight. Not known where the model
 * does not weigh engagement, or some of it was not read in time. Term: engagement-score. Unit: points.
 */
export function engagementScore({ parts }: Pick<HealthScore, "parts">): Known<Rational> {
  const part = parts.find(({ component }) => component === "engagement");
  return part ? part.points : notKnown("The model does not weigh engagement.");
}
