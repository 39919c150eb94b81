import type { PlayTrigger } from "../facts/index.ts";

/** A trigger in plain English, as it is read in a catalogue. */
export function triggerText(trigger: PlayTrigger): string {
  switch (trigger.when) {
    case "at_risk":
      return "The account comes to be at risk.";
    case "score_below":
      return `Its health score is below ${trigger.points} on ${trigger.days} days in a row.`;
    case "score_above":
      return `Its health score rises above ${trigger.points}.`;
    case "champion_gone":
      return "Its champion leaves or moves away from the product.";
    case "onboarding_stalled":
      return `It is not onboarded ${trigger.days} days after it was won.`;
    case "seats_below":
      return `Less than ${trigger.percent} % of its seats are in use on ${trigger.days} days in a row.`;
    case "renewal_near":
      return `Its renewal is ${trigger.days} days away or less, and its health score below ${trigger.points}.`;
    case "detractor":
      return `Somebody of it answers the recommendation question with ${trigger.atMost} or less.`;
    case "lost":
      return `It was lost ${trigger.days} days ago.`;
  }
}
