import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { useFilters } from "../../lib/scope.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FigureTile } from "../../ui/figure-tile.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Term } from "../../ui/term.tsx";
import { type FeatureDetail, shareWords } from "./adoption.ts";
import { behindAddress } from "./behind-panel.tsx";
import { FeatureAccounts } from "./feature-accounts.tsx";
import { FeatureForm } from "./feature-form.tsx";
import { FeaturePanel } from "./feature-panel.tsx";
import { FeatureVersions } from "./feature-versions.tsx";
import { UseAndHealth } from "./use-and-health.tsx";

const parts = ["tried", "adopted", "time"] as const;

/** One feature: who is entitled to it, who tried it, who adopted it, and what became of their health. */
export function FeaturePage({ feature, filters }: { feature: string; filters: ReactNode }) {
  const { search } = useSearchState();
  const asked = { feature, ...useFilters() };
  const query = useQuery(trpc.features.feature.queryOptions(asked, { placeholderData: keepPreviousData }));
  const [writing, setWriting] = useState(false);
  const may = mayI("journal.setRule");
  const of = parts.find((one) => one === behindAddress(search["panel"]));
  const panel = of && query.data && <FeaturePanel key={of} detail={query.data} of={of} />;
  return (
    <Page
      title={feature}
      term="feature-adoption-rate"
      crumbs={[{ label: "Adoption", to: "/product/adoption" }]}
      filters={filters}
      tools={may && <Button onClick={() => setWriting(true)}>Change</Button>}
      {...(panel ? { panel } : {})}
    >
      <Loaded query={query} what="The feature" skeleton={<Skeleton className="h-[560px]" />}>
        {(detail) => (
          <>
            <Head detail={detail} />
            <Figures detail={detail} />
            <UseAndHealth detail={detail} />
            <FeatureAccounts detail={detail} />
            <FeatureVersions detail={detail} />
            <Dialog
              wide
              open={writing}
              onClose={() => setWriting(false)}
              title={feature}
              note="The version before stays on record, and days before keep it."
            >
              <FeatureForm
                entry={detail.entry}
                unnamed={[]}
                segments={detail.segments.flatMap(({ segment }) => segment ?? [])}
                onClose={() => setWriting(false)}
              />
            </Dialog>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What counts as use, what was agreed and when, and for whom it is core. */
function Head({ detail: { entry, agreement, coreFor, byName, since } }: { detail: FeatureDetail }) {
  const { activeUse, gaOn } = entry;
  return (
    <section className="card grid gap-x-6 gap-y-3 px-4 py-3 text-xs sm:grid-cols-2 @[65rem]/page:grid-cols-4">
      <Fact name="Use is">
        <bdi>{entry.workflow}</bdi> A login never counts.
      </Fact>
      <Fact name={<Term id="active-use">Active use</Term>}>
        {activeUse ? (
          <>
            {activeUse.usesAWeek}× a week, {counted(activeUse.weeks, "week")} in a row, agreed on{" "}
            {dayText(activeUse.agreedOn)}{" "}
            <Chip tone={agreement === "after" ? "warning" : "positive"}>
              {agreement === "after" ? "after release" : "before release"}
            </Chip>
          </>
        ) : (
          "Nobody has agreed on it, so nobody is told to have adopted it."
        )}
      </Fact>
      <Fact name={<Term id="ga">Generally available</Term>}>
        {gaOn === null ? "Not written down" : dayText(gaOn)}
        <span className="block text-subtle">
          <bdi>{entry.area}</bdi>, {entry.tier}
          {byName !== null && (
            <>
              , written by <bdi>{byName}</bdi> on {dayText(since)}
            </>
          )}
        </span>
      </Fact>
      <Fact name={<Term id="core-features">Core for</Term>}>
        {coreFor.length === 0
          ? "No adoption rule asks for it."
          : coreFor.map(({ segment, cadence }) => (
              <span key={segment ?? ""} className="block">
                <bdi>{segment ?? "every other customer"}</bdi>, {cadence}
              </span>
            ))}
      </Fact>
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h2 className="text-2xs font-medium text-muted">{name}</h2>
      <p className="mt-0.5">{children}</p>
    </div>
  );
}

/** Tried and adopted as two figures, how soon, and what goes together with having adopted it. */
function Figures({ detail }: { detail: FeatureDetail }) {
  const { figures, health, losses, lossDays, using, eligible, entry } = detail;
  return (
    <section
      aria-label="Figures"
      className="card grid divide-line max-sm:divide-y sm:grid-cols-2 @[65rem]/page:grid-cols-5 @[65rem]/page:divide-x"
    >
      <FigureTile figure={figures.tried} label="Tried" comparable={false} panel="behind:tried">
        {figures.tried.numerator} of {figures.tried.denominator} within the window
      </FigureTile>
      <FigureTile figure={figures.adopted} label="Adopted" comparable={false} panel="behind:adopted">
        {figures.adopted.numerator} of {figures.adopted.denominator} within the window
      </FigureTile>
      {figures.time ? (
        <FigureTile figure={figures.time} label="Days to first use" comparable={false} panel="behind:time">
          median of {figures.time.contributors}
        </FigureTile>
      ) : (
        <Plain name="Days to first use" value="—">
          Counted from the day of release.
        </Plain>
      )}
      <Plain
        name={<Term id="health-score">Health, adopters : others</Term>}
        value={`${health.adopters.score ?? "—"} : ${health.others.score ?? "—"}`}
      >
        n {health.adopters.accounts} : {health.others.accounts}. An association, not a cause.
      </Plain>
      <Plain
        name={<Term id="churned-arr">Churned ARR of non-adopters</Term>}
        value={losses ? shareWords(losses.share.value) : "—"}
      >
        {losses
          ? losses.share.value === null
            ? losses.share.reason
            : `of what was lost in ${lossDays} days, n=${losses.accounts}. An association.`
          : entry.activeUse
            ? "Not released yet."
            : "Nobody has agreed what active use is."}
      </Plain>
      <p className="num px-4 pt-2 pb-3 text-2xs text-subtle sm:col-span-full">
        In use within four weeks at {using} of {counted(eligible.accounts, "entitled account")}.
      </p>
    </section>
  );
}

function Plain({ name, value, children }: { name: ReactNode; value: string; children: ReactNode }) {
  return (
    <div className="min-w-0 px-4 py-3.5">
      <div className="flex h-5 items-center text-xs text-muted">{name}</div>
      <p className="figure mt-1.5">{value}</p>
      <p className="num mt-2 text-2xs text-subtle">{children}</p>
    </div>
  );
}
