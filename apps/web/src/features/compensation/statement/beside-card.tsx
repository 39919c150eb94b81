import { Link } from "@tanstack/react-router";
import { percent } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

/** An account that is credited, and what is known of it beside the pay. */
export interface CreditedAccount {
  readonly accountId: string;
  readonly name: string;
  /** A share, or null where nothing was scored. */
  readonly handoffScore: string | null;
  /** The share of the ideal customer profile that holds; null while no profile is in force. */
  readonly icpFit: string | null;
  /** The last measured health, in points; null where none was measured of late. */
  readonly health: { readonly low: string; readonly high: string; readonly week: string } | null;
}

/** Beside the pay: how well the credited accounts were handed over, how well they fit, and how they fare. */
export function BesideCard({ accounts }: { accounts: readonly CreditedAccount[] }) {
  if (accounts.length === 0) return null;
  return (
    <FormSection
      flush
      title="The credited accounts"
      note="What is known of them beside the pay. None of it changes the pay unless the plan has a gate for it."
    >
      <DataTable
        caption="The credited accounts"
        columns={columns}
        rows={accounts}
        rowKey={({ accountId }) => accountId}
      />
    </FormSection>
  );
}

const unknown = <span className="text-subtle">not known</span>;

const columns: Column<CreditedAccount>[] = [
  {
    key: "account",
    header: "Account",
    cell: ({ accountId, name }) => (
      <Link to="/accounts/$accountId" params={{ accountId }} className="link block max-w-56 truncate">
        {name}
      </Link>
    ),
  },
  {
    key: "handoff",
    header: "Handoff score",
    numeric: true,
    cell: ({ handoffScore }) => (handoffScore === null ? unknown : percent(handoffScore, { digits: 0 })),
  },
  {
    key: "icp",
    header: "ICP fit",
    numeric: true,
    cell: ({ icpFit }) => (icpFit === null ? unknown : percent(icpFit, { digits: 0 })),
  },
  {
    key: "health",
    header: "Health",
    numeric: true,
    cell: ({ health }) => (health === null ? unknown : points(health)),
  },
];

/** Points as a score is read: without decimals, and both ends where they differ. */
function points({ low, high }: { readonly low: string; readonly high: string }): string {
  const [least, most] = [low, high].map((one) => String(Math.round(Number(one))));
  return least === most ? `${least}` : `${least} to ${most}`;
}
