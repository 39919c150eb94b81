import { dayText } from "../../../lib/format.ts";
import { bandLooks } from "../../../ui/health-mark.tsx";
import type { Overview } from "../health.ts";

type Held = Overview["boundaries"][number]["held"][number];

const words = ({ atRiskBelow, reviewBelow, expansionAbove }: Held): string =>
  `${bandLooks.low.name} below ${atRiskBelow}, ${bandLooks.review.name} below ${reviewBelow}, ${bandLooks.strong.name} above ${expansionAbove}`;

/** By which boundaries bands are told, from which week on where they changed, and those of segments that have their own. */
export function boundaryWords(boundaries: Overview["boundaries"]): string {
  const told = boundaries.map(({ segment, held }) => {
    const own = held.map((one, at) =>
      at === 0 ? words(one) : `from the week to ${dayText(one.from)} on ${words(one)}`,
    );
    return `${segment === null ? "" : `${segment}: `}${own.join("; ")}`;
  });
  return `${told.join(". ")}.`;
}

/** Whether other boundaries came into force within the weeks that are shown. */
export const boundariesChanged = (boundaries: Overview["boundaries"]): boolean =>
  boundaries.some(({ held }) => held.length > 1);
