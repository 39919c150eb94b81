import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { count, counted, momentText } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ageText } from "../../ui/freshness.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import { bringNames, kindNames, minutesText, type Source, stateLooks } from "./sources.ts";

/** Where data comes from by itself, how old it is, and what went wrong. */
export function SourcesPage() {
  const query = useQuery({ ...trpc.sources.list.queryOptions(), refetchInterval: 30_000 });
  const [setting, setSetting] = useState(false);
  const may = mayI("sources.save");
  return (
    <Page
      title="Sources"
      crumbs={[{ label: "Data", to: "/data/imports" }]}
      tools={
        may && (
          <Button look="primary" onClick={() => setSetting(true)}>
            Set a source up
          </Button>
        )
      }
    >
      <Loaded query={query} what="The list of sources" skeleton={<Skeleton className="h-80" />}>
        {(list) =>
          list.sources.length === 0 ? (
            <None onSetUp={may ? () => setSetting(true) : null} />
          ) : (
            <Sources list={list} />
          )
        }
      </Loaded>
      <SourceDialog editing={setting ? "new" : null} onClose={() => setSetting(false)} />
    </Page>
  );
}

function None({ onSetUp }: { onSetUp: (() => void) | null }) {
  return (
    <div className="card">
      <Empty
        title="No data arrives by itself yet."
        actions={
          onSetUp && (
            <Button look="primary" size="large" onClick={onSetUp}>
              Set a source up
            </Button>
          )
        }
      >
        A program can hand files in with an API key, a folder can be watched, and rows can be fetched from a
        warehouse. Each is a source: it tells when data last arrived, and when it is late.
      </Empty>
    </div>
  );
}

const columns: Column<Source>[] = [
  {
    key: "name",
    header: "Source",
    cell: (row) => (
      <span className="block min-w-36">
        <Link
          to="/data/sources/$id/runs"
          params={{ id: row.id }}
          className="rounded-sm font-medium text-link hover:underline"
        >
          {row.name}
        </Link>
        {row.paused && (
          <span className="ml-1.5">
            <Chip>Paused</Chip>
          </span>
        )}
        <span className="block text-2xs font-normal text-subtle">{kindNames[row.kind]}</span>
      </span>
    ),
  },
  {
    key: "system",
    header: "System",
    className: "max-sm:hidden",
    cell: (row) => (
      <>
        {row.system}
        <span className="block max-w-56 truncate text-2xs text-subtle">
          {row.brings.map((kind) => bringNames[kind]).join(", ") || "anything"}
        </span>
      </>
    ),
  },
  { key: "age", header: "Data is", cell: (row) => <Age source={row} /> },
  {
    key: "last",
    header: "Last run",
    cell: (row) =>
      row.last ? (
        <>
          <Chip tone={stateLooks[row.last.state].tone}>{stateLooks[row.last.state].name}</Chip>
          <span className="num block text-2xs text-subtle">
            {momentText(row.last.endedAt ?? row.last.askedAt)}
          </span>
        </>
      ) : (
        <span className="text-subtle">never</span>
      ),
  },
  {
    key: "rows",
    header: "Rows",
    numeric: true,
    cell: (row) => (row.last?.rows == null ? "—" : count(row.last.rows)),
  },
  {
    key: "error",
    header: "Error",
    cell: (row) =>
      row.last?.error ? (
        <span className="block max-w-72 min-w-40 whitespace-normal">
          <code className="font-mono text-2xs">{row.last.error.code}</code> {row.last.error.message}
        </span>
      ) : (
        <span className="text-subtle">none</span>
      ),
  },
  {
    key: "schedule",
    header: "Schedule",
    cell: (row) => (
      <span className="num">
        {row.pull?.everyMinutes ? `every ${minutesText(row.pull.everyMinutes)}` : "when it comes"}
        <span className="block text-2xs text-subtle">
          {row.due
            ? `next ${momentText(row.due)}`
            : `expected ${row.expectedMinutes === null ? "never" : `every ${minutesText(row.expectedMinutes)}`}`}
        </span>
      </span>
    ),
  },
  {
    key: "mapping",
    header: "Mapping",
    cell: (row) =>
      row.mapping?.name ?? (row.mapping ? "removed" : <span className="text-subtle">headers</span>),
  },
  { key: "secret", header: "Secret", cell: (row) => <Secret of={row.secret} /> },
  { key: "owner", header: "Owner", cell: (row) => row.owner ?? <span className="text-subtle">nobody</span> },
];

function Sources({ list }: { list: Outputs["sources"]["list"] }) {
  const late = list.sources.filter((source) => source.late);
  return (
    <>
      <div>
        <p className="text-lg font-semibold tracking-[-0.005em]">
          {late.length === 0
            ? "Every source is on time"
            : late.length === 1
              ? `${late[0]?.name} is late`
              : `${counted(late.length, "source")} are late`}
        </p>
        <p className="num mt-0.5 text-xs text-muted">
          {counted(list.sources.length, "source")}, as of {momentText(list.now)}.{" "}
          {late.length > 0 &&
            `${late.map(({ system, ageMinutes }) => `${system} ${ageText(ageMinutes)} old`).join(", ")}. Figures made of late data say so.`}
        </p>
      </div>
      <section className="card min-w-0" aria-label="Sources">
        <DataTable caption="Sources" columns={columns} rows={list.sources} rowKey={(row) => row.id} tall />
      </section>
      <p className="num px-1 text-2xs text-subtle">
        Handed in by people:{" "}
        {list.uploads ? (
          <>
            last on {momentText(list.uploads.at)},{" "}
            {list.uploads.counts
              ? counted(
                  Object.values(list.uploads.counts).reduce((sum, one) => sum + one, 0),
                  "row",
                )
              : "rows unknown"}
            .{" "}
            <Link to="/data/imports" className="text-link underline">
              Past imports
            </Link>
          </>
        ) : (
          "nothing yet."
        )}
      </p>
    </>
  );
}

/** How old the data of a source is; late is said in words beside its sign. */
export function Age({ source }: { source: Pick<Source, "ageMinutes" | "late" | "expectedMinutes"> }) {
  if (!source.late)
    return (
      <span className="num">
        {source.ageMinutes === null ? "never arrived" : `${ageText(source.ageMinutes)} old`}
      </span>
    );
  return (
    <span className="num inline-flex items-center gap-1 font-medium whitespace-nowrap text-warning">
      <TriangleAlert size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
      {source.ageMinutes === null ? "never arrived" : `${ageText(source.ageMinutes)} old`}, late
    </span>
  );
}

/** Whether the operator has named the connection. The secret itself is nowhere here. */
export function Secret({ of }: { of: Source["secret"] }) {
  if (of === null) return <span className="text-subtle">needs none</span>;
  return of === "operator" ? (
    <Chip tone="positive">With the operator</Chip>
  ) : (
    <Chip tone="warning">Missing</Chip>
  );
}
