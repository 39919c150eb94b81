import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { periodName } from "../../ui/figure-text.ts";
import { later } from "../../ui/later.tsx";
import { Popover } from "../../ui/popover.tsx";

const PeriodChoices = later(async () => (await import("./period-choices.tsx")).PeriodChoices);

/** The period every figure of the page is about. */
export function PeriodPicker() {
  const { search } = useSearchState();
  const { months } = useWorkspace();
  const period = search["period"] ?? `ttm:${months.lastClosed}`;
  return (
    <Popover
      label="Period"
      onOpen={PeriodChoices.fetch}
      align="end"
      chevron
      trigger={<span className="font-medium">{periodName(period)}</span>}
    >
      {(close) => <PeriodChoices close={close} />}
    </Popover>
  );
}
