import { Info } from "lucide-react";
import { dimensionNames, valueName } from "../../lib/dimension-names.ts";
import type { dimensions, Notice } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";

const meanings: Record<string, string> = {
  period: "a period; the last twelve closed months are shown",
  compare: "a comparison; the prior year is shown",
  by: "a breakdown; the usual one is shown",
  and: "a second breakdown; one alone is shown",
  with: "a way to count that has a name; the usual ones are shown",
  way: "a way to count that has a name; the first is shown",
  sort: "a column to sort by; the usual order is shown",
  panel: "a panel; none is open",
  cohort: "a way to gather customers; quarters are shown",
  age: "a step of age; the usual one is shown",
  measure: "a measure; NRR is shown",
  least: "a number of accounts; all cohorts are shown",
  zoom: "a zoom; the axis starts at zero",
  asof: "a day; everything known is used",
};

interface Props {
  notices: readonly Notice[];
  /** Filters on a value no account has. */
  unknown: readonly { dimension: (typeof dimensions)[number]; value: string }[];
}

/** The sentences about what of the address was not used; each can be taken out of it. */
export function NoticeList({ notices, unknown }: Props) {
  const { change } = useSearchState();
  const said = [
    ...notices.map(({ parameter, value }) => ({
      parameter,
      text: `${parameter}=${value} is not ${meanings[parameter] ?? "a choice; the usual one is in force"}.`,
    })),
    ...unknown.map(({ dimension, value }) => ({
      parameter: `f.${dimension}`,
      text: `No account has ${(dimensionNames[dimension] ?? dimension).toLowerCase()} ${valueName(value, dimension)}.`,
    })),
  ];
  return (
    <div role="status" className="flex flex-col gap-1">
      {said.map(({ parameter, text }) => (
        <p
          key={text}
          className="flex items-center gap-2 rounded-card bg-info-chip px-3 py-1.5 text-xs text-info"
        >
          <Info size={16} strokeWidth={1.5} aria-hidden className="flex-none" />
          <span className="flex-1">{text}</span>
          <Button look="quiet" onClick={() => change({ [parameter]: undefined })}>
            Remove
          </Button>
        </p>
      ))}
    </div>
  );
}
