import type { HealthBand } from "@termwise/core/health";
import { count, points } from "../lib/format.ts";
import { Chip } from "./chip.tsx";
import type { Column } from "./data-table.tsx";
import { Delta } from "./delta.tsx";
import { bandLooks, bandOrder, HealthMark, type Scored } from "./health-mark.tsx";

const nothing = <span className="text-subtle">—</span>;

/** What lists show of the health of an account, and of what is done about it. */
interface ListedHealth extends Scored {
  readonly band: HealthBand;
  readonly atRiskSince: string | null;
  readonly change: string | null;
  readonly moved: { readonly low: string; readonly high: string } | null;
  readonly flags: number;
  readonly play: { readonly name: string; readonly state: "proposed" | "running" } | null;
}

/** What lists of accounts can be narrowed to by health: those at risk, or those of a band. */
export const healthChoices = [
  { value: "", label: "All" },
  { value: "at_risk", label: "At risk" },
  ...bandOrder.map((band) => ({ value: band, label: bandLooks[band].name })),
];

/** Whether an account is among those a list is narrowed to; several choices are told apart by commas. */
export function isAmongHealth(health: ListedHealth | null, asked: string | undefined): boolean {
  const wanted = asked?.split(",").filter(Boolean) ?? [];
  if (wanted.length === 0) return true;
  if (health === null) return false;
  return wanted.includes(health.band) || (health.atRiskSince !== null && wanted.includes("at_risk"));
}

/** The columns of health in a list of accounts: score, its change, and red flags. */
export function healthColumns<Row extends { readonly health: ListedHealth | null }>(): Column<Row>[] {
  return [
    {
      key: "health",
      header: "Health",
      sort: "health",
      cell: ({ health }) =>
        health === null || health.low === null ? (
          nothing
        ) : (
          <HealthMark brief scored={health} atRisk={health.atRiskSince !== null} />
        ),
    },
    {
      key: "change",
      header: "4 weeks",
      sort: "change",
      numeric: true,
      className: "hidden @[56rem]/page:table-cell",
      cell: ({ health }) => <Change health={health} />,
    },
    {
      key: "flags",
      header: "Flags",
      sort: "flags",
      numeric: true,
      className: "hidden @[60rem]/page:table-cell",
      cell: ({ health }) =>
        health && health.flags > 0 ? (
          <span className="font-medium text-negative">{count(health.flags)}</span>
        ) : (
          nothing
        ),
    },
  ];
}

/** Points gained or lost in four weeks, or between which two numbers they lie. */
function Change({ health }: { health: ListedHealth | null }) {
  if (!health) return nothing;
  const { change, moved, low } = health;
  if (change) return <Delta change={change} text={signed(change)} />;
  if (moved)
    return (
      <span
        className="num whitespace-nowrap text-2xs text-muted"
        title="Not the same part of both scores is known: the change lies between these"
      >
        {signed(moved.low, 0)} to {signed(moved.high, 0)}
      </span>
    );
  return (
    <span
      className="text-subtle"
      title={low === null ? "No score of this week" : "No score four weeks before"}
    >
      —
    </span>
  );
}

const signed = (of: string, digits = 1): string => points(of, { unit: false, digits });

/** The play that runs at an account, or is proposed. */
export function playColumn<Row extends { readonly health: ListedHealth | null }>(): Column<Row> {
  return {
    key: "play",
    header: "Play",
    className: "hidden @[68rem]/page:table-cell",
    cell: ({ health }) =>
      health?.play ? (
        <span
          title={health.play.state === "proposed" ? `${health.play.name}, proposed` : health.play.name}
          className="inline-flex max-w-28 items-center gap-1.5 @[86rem]/page:max-w-44"
        >
          <bdi className="truncate">{health.play.name}</bdi>
          {health.play.state === "proposed" && (
            <span className="sr-only @[86rem]/page:not-sr-only">
              <Chip>proposed</Chip>
            </span>
          )}
        </span>
      ) : (
        nothing
      ),
  };
}
