import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import type { Adoption, FeatureRow } from "./adoption.ts";
import { FeatureAccounts } from "./feature-accounts.tsx";
import { FeatureForm } from "./feature-form.tsx";
import { FeatureTable } from "./feature-table.tsx";

/** What is being written: a feature there is, or a new one. */
type Writing = FeatureRow | "new" | null;

/** The features of the product, and how customers take to them: tried and adopted as two numbers. */
export function AdoptionPage() {
  const query = useQuery(trpc.features.adoption.queryOptions());
  const [writing, setWriting] = useState<Writing>(null);
  const may = mayI("journal.setRule");
  const add = may && (
    <Button look="primary" onClick={() => setWriting("new")}>
      New feature
    </Button>
  );
  return (
    <Page title="Adoption" term="feature-adoption-rate" tools={add}>
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
              <Content told={told} onWrite={may ? setWriting : null} />
            )}
            {told.unnamed.length > 0 && (
              <p className="max-w-[80ch] text-xs text-muted">
                Used, and not written down as a feature: {told.unnamed.join(", ")}.
              </p>
            )}
            <Dialog
              wide
              open={writing !== null}
              onClose={() => setWriting(null)}
              title={writing === "new" || writing === null ? "New feature" : writing.entry.feature}
              note="The version before stays on record, and days before keep it."
            >
              <FeatureForm
                row={writing === "new" ? null : writing}
                told={told}
                onClose={() => setWriting(null)}
              />
            </Dialog>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Content({ told, onWrite }: { told: Adoption; onWrite: ((row: FeatureRow) => void) | null }) {
  const released = told.features
    .filter(({ tried }) => tried.share.value !== null)
    .sort((a, b) => ((a.entry.gaOn ?? "") < (b.entry.gaOn ?? "") ? 1 : -1));
  const [chosen, setChosen] = useState(released[0]?.entry.feature ?? told.features[0]?.entry.feature);
  const row = told.features.find(({ entry }) => entry.feature === chosen);
  return (
    <>
      <p className="text-lg font-semibold tracking-[-0.005em]">{headline(released[0])}</p>
      <FeatureTable told={told} chosen={chosen} onChoose={setChosen} />
      <p className="max-w-[80ch] text-2xs text-subtle">
        As of {dayText(told.on)}. Tried and adopted are read within {counted(told.windowDays, "day")} of the
        release. Adopted is use as agreed; a login never counts. Health of adopters beside that of others
        shows what goes together: an association, not a cause.
      </p>
      {row && (
        <FeatureAccounts key={row.entry.feature} row={row} currency={told.currency} onWrite={onWrite} />
      )}
    </>
  );
}

function headline(newest: FeatureRow | undefined): string {
  if (!newest) return "No feature has a day of release yet";
  const { entry, tried, adopted } = newest;
  const kept = adopted.share.value === null ? "" : `, ${adopted.share.value} % adopted it`;
  return `${entry.feature}: ${tried.share.value} % tried it${kept}`;
}
