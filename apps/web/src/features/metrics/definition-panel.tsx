import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../../lib/format.ts";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";
import { Worked } from "./worked.tsx";

type TermView = Outputs["glossary"]["term"];
type Figure = Outputs["metrics"]["value"];
type AskedTerm = Inputs["glossary"]["term"];
type AskedValue = Inputs["metrics"]["value"];

/** What a figure means: sentence, formula, choices in force, this page's numbers, who agreed to it and when. */
export function DefinitionPanel({ term }: { term: string }) {
  const scope = useScope();
  const query = useQuery(trpc.glossary.term.queryOptions({ id: term } as AskedTerm));
  // Other terms are computed for one customer at a time: the company has no figure of them.
  const metric = query.data?.computedBy?.symbol === "figureOf";
  const value = useQuery(
    trpc.metrics.value.queryOptions({ ...scope, term } as AskedValue, { enabled: metric, retry: false }),
  );
  const view = query.data;
  const version = view?.versions.at(-1);
  return (
    <SidePanel
      title={
        <>
          {view?.name ?? "Definition"} {version && <Chip>v{version.version}</Chip>}
        </>
      }
      subtitle={version ? `In force since ${dayText(version.on)}` : "\u00a0"}
      footer={
        view && (
          <>
            <Link to="/glossary/$term" params={{ term }} className="hover:underline">
              Open term
            </Link>
            <Link to="/glossary/$term" params={{ term }} hash="versions" className="hover:underline">
              History
            </Link>
            {value.data && (
              <OpensPanel panel={`drill:${term}`} className="hover:underline">
                Accounts
              </OpensPanel>
            )}
          </>
        )
      }
    >
      {query.isError ? (
        <Failed what="This definition" error={query.error} onRetry={() => void query.refetch()} />
      ) : view ? (
        <Body view={view} figure={value.data ?? null} />
      ) : (
        <div className="flex flex-col gap-3 p-5">
          <Skeleton className="h-12" />
          <Skeleton className="h-64" />
        </div>
      )}
    </SidePanel>
  );
}

function Body({ view, figure }: { view: TermView; figure: Figure | null }) {
  const term = view;
  const version = term.versions.at(-1);
  return (
    <ScrollRegion label="Definition" className="min-h-0 flex-1 overflow-auto px-5 pt-2 pb-4 text-xs">
      <p className="mt-1 text-sm">{term.definition}</p>
      {term.formula && (
        <>
          <Heading>Formula</Heading>
          <p>{term.formula}</p>
        </>
      )}
      {figure && figure.version !== version?.version && (
        <p className="mt-2 rounded-control bg-info-chip px-2 py-1 text-info">
          This page counts by v{figure.version}, the definition of its period; today's is v{version?.version}.{" "}
          <Link
            to="/glossary/$term/diff"
            params={{ term: term.id }}
            search={{ from: figure.version, to: version?.version ?? figure.version }}
            className="underline"
          >
            What changed
          </Link>
        </p>
      )}
      {figure && (
        <>
          <Heading>This page, worked</Heading>
          <Worked figure={figure} />
          <Heading>Choices in force</Heading>
          <ul className="flex flex-col">
            {figure.policyText.split(". ").map((line) => (
              <li key={line} className="border-t border-line py-1.5">
                {line}
              </li>
            ))}
          </ul>
        </>
      )}
      <Heading>For example</Heading>
      <p>{term.example}</p>
      <Points title="Counted" points={term.inclusions} />
      <Points title="Not counted" points={term.exclusions} />
      <Points title="Not to be taken for" points={term.notNotes} />
      <Heading>Version and sign-off</Heading>
      <dl className="pairs">
        {version && (
          <div>
            <dt className="num">
              v{version.version}, {dayText(version.on)}
            </dt>
            <dd>
              {version.change} {version.reason}
            </dd>
          </div>
        )}
        <div>
          <dt>Signed</dt>
          <dd>{version ? `${version.author}, ${dayText(version.on)}` : "Nobody yet"}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd>{term.owner}</dd>
        </div>
      </dl>
    </ScrollRegion>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <ul className="list-disc pl-4 marker:text-subtle">
        {points.map((point) => (
          <li key={point} className="py-0.5">
            {point}
          </li>
        ))}
      </ul>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return <h3 className="mt-5 mb-1.5 text-2xs font-medium text-subtle">{children}</h3>;
}
