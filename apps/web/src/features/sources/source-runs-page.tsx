import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { count, momentText } from "../../lib/format.ts";
import { refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import {
  bringNames,
  kindNames,
  minutesText,
  type Run,
  type Source,
  stateLooks,
  triggerNames,
  useSourceActions,
} from "./sources.ts";
import { Age, Secret } from "./sources-page.tsx";

const crumbs = [
  { label: "Data", to: "/data/imports" },
  { label: "Sources", to: "/data/sources" },
];

/** One source: what it is set to, and each run with what became of its rows and what mends an error. */
export function SourceRunsPage({ id }: { id: string }) {
  const query = useQuery({ ...trpc.sources.one.queryOptions({ id }), refetchInterval: 10_000 });
  return (
    <Page
      title={query.data?.name ?? "Source"}
      crumbs={crumbs}
      tools={query.data && <Tools source={query.data} />}
    >
      <Loaded query={query} what="This source" skeleton={<Skeleton className="h-96" />}>
        {(source) => (
          <>
            <Settings source={source} />
            <section className="card min-w-0" aria-labelledby="runs-title">
              <h2 id="runs-title" className="px-4 pt-3 pb-1 text-sm font-semibold">
                Runs
              </h2>
              {source.runs.length === 0 ? (
                <p className="px-4 pt-1 pb-4 text-xs text-muted">Nothing has come from this source yet.</p>
              ) : (
                <DataTable
                  caption="Runs, the latest first"
                  columns={columns}
                  rows={source.runs}
                  rowKey={(row) => row.id}
                  tall
                />
              )}
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type One = Omit<Source, "last">;

function Settings({ source }: { source: One }) {
  return (
    <FormSection
      title="How it is set"
      note={source.paused ? "Paused: nothing is taken from it." : kindNames[source.kind]}
    >
      <dl className="pairs text-xs">
        <Pair name="System">{source.system}</Pair>
        <Pair name="Brings">{source.brings.map((kind) => bringNames[kind]).join(", ") || "anything"}</Pair>
        <Pair name="Data is">
          <Age source={source} />
        </Pair>
        <Pair name="Expected">
          {source.expectedMinutes === null ? "not set" : `every ${minutesText(source.expectedMinutes)}`}
        </Pair>
        <Pair name="Mapping">
          {source.mapping?.name ?? (source.mapping ? "was removed" : "by the headers alone")}
        </Pair>
        <Pair name="Owner">{source.owner ?? "nobody"}</Pair>
        {source.pull && (
          <>
            <Pair name="Schedule">
              {source.pull.everyMinutes === null
                ? "none: by the command line, or when it is asked for"
                : `every ${minutesText(source.pull.everyMinutes)}${source.due ? `, next ${momentText(source.due)}` : ""}`}
            </Pair>
            <Pair name="Connection">
              <code className="font-mono text-2xs">{source.pull.connection}</code>{" "}
              <Secret of={source.secret} />
            </Pair>
            <Pair name="Goes on from">{source.pull.cursor ?? "the beginning, each time"}</Pair>
          </>
        )}
      </dl>
      {source.pull && (
        <pre className="mt-3 overflow-x-auto rounded-card bg-sunken p-3 font-mono text-2xs whitespace-pre-wrap">
          {source.pull.query}
        </pre>
      )}
    </FormSection>
  );
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const columns: Column<Run>[] = [
  {
    key: "at",
    header: "When",
    cell: (row) => (
      <span className="num block min-w-32">
        {momentText(row.startedAt ?? row.askedAt)}
        <span className="block text-2xs font-normal text-subtle">{triggerNames[row.trigger]}</span>
      </span>
    ),
  },
  {
    key: "state",
    header: "State",
    cell: (row) => (
      <>
        <Chip tone={stateLooks[row.state].tone}>{stateLooks[row.state].name}</Chip>
        {row.attempt > 1 && <span className="num block text-2xs text-subtle">try {row.attempt}</span>}
        {row.retryAt && (
          <span className="num block text-2xs text-subtle">again {momentText(row.retryAt)}</span>
        )}
      </>
    ),
  },
  {
    key: "file",
    header: "File",
    cell: (row) => <span className="inline-block max-w-56 truncate align-bottom">{row.fileName ?? "—"}</span>,
  },
  number("New", (counts) => counts.created),
  number("Changed", (counts) => counts.changed),
  number("Unchanged", (counts) => counts.unchanged),
  number("Refused", (counts) => counts.refused),
  {
    key: "error",
    header: "Error, and what mends it",
    cell: (row) =>
      row.error && (
        <span className="block max-w-96 min-w-48 whitespace-normal">
          <code className="font-mono text-2xs">{row.error.code}</code> {row.error.message}
          {row.error.remedy && <span className="block text-2xs text-subtle">{row.error.remedy}</span>}
        </span>
      ),
  },
  {
    key: "import",
    header: <span className="sr-only">Import</span>,
    cell: (row) =>
      row.importId &&
      (row.counts?.refused ?? 0) > 0 && (
        <a href={`/api/imports/${row.importId}/refused.csv`} download className="font-medium text-link">
          Refused rows
        </a>
      ),
  },
];

function number(header: string, of: (counts: NonNullable<Run["counts"]>) => number): Column<Run> {
  return { key: header, header, numeric: true, cell: (row) => (row.counts ? count(of(row.counts)) : "—") };
}

function Tools({ source }: { source: One }) {
  const { pause, resume, remove, runNow } = useSourceActions();
  const [editing, setEditing] = useState(false);
  const navigate = useNavigate();
  if (!mayI("sources.save")) return null;
  const error = [pause, resume, runNow].find((one) => one.isError)?.error;
  return (
    <>
      {error && <FormMessage text={refusalOf(error).message} />}
      {source.pull && !source.paused && (
        <Button onClick={() => runNow.mutate({ id: source.id })} disabled={runNow.isPending}>
          Run now
        </Button>
      )}
      {source.paused ? (
        <Button onClick={() => resume.mutate({ id: source.id })}>Resume</Button>
      ) : (
        <Button onClick={() => pause.mutate({ id: source.id })}>Pause</Button>
      )}
      <Button onClick={() => setEditing(true)}>Change</Button>
      <span className="max-sm:hidden">
        <ConfirmButton
          label="Remove"
          title={`Remove the source ${source.name}?`}
          onConfirm={async () => {
            await remove.mutateAsync({ id: source.id });
            await navigate({ to: "/data/sources" });
          }}
        >
          Nothing is taken from it any more. What it brought, and its runs, stay on record.
        </ConfirmButton>
      </span>
      <SourceDialog editing={editing ? { ...source, last: null } : null} onClose={() => setEditing(false)} />
    </>
  );
}
