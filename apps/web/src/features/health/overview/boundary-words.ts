import { dayText } from "../../../lib/format.ts";
import { bandLooks } from "../../../ui/health-mark.tsx";
import type { Overview } from "../health.ts";

type Held = Overview["boundaries"][number]["held"][number];

const words = ({ atRiskBelow, reviewBelow, expansionAbove }: Held): string =>
  `${bandLooks.low.name} below ${atRiskBelow}, ${bandLooks.review.name} below ${reviewBelow}, ${bandLooks.strong.name} above ${expansionAbove}`;

/**
 * By which boundaries bands are told, from which week on where they changed, and those of segments that have their own: by
 * the segment of today, as weeks are not told apart by what an account was then.
 */
export function boundaryWords(boundaries: Overview["boundaries"]): string {
  const told = boundaries.map(({ segment, held }) => {
    const own = held.map((one, at) =>
      at === 0 ? words(one) : `from the week to ${dayText(one.from)} on ${words(one)}`,
    );
    return `${segment === null ? "" : `${segment}: `}${own.join("; ")}`;
  });
  const today = told.length > 1 ? " In every week an account goes by the segment it is of today." : "";
  return `${told.join(". ")}.${today}`;
}

/** Whether not all weeks and accounts are told by the same boundaries. */
export const boundariesDiffer = (boundaries: Overview["boundaries"]): boolean =>
  boundaries.length > 1 || boundaries.some(({ held }) => held.length > 1);
