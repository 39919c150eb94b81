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
      className: "hidden @[40rem]/page:table-cell",
      cell: ({ health }) =>
        health?.change ? (
          <Delta change={health.change} text={points(health.change, { unit: false })} />
        ) : (
          nothing
        ),
    },
    {
      key: "flags",
      header: "Flags",
      sort: "flags",
      numeric: true,
      className: "hidden @[52rem]/page:table-cell",
      cell: ({ health }) =>
        health && health.flags > 0 ? (
          <span className="font-medium text-negative">{count(health.flags)}</span>
        ) : (
          nothing
        ),
    },
  ];
}

/** The play that runs at an account, or is proposed. */
export function playColumn<Row extends { readonly health: ListedHealth | null }>(): Column<Row> {
  return {
    key: "play",
    header: "Play",
    className: "hidden @[60rem]/page:table-cell",
    cell: ({ health }) =>
      health?.play ? (
        <span title={health.play.name} className="inline-flex max-w-40 items-center gap-1.5">
          <bdi className="truncate">{health.play.name}</bdi>
          {health.play.state === "proposed" && <Chip>proposed</Chip>}
        </span>
      ) : (
        nothing
      ),
  };
}
