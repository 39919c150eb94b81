import { Link } from "@tanstack/react-router";
import { cx } from "../../lib/class-names.ts";
import { count, counted, dayText } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Pages } from "../../ui/pages.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { pageSize, type Report, sortOf, useReport } from "./report.ts";
import { ReportExport } from "./report-export.tsx";
import { stageColumns } from "./stage-columns.tsx";
import { TeamTotals } from "./team-totals.tsx";
import { amountText, kinds, kindWords, sizeText } from "./words.ts";

/** Every claim that parts from evidence, by ARR: what is claimed, what is shown, since when, whose it is. */
export function StagesTab() {
  const query = useReport();
  return (
    <Loaded query={query} what="The divergence report" skeleton={<Skeleton className="h-[640px]" />}>
      {(report) => (
        <>
          <UnknownLabels report={report} />
          <Kinds report={report} />
          <List report={report} />
          <TeamTotals />
        </>
      )}
    </Loaded>
  );
}

/** Labels nobody has given a meaning: what stands under them is compared with nothing. */
function UnknownLabels({ report: { unknownLabels, currency } }: { report: Report }) {
  if (unknownLabels.labels === 0) return null;
  return (
    <div className="card flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-xs">
      <p>
        <span className="font-medium">{counted(unknownLabels.labels, "label")} without a meaning.</span>{" "}
        <span className="text-muted">
          {amountText(unknownLabels.arr, currency)} stands under {unknownLabels.labels === 1 ? "it" : "them"},
          and nothing of it is compared until somebody says what{" "}
          {unknownLabels.labels === 1 ? "it means" : "they mean"}.
        </span>
      </p>
      <Link to="/data/labels" className={buttonClass("primary")}>
        Give meanings
      </Link>
    </div>
  );
}

/** What each kind comes to; each is a button that shows it alone. */
function Kinds({ report }: { report: Report }) {
  const { search, change } = useSearchState();
  const { byKind, currency, total, compared } = report;
  const chosen = search["kind"];
  return (
    <section aria-label="Divergences by kind" className="card overflow-hidden">
      <p className="num px-4 pt-3 text-xs text-muted">
        {total.accounts === 0 ? "None" : count(total.accounts)} of {counted(compared.accounts, "account")}{" "}
        with a claim that can be compared {total.accounts === 1 ? "diverges" : "diverge"}:{" "}
        {amountText(total.arr, currency)} of {amountText(compared.arr, currency)}.
      </p>
      <div className="grid gap-px p-2 @[44rem]/page:grid-cols-5 grid-cols-2">
        {kinds.map((kind) => {
          const of = byKind.find((one) => one.kind === kind);
          return (
            <button
              key={kind}
              type="button"
              aria-pressed={chosen === kind}
              title={kindWords[kind].says}
              onClick={() => change({ kind: chosen === kind ? undefined : kind, page: undefined })}
              className={cx(
                "flex flex-col items-start rounded-control px-2 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2",
                chosen === kind && "bg-selected",
              )}
            >
              <span className="text-xs text-muted">{kindWords[kind].name}</span>
              <span className="num text-lg font-semibold">{count(of?.lines ?? 0)}</span>
              <span className="num text-2xs text-subtle">{of ? sizeText(of, currency) : "—"}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

function List({ report }: { report: Report }) {
  const { search, change } = useSearchState();
  const { accepted, lines, found, page, on } = report;
  const onlyAccepted = search["accepted"] === "only";
  const first = (page - 1) * pageSize + 1;
  return (
    <section className="card relative min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
        <p className="num text-2xs text-subtle" role="status">
          {found === 0
            ? `None on ${dayText(on)}`
            : `${count(first)} to ${count(first + lines.length - 1)} of ${count(found)}, on ${dayText(on)}`}
        </p>
        <span className="flex flex-wrap items-center gap-2">
          {(accepted.lines > 0 || onlyAccepted) && (
            <Segmented
              label="Accepted"
              value={onlyAccepted ? "only" : "without"}
              options={[
                { value: "without", label: "Open" },
                { value: "only", label: `Accepted ${count(accepted.lines)}` },
              ]}
              onChange={(next) => change({ accepted: next === "only" ? "only" : undefined, page: undefined })}
            />
          )}
          <Pages
            of="divergences"
            page={page}
            pageSize={pageSize}
            total={found}
            onGo={(next) => change({ page: next === 1 ? undefined : String(next) }, { push: true })}
          />
          <ReportExport />
        </span>
      </div>
      {lines.length === 0 ? (
        <Nothing report={report} />
      ) : (
        <DataTable
          caption="Divergences"
          columns={stageColumns(report)}
          rows={lines}
          rowKey={({ accountId, subject }) => `${accountId} ${subject}`}
          sort={sortOf(search["sort"])}
          onSort={(next) => change({ sort: next === "-arr" ? undefined : next, page: undefined })}
          className="border-t border-line"
          tall
        />
      )}
    </section>
  );
}

/** No divergence: nothing was claimed, everything agrees, or the filters leave none. */
function Nothing({ report: { compared, total, accepted, unknownLabels } }: { report: Report }) {
  const { search, change } = useSearchState();
  const filters = Object.keys(search).filter(
    (key) => ["q", "kind", "term", "system", "accepted"].includes(key) || key.startsWith("f."),
  );
  if (filters.length > 0)
    return (
      <Empty
        title="No divergence is found."
        actions={
          <Button
            onClick={() =>
              change({ ...Object.fromEntries(filters.map((key) => [key, undefined])), page: undefined })
            }
          >
            Remove all filters
          </Button>
        }
      >
        {total.lines === 0 && accepted.lines === 0 ? "These choices leave none together." : null}
      </Empty>
    );
  if (compared.accounts === 0)
    return (
      <Empty
        title="Nothing can be compared yet."
        actions={
          <Link
            to={unknownLabels.labels > 0 ? "/data/labels" : "/data/imports"}
            className={buttonClass("primary", "large")}
          >
            {unknownLabels.labels > 0 ? "Say what the labels mean" : "Import stage labels"}
          </Link>
        }
      >
        Labels of a CRM or a success platform come in with its accounts, or as a file of their own. Once each
        has a meaning, it is held against what evidence shows.
      </Empty>
    );
  return (
    <Empty title="Claims and evidence agree.">
      {counted(compared.accounts, "account")} {compared.accounts === 1 ? "was" : "were"} compared.
    </Empty>
  );
}
