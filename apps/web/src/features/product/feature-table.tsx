import { Sparkline } from "../../charts/sparkline.tsx";
import { count, dayText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import { type Adoption, amount, type FeatureRow } from "./adoption.ts";

interface Props {
  told: Adoption;
  chosen: string | undefined;
  onChoose: (feature: string) => void;
}

/** Every feature: who tried it, who adopted it, how soon and how deeply, and how adopters fare. */
export function FeatureTable({ told, chosen, onChoose }: Props) {
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label="Features">
      <DataTable
        caption="Features"
        columns={columnsOf(told.currency, chosen, onChoose)}
        rows={told.features}
        rowKey={({ entry }) => entry.feature}
        tall
      />
    </section>
  );
}

/** A share with how many accounts it is; why there is none, where there is none. */
function Share({ of, accounts }: { of: FeatureRow["tried"]["share"]; accounts: number }) {
  if (of.value === null)
    return (
      <span className="text-muted">
        —<span className="sr-only">{of.reason}</span>
      </span>
    );
  return (
    <>
      {of.value} %<span className="block text-2xs text-subtle">{count(accounts)}</span>
    </>
  );
}

function Agreed({ row: { entry, agreement } }: { row: FeatureRow }) {
  if (!entry.activeUse) return <span className="text-muted">Nothing agreed</span>;
  const { usesAWeek, weeks, agreedOn } = entry.activeUse;
  return (
    <span className="block min-w-40">
      {usesAWeek}× a week, {weeks} weeks in a row
      <span className="block text-2xs text-subtle">agreed {dayText(agreedOn)}</span>
      {agreement === "after" && <Chip tone="warning">after release</Chip>}
    </span>
  );
}

function columnsOf(
  currency: string | null,
  chosen: string | undefined,
  onChoose: Props["onChoose"],
): Column<FeatureRow>[] {
  return [
    {
      key: "feature",
      header: "Feature",
      cell: ({ entry }) => (
        <span className="block min-w-36">
          <button
            type="button"
            aria-pressed={entry.feature === chosen}
            onClick={() => onChoose(entry.feature)}
            className="min-h-6 text-left font-medium text-accent aria-pressed:underline"
          >
            {entry.feature}
          </button>
          <span className="block text-2xs font-normal text-subtle">
            {entry.area}, {entry.tier}
            {entry.gaOn && `, since ${dayText(entry.gaOn)}`}
          </span>
        </span>
      ),
    },
    { key: "agreed", header: <Term id="active-use">Active use</Term>, cell: (row) => <Agreed row={row} /> },
    { key: "eligible", header: "Entitled", numeric: true, cell: ({ eligible }) => count(eligible.accounts) },
    {
      key: "tried",
      header: "Tried",
      numeric: true,
      cell: ({ tried }) => <Share of={tried.share} accounts={tried.accounts} />,
    },
    {
      key: "adopted",
      header: <Term id="feature-adoption-rate">Adopted</Term>,
      numeric: true,
      cell: ({ adopted }) => <Share of={adopted.share} accounts={adopted.accounts} />,
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
      header: <Term id="time-to-adoption">Days to first use</Term>,
      numeric: true,
      cell: ({ daysToFirstUse: days }) => days?.median.value ?? <span className="text-muted">—</span>,
    },
    {
      key: "depth",
      header: "Uses a week",
      numeric: true,
      cell: ({ usesAWeek }) => usesAWeek.value ?? <span className="text-muted">—</span>,
    },
    {
      key: "weeks",
      header: "13 weeks",
      cell: ({ weeks }) => (
        <span className="flex items-center gap-2">
          <Sparkline
            points={weeks.map(({ accounts }) => ({ value: String(accounts) }))}
            width={78}
            height={24}
          />
          <span className="num">{weeks.at(-1)?.accounts ?? 0}</span>
        </span>
      ),
    },
    {
      key: "health",
      header: <Term id="health-score">Health, adopters : others</Term>,
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
  ];
}
