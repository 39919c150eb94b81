import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { payText, signedPay } from "../pay-words.ts";

/** What one scenario comes to, in whole minor units. */
export interface Outcome {
  readonly key: string;
  readonly name: string;
  readonly total: string;
  readonly difference: string;
  readonly atRisk: string;
  readonly parts: readonly { readonly component: string; readonly amount: string }[];
}

interface Props {
  /** What is now, then the scenarios. */
  outcomes: readonly Outcome[];
  components: readonly { readonly component: string; readonly name: string }[];
  currency: string;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly strong: boolean;
  readonly of: (outcome: Outcome) => string;
}

/** The outcome now beside each scenario, component by component. */
export function OutcomeCard({ outcomes, components, currency }: Props) {
  const rows: Row[] = [
    ...components.map(
      ({ component, name }): Row => ({
        key: component,
        name,
        strong: false,
        of: ({ parts }) =>
          payText(parts.find((part) => part.component === component)?.amount ?? "0", currency),
      }),
    ),
    { key: "total", name: "Payable", strong: true, of: ({ total }) => payText(total, currency) },
    {
      key: "difference",
      name: "More or less than now",
      strong: false,
      of: ({ key, difference }) => (key === "now" ? "" : signedPay(difference, currency)),
    },
    { key: "risk", name: "Commission at risk", strong: false, of: ({ atRisk }) => payText(atRisk, currency) },
  ];
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: "Component",
      cell: ({ name, strong }) => (strong ? <span className="font-semibold">{name}</span> : name),
    },
    ...outcomes.map(
      (outcome): Column<Row> => ({
        key: outcome.key,
        header: outcome.name,
        numeric: true,
        cell: ({ of, strong }) => (
          <span className={strong ? "font-semibold" : undefined} data-outcome={outcome.key}>
            {of(outcome)}
          </span>
        ),
      }),
    ),
  ];
  return (
    <FormSection
      flush
      title="What it would come to"
      note="Simulated: the statement as it would be built now, and under each scenario."
    >
      <DataTable
        caption="Now and under each scenario"
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </FormSection>
  );
}
