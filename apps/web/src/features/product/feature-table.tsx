import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { Sparkline } from "../../charts/sparkline.tsx";
import { count, dayText, exactNumber } from "../../lib/format.ts";
import { useFilters } from "../../lib/scope.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import { type Adoption, amount, type FeatureRow } from "./adoption.ts";

/** Health by area of the product. */
type Areas = Outputs["health"]["areas"];

/** Every feature: who tried it, who adopted it, how soon and how deeply, and how adopters fare. */
export function FeatureTable({ told }: { told: Adoption }) {
  const areas = useQuery(trpc.health.areas.queryOptions(useFilters())).data ?? null;
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label="Features">
      <DataTable
        caption="Features"
        columns={columnsOf(told, areas)}
        rows={told.features.filter(({ takenUp }) => takenUp)}
        rowKey={({ entry }) => entry.feature}
        tall
      />
    </section>
  );
}

/** A share with how many accounts it is; why there is none, where there is none. */
function Share({ row, of: which }: { row: FeatureRow; of: "tried" | "adopted" }) {
  const { share: of, accounts } = row[which];
  if (of.value === null)
    return (
      <span className="text-muted">
        —<span className="sr-only">{of.reason}</span>
      </span>
    );
  return (
    <>
      {of.value} %
      <span className="block text-2xs text-subtle">
        {count(accounts)} of {count(row.eligible.accounts)}
      </span>
    </>
  );
}

function Agreed({ row: { entry, agreement } }: { row: FeatureRow }) {
  const owner = entry.owner !== null && <bdi className="block text-2xs text-subtle">{entry.owner}</bdi>;
  if (!entry.activeUse) return <span className="text-muted">Nothing agreed{owner}</span>;
  const { usesAWeek, weeks, agreedOn } = entry.activeUse;
  return (
    <span className="block min-w-32">
      {usesAWeek}× a week, {weeks} in a row
      <span className="block text-2xs text-subtle">agreed {dayText(agreedOn)}</span>
      {agreement === "after" && <Chip tone="warning">after release</Chip>}
    </span>
  );
}

/** Mean health of the accounts with tickets about a feature, or about its area; below the threshold for months it is flagged. */
function AreaHealth({ entry, areas }: { entry: FeatureRow["entry"]; areas: Areas | null }) {
  const of = (name: string) => areas?.rows.find(({ area }) => area === name);
  const found = of(entry.feature) ?? of(entry.area);
  const last = found?.months.findLast(({ mean }) => mean !== null);
  if (!found || !last?.mean) return <span className="text-muted">—</span>;
  return (
    <>
      {exactNumber(last.mean)} {found.flagged && <Chip tone="negative">Flagged</Chip>}
      <span className="block text-2xs text-subtle">n {last.accounts}</span>
    </>
  );
}

/** A header of two words above each other, so that the table fits. */
function Narrow({ id, children }: ComponentProps<typeof Term>) {
  return (
    <span className="inline-block w-min min-w-16 whitespace-normal">
      <Term id={id}>{children}</Term>
    </span>
  );
}

function columnsOf({ currency, lossDays }: Adoption, areas: Areas | null): Column<FeatureRow>[] {
  return [
    {
      key: "feature",
      header: "Feature",
      cell: ({ entry }) => (
        <span className="block min-w-36">
          <Link
            to="/product/features/$id"
            params={{ id: entry.feature }}
            className="block min-h-6 font-medium text-link hover:underline"
          >
            <bdi>{entry.feature}</bdi>
          </Link>
          <span className="block text-2xs font-normal text-subtle">
            <bdi>{entry.area}</bdi>, {entry.tier}
            {entry.gaOn && `, since ${dayText(entry.gaOn)}`}
          </span>
        </span>
      ),
    },
    { key: "agreed", header: <Term id="active-use">Active use</Term>, cell: (row) => <Agreed row={row} /> },
    {
      key: "tried",
      header: "Tried",
      numeric: true,
      cell: (row) => <Share row={row} of="tried" />,
    },
    {
      key: "adopted",
      header: <Term id="feature-adoption-rate">Adopted</Term>,
      numeric: true,
      cell: (row) => <Share row={row} of="adopted" />,
    },
    {
      key: "arr",
      header: "ARR adopted",
      numeric: true,
      cell: ({ adopted, eligible }) =>
        adopted.share.value === null ? (
          <span className="text-muted">—</span>
        ) : (
          <>
            {amount(adopted.arr, currency)}
            <span className="block text-2xs text-subtle">of {amount(eligible.arr, currency)}</span>
          </>
        ),
    },
    {
      key: "days",
      header: <Term id="time-to-adoption">Days to use</Term>,
      numeric: true,
      cell: ({ daysToFirstUse: days }) => days?.median.value ?? <span className="text-muted">—</span>,
    },
    {
      key: "weeks",
      header: "In use, 13 weeks",
      cell: ({ weeks, eligible, usesAWeek }) => (
        <span className="flex items-center gap-2">
          <Sparkline
            points={weeks.map(({ accounts }) => ({ value: String(accounts) }))}
            width={64}
            height={24}
            domain={[0, Math.max(1, eligible.accounts)]}
          />
          <span className="num">
            {weeks.at(-1)?.accounts ?? 0}
            {usesAWeek.value !== null && (
              <span className="block text-2xs text-subtle">{count(Math.round(usesAWeek.value))}/week</span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: "health",
      header: <Narrow id="health-score">Adopters : others</Narrow>,
      numeric: true,
      cell: ({ health: { adopters, others }, adopted }) =>
        adopted.share.value === null ? (
          <span className="text-muted">—</span>
        ) : (
          <>
            {adopters.score ?? "—"} : {others.score ?? "—"}
            <span className="block text-2xs text-subtle">
              n {adopters.accounts} : {others.accounts}
            </span>
          </>
        ),
    },
    {
      key: "losses",
      header: <Narrow id="churned-arr">Churned, non&#8209;adopters</Narrow>,
      numeric: true,
      cell: ({ losses }) =>
        losses?.share.value == null ? (
          <span className="text-muted">—</span>
        ) : (
          <>
            {losses.share.value} %
            <span className="block text-2xs text-subtle">
              n {losses.accounts}, {lossDays} d
            </span>
          </>
        ),
    },
    {
      key: "area",
      header: <Narrow id="feature-area-health">Area health</Narrow>,
      numeric: true,
      cell: ({ entry }) => <AreaHealth entry={entry} areas={areas} />,
    },
  ];
}
