import { counted, dayText } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { payText } from "../pay-words.ts";
import { linePanel } from "./lines-card.tsx";

/** Commission that may still be taken back, with the account's name. */
export interface ShownExposure {
  readonly lineId: string;
  readonly accountName: string;
  readonly paid: string;
  readonly atRisk: string;
  readonly safeOn: string;
  readonly trigger: string;
}

const triggers: Readonly<Record<string, string>> = {
  churn: "the customer is lost",
  contraction: "ARR is lost",
  non_payment: "the customer does not pay",
};

interface Props {
  exposed: readonly ShownExposure[];
  currency: string;
  on: string;
}

/** Commission still inside its clawback window, and the day each becomes safe. */
export function AtRiskCard({ exposed, currency, on }: Props) {
  return (
    <FormSection
      flush
      title="Commission at risk"
      term="clawback"
      note={
        exposed.length === 0
          ? `Nothing that was paid could still be taken back at the end of ${dayText(on)}.`
          : `${counted(exposed.length, "deal")} still inside the clawback window at the end of ${dayText(on)}: what a loss on the next day would take back, and the day from which nothing is.`
      }
    >
      {exposed.length > 0 && (
        <DataTable
          caption="Commission at risk"
          columns={columnsOf(currency, String(exposed.reduce((sum, { atRisk }) => sum + BigInt(atRisk), 0n)))}
          rows={exposed}
          rowKey={({ lineId }) => lineId}
          footer
        />
      )}
    </FormSection>
  );
}

const columnsOf = (currency: string, total: string): Column<ShownExposure>[] => [
  {
    key: "account",
    header: "Account",
    cell: ({ lineId, accountName }) => (
      <OpensPanel
        panel={linePanel(lineId)}
        className="link min-h-6 max-w-44 truncate text-left text-link max-sm:max-w-28"
      >
        {accountName}
      </OpensPanel>
    ),
    footer: "In all",
  },
  { key: "safe", header: "Safe from", cell: ({ safeOn }) => dayText(safeOn) },
  {
    key: "if",
    header: "Taken back if",
    className: "max-2xl:hidden",
    cell: ({ trigger }) => triggers[trigger] ?? trigger,
  },
  {
    key: "paid",
    header: "Paid",
    numeric: true,
    className: "max-sm:hidden",
    cell: ({ paid }) => payText(paid, currency),
  },
  {
    key: "risk",
    header: "At risk",
    numeric: true,
    cell: ({ atRisk }) => payText(atRisk, currency),
    footer: payText(total, currency),
  },
];
