import { Info } from "lucide-react";
import { dayText, monthText } from "../../../lib/format.ts";
import { lastDayOf } from "../../../lib/months.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import type { ArrBridgeView } from "./arr-bridge.ts";

/** Says that a period reaches beyond the last closed month, and offers the part of it that is complete. */
export function OpenPeriod({ view }: { view: ArrBridgeView }) {
  const { change } = useSearchState();
  const { months, today } = useWorkspace();
  const { openFrom, period } = view;
  if (openFrom === null) return null;
  const complete = period.from < openFrom ? `${period.from}..${lastDayOf(months.lastClosed)}` : undefined;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-card bg-info-chip px-3 py-1.5 text-xs text-info"
    >
      <Info size={16} strokeWidth={1.5} aria-hidden className="flex-none" />
      <span className="min-w-0 flex-1 basis-72">
        The period is open from {dayText(openFrom)}: its figures are to date.
        {period.to > today &&
          ` What contracts already say up to ${dayText(period.to)} is counted, ends without a renewal as losses.`}
      </span>
      <Button look="quiet" onClick={() => change({ period: complete })}>
        {complete ? `Only to ${monthText(months.lastClosed)}, complete` : "Show closed months"}
      </Button>
    </p>
  );
}
