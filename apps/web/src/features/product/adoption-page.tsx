import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { useFilters } from "../../lib/scope.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import type { Adoption, FeatureRow } from "./adoption.ts";
import { behindAddress } from "./behind-panel.tsx";
import { FeatureForm } from "./feature-form.tsx";
import { FeatureTable } from "./feature-table.tsx";
import { HeatMap } from "./heat-map.tsx";
import { SignalPanel } from "./signal-panel.tsx";
import { SignalsSection } from "./signals-section.tsx";

/** The features of the product, and how customers take to them: tried and adopted as two numbers. */
export function AdoptionPage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const asked = useFilters();
  const query = useQuery(trpc.features.adoption.queryOptions(asked));
  const signals = useQuery(trpc.features.signals.queryOptions(asked));
  const [writing, setWriting] = useState(false);
  const may = mayI("journal.setRule");
  const add = may && (
    <Button look="primary" onClick={() => setWriting(true)}>
      New feature
    </Button>
  );
  const behind = behindAddress(search["panel"]);
  const panel = behind && signals.data && <SignalPanel key={behind} signals={signals.data} of={behind} />;
  return (
    <Page
      title="Adoption"
      term="feature-adoption-rate"
      tools={add}
      filters={filters}
      {...(panel ? { panel } : {})}
    >
      <Loaded query={query} what="The features" skeleton={<Skeleton className="h-96" />}>
        {(told) => (
          <>
            {told.features.length === 0 ? (
              <div className="card">
                <Empty title="No features are written down yet." actions={add}>
                  A feature is named as the readings of use call it. What counts as active use of it is agreed
                  before it is there for all.
                </Empty>
              </div>
            ) : (
              <Content told={told} />
            )}
            {told.unnamed.length > 0 && (
              <p className="max-w-[80ch] text-xs text-muted">
                Used, and not written down as a feature: <bdi>{told.unnamed.join(", ")}</bdi>.
              </p>
            )}
            <Dialog
              wide
              open={writing}
              onClose={() => setWriting(false)}
              title="New feature"
              note="The version before stays on record, and days before keep it."
            >
              <FeatureForm
                entry={null}
                unnamed={told.unnamed}
                segments={told.segments}
                onClose={() => setWriting(false)}
              />
            </Dialog>
          </>
        )}
      </Loaded>
      <Loaded query={signals} what="What use tells" skeleton={<Skeleton className="h-64" />}>
        {(told) => <SignalsSection signals={told} />}
      </Loaded>
    </Page>
  );
}

function Content({ told }: { told: Adoption }) {
  const newest = told.features
    .filter(({ tried, adopted }) => tried.share.value !== null && adopted.share.value !== null)
    .sort((a, b) => ((a.entry.gaOn ?? "") < (b.entry.gaOn ?? "") ? 1 : -1))[0];
  return (
    <>
      <p className="text-lg font-semibold tracking-[-0.005em]">{headline(newest)}</p>
      <FeatureTable told={told} />
      <p className="max-w-[90ch] text-2xs text-subtle">
        As of {dayText(told.on)}. Tried and adopted are read within {counted(told.windowDays, "day")} of the
        release, or of the day an account came after it. Adopted is use as agreed; a login never counts.
        Health of adopters beside that of others, and churned ARR of those that had not adopted, show what
        goes together: an association, not a cause.
      </p>
      <HeatMap told={told} />
    </>
  );
}

function headline(newest: FeatureRow | undefined): string {
  if (!newest) return "Of no feature that is released it was agreed what active use is";
  const { entry, tried, adopted } = newest;
  return `${entry.feature}: ${tried.share.value} % tried it, ${adopted.share.value} % adopted it`;
}
