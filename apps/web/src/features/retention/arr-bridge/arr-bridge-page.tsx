import type { ReactNode } from "react";
import { dayText, readable } from "../../../lib/format.ts";
import { dimensions } from "../../../lib/search.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { type ArrBridgeView, useArrBridge } from "./arr-bridge.ts";
import { BridgeCard } from "./bridge-card.tsx";
import { BridgeCheck } from "./bridge-check.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { bridgeHeadline, bridgeSentence } from "./lead.ts";
import { MovementsCard } from "./movements-card.tsx";
import { OpenPeriod } from "./open-period.tsx";

interface Props {
  tools: ReactNode;
  filters: ReactNode;
}

/** How did we get from opening to closing ARR? */
export function ArrBridgePage({ tools, filters }: Props) {
  const query = useArrBridge();
  return (
    <Page
      title="ARR bridge"
      term="arr-bridge"
      crumbs={[{ label: "Retention", to: "/retention" }]}
      tools={tools}
      filters={filters}
    >
      <Loaded query={query} what="The ARR bridge" skeleton={<Waiting />}>
        {(view) => <Content view={view} />}
      </Loaded>
      <MovementsCard />
    </Page>
  );
}

function Content({ view }: { view: ArrBridgeView }) {
  if (view.rows.every((row) => row.amount === "0" && row.accounts === 0)) return <Nothing view={view} />;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <p className="text-lg font-semibold tracking-[-0.005em]">
          {bridgeHeadline(view.rows, view.currency)}
        </p>
        <p className="num mt-0.5 text-xs text-muted">{bridgeSentence(view.rows, view.currency)}</p>
      </div>
      <OpenPeriod view={view} />
      <BridgeCheck audit={view.audit} currency={view.currency} />
      {view.compareMissing && (
        <p role="status" className="rounded-card bg-warning-chip px-3 py-1.5 text-xs text-warning">
          The prior year is not shown: {readable(view.compareMissing)}.
        </p>
      )}
      <BridgeCard view={view} />
      <GroupsCard view={view} />
      <p className="max-w-[110ch] px-1 text-2xs text-subtle">
        <span className="font-medium text-muted">Policy.</span> {view.policyText}. Opening is the end of{" "}
        {dayText(view.opensOn)}, closing the end of {dayText(view.closesOn)}. ARR bridge v{view.version}.
      </p>
    </div>
  );
}

/** Nobody held ARR and nothing moved: the filters, or the period, leave nobody. */
function Nothing({ view }: { view: ArrBridgeView }) {
  const { search, change } = useSearchState();
  const filters = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined);
  return (
    <div className="card">
      <Empty
        title="No ARR and no movement here."
        actions={
          <>
            {filters.map((dimension) => (
              <Button key={dimension} onClick={() => change({ [`f.${dimension}`]: undefined })}>
                Remove the filter {dimension}: {search[`f.${dimension}`]}
              </Button>
            ))}
            {search["period"] && (
              <Button onClick={() => change({ period: undefined })}>The last twelve closed months</Button>
            )}
          </>
        }
      >
        {filters.length > 0 ? "Under these filters no account" : "No account"} held ARR from{" "}
        {dayText(view.opensOn)} to {dayText(view.closesOn)}.
      </Empty>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the ARR bridge</span>
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-96" />
    </div>
  );
}
