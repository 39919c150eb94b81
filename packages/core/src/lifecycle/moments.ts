import type { Day } from "../kernel/index.ts";
import { type CustomerRecord, isReview } from "../people/index.ts";

/** An encounter that decides how a customer sees us, and how it went; unknown: nobody has said. */
export interface MomentOfTruth {
  readonly on: Day;
  readonly what: "kickoff" | "review" | "encounter" | "renewal";
  readonly outcome: "good" | "bad" | "unknown";
}

/**
 * The moments of truth of a customer up to a day, the first one first: kickoffs, business reviews, the beginnings of
 * renewal conversations, and every encounter somebody marked as gone well or badly. A mark on a call or meeting of the
 * day of a kickoff or of a renewal's beginning is how that went. Term: moments-of-truth.
 */
export function momentsOfTruth(record: CustomerRecord, on: Day): MomentOfTruth[] {
  const told = record.journal.filter(({ effectiveOn }) => effectiveOn <= on);
  const fixed = new Set(
    told.flatMap(({ entry, effectiveOn }) =>
      entry.of === "kickoff" || entry.of === "renewal_started" ? [effectiveOn] : [],
    ),
  );
  const marked = new Map(
    told.flatMap(({ entry, effectiveOn }): [Day, "good" | "bad"][] =>
      entry.of === "touchpoint" && entry.outcome !== null && !isReview(entry.type)
        ? [[effectiveOn, entry.outcome]]
        : [],
    ),
  );
  return told.flatMap(({ entry, effectiveOn }): MomentOfTruth[] => {
    if (entry.of === "kickoff" || entry.of === "renewal_started")
      return [
        {
          on: effectiveOn,
          what: entry.of === "kickoff" ? "kickoff" : "renewal",
          outcome: marked.get(effectiveOn) ?? "unknown",
        },
      ];
    if (entry.of !== "touchpoint") return [];
    if (isReview(entry.type))
      return [{ on: effectiveOn, what: "review", outcome: entry.outcome ?? "unknown" }];
    return entry.outcome === null || fixed.has(effectiveOn)
      ? []
      : [{ on: effectiveOn, what: "encounter", outcome: entry.outcome }];
  });
}
