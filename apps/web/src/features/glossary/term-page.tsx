import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { type Outputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { Benchmarks } from "./benchmarks.tsx";
import { Conflicts } from "./conflicts.tsx";
import {
  ComingVersions,
  DefinitionParts,
  ProposedChanges,
  ProposeLink,
} from "./definitions/definition-parts.tsx";
import { Examples } from "./examples.tsx";
import { screenNames } from "./screen-names.ts";
import { Systems } from "./systems.tsx";
import { Card, Pairs, Points, TermLinks } from "./term-parts.tsx";

/** One term in full. */
export type TermView = Outputs["glossary"]["term"];

const unitNames = {
  ratio: "per cent",
  money: "money",
  count: "number",
  days: "days",
  points: "points",
  hours: "hours",
  months: "months",
} as const;

/** A word with its one meaning: what it says, counts, leaves out and is not; who agreed to it; where it is used. */
export function TermPage({ term }: { term: string }) {
  const query = useQuery(trpc.glossary.term.queryOptions({ id: term }));
  const crumbs = [{ label: "Glossary", to: "/glossary" }];
  if (query.isError && refusalOf(query.error).code === "NOT_FOUND")
    return (
      <Page title="No such term" crumbs={crumbs}>
        <Empty
          title={`The glossary has no term “${term}”.`}
          actions={
            <Link to="/glossary" className={buttonClass("primary", "large")}>
              Open the list of terms
            </Link>
          }
        />
      </Page>
    );
  return (
    <Page
      title={query.data?.name ?? "Term"}
      crumbs={crumbs}
      tools={query.data && <ProposeLink termId={query.data.id} />}
    >
      <Loaded query={query} what="This term" skeleton={<Skeleton className="h-[640px]" />}>
        {(view) => <Content view={view} />}
      </Loaded>
    </Page>
  );
}

function Content({ view }: { view: TermView }) {
  // Only what figures are made of has a number for the whole company, and accounts behind it.
  const metric = view.computedBy?.symbol === "figureOf";
  return (
    <div className="grid items-start gap-4 @[60rem]/page:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="px-1">
          <p className="flex flex-wrap items-center gap-2 text-lg font-semibold">
            {view.name}
            {view.abbreviation && <span className="font-normal text-subtle">{view.abbreviation}</span>}
            <Chip>v{view.version}</Chip>
            <Chip tone={view.status === "approved" ? "positive" : "warning"}>{view.status}</Chip>
            <ComingVersions termId={view.id} />
          </p>
          <p className="mt-1 max-w-[72ch] text-md font-normal">{view.definition}</p>
          {view.aliases.length > 0 && (
            <p className="mt-1 text-xs text-muted">Also called {view.aliases.join(", ")}</p>
          )}
          {metric && (
            <p className="mt-2 flex flex-wrap gap-4 text-xs font-medium text-link">
              <OpensPanel panel={`def:${view.id}`} className="hover:underline">
                Read it with this company's numbers
              </OpensPanel>
              <OpensPanel panel={`drill:${view.id}`} className="hover:underline">
                Accounts behind it
              </OpensPanel>
            </p>
          )}
        </div>
        <ProposedChanges termId={view.id} />
        <Card title={view.formula === null ? "For example" : "How it is counted"}>
          {view.formula && <p className="num max-w-[72ch] text-sm">{view.formula}</p>}
          <p className="max-w-[72ch] text-xs text-muted">{view.example}</p>
        </Card>
        <Examples examples={view.examples} unit={view.unit} />
        {(view.inclusions.length > 0 || view.exclusions.length > 0) && (
          <Card title="What counts">
            <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
              <Points title="Counted" points={view.inclusions} />
              <Points title="Not counted" points={view.exclusions} />
            </div>
          </Card>
        )}
        {(view.notNotes.length > 0 || (view.readings?.length ?? 0) > 0) && (
          <Card title="Not to be taken for">
            <Points points={view.notNotes} />
            {view.readings && view.readings.length > 0 && (
              <Pairs
                title="How teams read it, beside the meaning agreed"
                pairs={view.readings.map(({ team, reading }) => [team, reading])}
              />
            )}
          </Card>
        )}
        <Conflicts conflicts={view.conflicts} />
        <Benchmarks benchmarks={view.benchmarks} />
        <Systems termId={view.id} />
        <DefinitionParts termId={view.id} />
      </div>
      <aside className="card px-4 py-3" aria-label="About this term">
        <Pairs
          pairs={[
            ["Section", view.sectionName],
            ["Kind", view.kind.replace("-", " ")],
            ...(view.indicator
              ? [["Tells", view.indicator === "leading" ? "ahead" : "afterwards"] as const]
              : []),
            ...(view.unit ? [["Unit", unitNames[view.unit]] as const] : []),
            ...(view.grain ? [["Grain", view.grain] as const] : []),
            ["Owner", view.owner],
            view.vocabularyOnly === null
              ? [
                  "Computed by",
                  view.computedBy
                    ? unbroken(`${view.computedBy.symbol}, ${view.computedBy.module}`)
                    : "Nothing yet; it is planned",
                ]
              : ["Not computed", view.vocabularyOnly],
            ...(view.screen ? [["Seen on", screenNames[view.screen] ?? view.screen] as const] : []),
            ["Drawn from", view.sources.join("; ")],
          ]}
        />
        <TermLinks title="Related terms" terms={view.related} />
        <TermLinks
          title="Also used in"
          terms={view.usedBy.filter(({ id }) => !view.related.some((one) => one.id === id))}
        />
      </aside>
    </div>
  );
}

/** A symbol and its path, broken after commas and slashes and not inside names; a long name between its words. */
function unbroken(path: string): ReactNode {
  const parts = path
    .split(/(?<=[/,])/)
    .flatMap((part) => (part.length > 18 ? part.split(/(?<=[a-z])(?=[A-Z])/) : [part]));
  return parts.map((part, at) => (
    <Fragment key={at}>
      {part}
      <wbr />
    </Fragment>
  ));
}
