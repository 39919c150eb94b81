import { money } from "../../../lib/format.ts";
import { useMedia } from "../../../lib/use-media.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Term } from "../../../ui/term.tsx";
import { HealthLink } from "../account-link.tsx";
import type { Queue } from "../health.ts";
import { RiskActions } from "./risk-actions.tsx";
import {
  DecisionCell,
  OwnerCell,
  PlayCell,
  RankCell,
  RenewalLine,
  ScoreCell,
  TouchLine,
  WhyCell,
} from "./risk-cells.tsx";
import type { Decision } from "./risk-dialog.tsx";
import type { Place, RiskRow } from "./risk-words.ts";

interface Props {
  queue: Queue;
  rows: readonly RiskRow[];
  place: Place;
  onRank: (row: RiskRow) => void;
  onDecide: (row: RiskRow, decision: Decision) => void;
  onEscalate: (row: RiskRow, does: "escalate" | "close") => void;
  onTrouble: (message: string | null) => void;
}

/** The accounts at risk: a table where there is room for it, a card each where there is not. */
export function QueueList(props: Props) {
  const wide = useMedia("(min-width: 1240px)");
  return wide ? <Table {...props} /> : <Cards {...props} />;
}

const under = ({ arr, segment }: RiskRow, currency: string | null): string =>
  [currency ? money(arr, currency, { whole: true }) : null, segment].filter(Boolean).join(", ");

function Table({ queue: { currency, rule }, rows, place, onRank, onDecide, onEscalate, onTrouble }: Props) {
  const columns: Column<RiskRow>[] = [
    {
      key: "name",
      header: "Account",
      cell: (row) => (
        <>
          <HealthLink account={row} under={under(row, currency)} />
          <small>
            <RenewalLine row={row} />
          </small>
        </>
      ),
    },
    {
      key: "rank",
      header: <Term id="at-risk-queue">Rank</Term>,
      numeric: true,
      cell: (row) => <RankCell row={row} currency={currency} onOpen={() => onRank(row)} />,
    },
    {
      key: "score",
      header: <Term id="health-score">Health</Term>,
      cell: (row) => <ScoreCell row={row} below={rule.below} />,
    },
    { key: "why", header: "Why", cell: (row) => <WhyCell row={row} /> },
    place === "queue"
      ? {
          key: "play",
          header: <Term id="save-play-activation-time">Clock and play</Term>,
          cell: (row) => (
            <>
              <PlayCell row={row} />
              <RiskActions row={row} onDecide={onDecide} onEscalate={onEscalate} onTrouble={onTrouble} />
            </>
          ),
        }
      : {
          key: "decision",
          header: "Decided",
          cell: (row) => (
            <>
              <DecisionCell row={row} />
              <RiskActions row={row} onDecide={onDecide} onEscalate={onEscalate} onTrouble={onTrouble} />
            </>
          ),
        },
    {
      key: "owner",
      header: "Owner",
      cell: (row) => (
        <>
          <OwnerCell row={row} />
          <TouchLine row={row} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption="Accounts at risk"
      columns={columns}
      rows={rows}
      rowKey={({ accountId }) => accountId}
      tall
      className="[&_td]:py-2 [&_td]:align-top [&_th]:py-2 [&_th]:align-top"
    />
  );
}

function Cards({ queue: { currency, rule }, rows, place, onRank, onDecide, onEscalate, onTrouble }: Props) {
  return (
    <ol aria-label="Accounts at risk" className="border-t border-line">
      {rows.map((row) => (
        <li
          key={row.accountId}
          aria-label={row.name}
          className="grid gap-x-4 gap-y-3 border-b border-line px-4 py-3 text-xs last:border-b-0 sm:grid-cols-2"
        >
          <div className="flex items-start justify-between gap-3 sm:col-span-2">
            <span className="min-w-0 font-medium [&_small]:block [&_small]:text-2xs [&_small]:font-normal [&_small]:text-muted">
              <HealthLink account={row} under={under(row, currency)} />
            </span>
            <span className="flex-none text-right">
              <RankCell row={row} currency={currency} onOpen={() => onRank(row)} />
            </span>
          </div>
          <Part name="Health">
            <ScoreCell row={row} below={rule.below} />
          </Part>
          <Part name={place === "queue" ? "Clock and play" : "Decided"}>
            {place === "queue" ? <PlayCell row={row} /> : <DecisionCell row={row} />}
          </Part>
          <Part name="Why">
            <WhyCell row={row} />
          </Part>
          <div className="grid grid-cols-2 gap-3">
            <Part name="Owner">
              <OwnerCell row={row} />
            </Part>
            <Part name="Renewal">
              <RenewalLine row={row} />
              <TouchLine row={row} />
            </Part>
          </div>
          <div className="flex justify-end sm:col-span-2">
            <RiskActions row={row} onDecide={onDecide} onEscalate={onEscalate} onTrouble={onTrouble} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Part({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-2xs text-subtle">{name}</p>
      {children}
    </div>
  );
}
