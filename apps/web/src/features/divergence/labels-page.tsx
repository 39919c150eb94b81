import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { count, counted, dayText } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { LabelDialog } from "./label-dialog.tsx";
import { useMapLabel } from "./map-label.ts";
import { amountText, meaningWords } from "./words.ts";

type Labels = Outputs["divergence"]["labels"];
/** A label in a field of a system. */
export type LabelRow = Labels["rows"][number];

/** What the labels of other systems mean: the unknown first, each with what stands under it. */
export function LabelsPage() {
  const query = useQuery(trpc.divergence.labels.queryOptions());
  return (
    <Page title="Labels" term="label-mapping" crumbs={[{ label: "Data", to: "/data/imports" }]}>
      <Loaded query={query} what="The labels" skeleton={<Skeleton className="h-[480px]" />}>
        {(labels) => (labels.rows.length === 0 ? <NoLabels /> : <All labels={labels} />)}
      </Loaded>
      <UndoToasts />
    </Page>
  );
}

function NoLabels() {
  return (
    <div className="card">
      <Empty
        title="No system's labels are on record."
        actions={
          <Link to="/data/imports" className={buttonClass("primary", "large")}>
            Import stage labels
          </Link>
        }
      >
        They come in with an accounts file that has a column such as Lifecycle stage, or as a file of their
        own.
      </Empty>
    </div>
  );
}

function All({ labels: { rows, gaps, currency } }: { labels: Labels }) {
  const [asked, setAsked] = useState<LabelRow | null>(null);
  const [unknown, known] = [
    rows.filter(({ means }) => means === null),
    rows.filter(({ means }) => means !== null),
  ];
  return (
    <>
      <p className="max-w-3xl text-xs text-muted">
        A label counts once somebody has said what it means, and never before. Case and spaces make no other
        label.{" "}
        {unknown.length === 0 ? "Every label has its meaning." : `${counted(unknown.length, "label")} to go.`}
      </p>
      <Gaps gaps={gaps} currency={currency} />
      {unknown.length > 0 && (
        <Table title="Without a meaning" rows={unknown} currency={currency} onAsk={setAsked} />
      )}
      {known.length > 0 && <Table title="Known" rows={known} currency={currency} onAsk={setAsked} />}
      <LabelDialog row={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** Milestones that systems have different words for. */
function Gaps({ gaps, currency }: Pick<Labels, "gaps" | "currency">) {
  if (gaps.length === 0) return null;
  return (
    <section className="card" aria-label="One milestone, different words">
      <h2 className="px-4 pt-3 text-sm font-semibold">One milestone, different words</h2>
      <p className="px-4 pb-2 text-xs text-muted">
        Labels of a milestone should be the same in every system, or two reports on it cannot be read side by
        side.
      </p>
      <ul>
        {gaps.map(({ means, labels }) => (
          <li key={means} className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line px-4 py-2 text-xs">
            <span className="w-32 font-medium">{meaningWords[means]}</span>
            {labels.map(({ system, field, label, accounts, arr }) => (
              <span key={`${system} ${field} ${label}`}>
                {system} · {field} · <span className="font-medium">{label}</span>{" "}
                <span className="num text-subtle">
                  {counted(accounts, "account")}, {amountText(arr, currency)}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TableProps {
  title: string;
  rows: readonly LabelRow[];
  currency: string | null;
  onAsk: (row: LabelRow) => void;
}

function Table({ title, rows, currency, onAsk }: TableProps) {
  return (
    <section className="card relative min-w-0 overflow-clip">
      <h2 className="px-4 py-3 text-sm font-semibold">{title}</h2>
      <DataTable
        caption={title}
        columns={columnsOf(currency, onAsk)}
        rows={rows}
        rowKey={({ system, field, label }) => `${system} ${field} ${label}`}
        className="border-t border-line"
        tall
      />
    </section>
  );
}

function columnsOf(currency: string | null, onAsk: TableProps["onAsk"]): Column<LabelRow>[] {
  const may = mayI("divergence.mapLabel");
  return [
    {
      key: "label",
      header: "Label",
      cell: ({ label, system, field }) => (
        <span className="block max-w-64 min-w-28 py-1 whitespace-normal">
          {label}
          <span className="block text-2xs font-normal text-subtle">
            {system} · {field}
          </span>
        </span>
      ),
    },
    { key: "means", header: "Means", cell: (row) => <Meaning row={row} may={may} /> },
    { key: "accounts", header: "Accounts", numeric: true, cell: ({ accounts }) => count(accounts) },
    { key: "arr", header: "ARR", numeric: true, cell: ({ arr }) => amountText(arr, currency) },
    {
      key: "first",
      header: "First seen",
      numeric: true,
      cell: ({ firstOn }) => (firstOn ? dayText(firstOn) : "—"),
    },
    {
      key: "said",
      header: "Said",
      cell: ({ versions }) => {
        const last = versions.at(-1);
        if (!last) return <span className="text-subtle">Nobody yet</span>;
        return (
          <span className="block py-1">
            {last.byName ?? "Somebody"}, {dayText(last.at.slice(0, 10))}
            <span className="block text-2xs text-subtle">
              version {last.version}, from {dayText(last.effectiveOn)}
            </span>
          </span>
        );
      },
    },
    {
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      cell: (row) => (
        <Button
          look={row.means === null && may ? "plain" : "quiet"}
          aria-haspopup="dialog"
          aria-label={`${may ? (row.means === null ? "Choose what it means" : "Change, or see history") : "See history"}: ${row.label}`}
          onClick={() => onAsk(row)}
        >
          {may ? (row.means === null ? "Choose" : "Change") : "History"}
        </Button>
      ),
    },
  ];
}

/** What a label means; for an unknown one what it plainly reads like, to be confirmed. */
function Meaning({ row, may }: { row: LabelRow; may: boolean }) {
  const map = useMapLabel();
  const { means, proposal } = row;
  if (means === "ignored") return <span className="text-muted">{meaningWords.ignored}</span>;
  if (means !== null) return <StageMark stage={means} />;
  if (proposal === null || !may) return <Chip tone="warning">Unknown</Chip>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Chip tone="warning">Unknown</Chip>
      <Button
        look="quiet"
        aria-label={`${meaningWords[proposal]}? Confirm for ${row.label}`}
        onClick={() => void map(row, proposal)}
      >
        {meaningWords[proposal]}? Confirm
      </Button>
    </span>
  );
}
