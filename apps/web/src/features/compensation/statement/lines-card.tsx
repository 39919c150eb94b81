import type { StatementLine } from "@termwise/core/compensation";
import { counted, dayText, majorOf } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { attainmentText, kindName, payText } from "../pay-words.ts";

/** A line as the table shows it: with its account's name and whether it is disputed. */
export interface ShownLine extends StatementLine {
  readonly accountName: string | null;
  readonly disputed: "open" | "resolved" | null;
}

/** The address of the panel that shows how a line came about. */
export const linePanel = (lineId: string): string => `line:${lineId}`;

interface Props {
  lines: readonly ShownLine[];
  total: string;
  currency: string;
  period: string;
  componentName: (id: string) => string;
}

/** Every line of a statement; each opens how it came about. */
export function LinesCard({ lines, total, currency, period, componentName }: Props) {
  const { search, change } = useSearchState();
  const kind = lines.some((line) => line.kind === search["kind"]) ? search["kind"] : undefined;
  const shown = kind === undefined ? lines : lines.filter((line) => line.kind === kind);
  return (
    <FormSection
      flush
      title="Lines"
      note={
        kind === undefined
          ? `${counted(lines.length, "line")} that add up to ${payText(total, currency)}. Each opens how it came about, from the row it goes back to down to the clause that pays it.`
          : `${counted(shown.length, "line")} of kind ${kindName(kind).toLowerCase()}, of ${lines.length}.`
      }
      tools={kind && <Button onClick={() => change({ kind: undefined })}>Show every line</Button>}
    >
      {lines.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nothing was earned and nothing was taken back in this period.
        </p>
      ) : (
        <DataTable
          caption="Lines of the statement"
          columns={columnsOf({ currency, period, componentName, total: kind ? null : total })}
          rows={shown}
          rowKey={({ lineId }) => lineId}
          footer={kind === undefined}
        />
      )}
    </FormSection>
  );
}

interface Told {
  currency: string;
  period: string;
  componentName: (id: string) => string;
  total: string | null;
}

function columnsOf({ currency, period, componentName, total }: Told): Column<ShownLine>[] {
  const amount = (minor: string | null) => (minor === null ? "" : payText(minor, currency));
  return [
    {
      key: "line",
      header: "Line",
      cell: (line) => (
        <span className="flex max-w-72 flex-wrap items-center gap-x-2 max-sm:max-w-44">
          <OpensPanel
            panel={linePanel(line.lineId)}
            className="link min-h-6 min-w-0 truncate text-left text-link"
          >
            {line.accountName ?? componentName(line.component)}
          </OpensPanel>
          <span className="w-full text-2xs font-normal text-subtle sm:hidden">
            {kindName(line.kind)}
            {line.on && `, ${dayText(line.on)}`}
          </span>
          {line.disputed && (
            <Chip tone={line.disputed === "open" ? "warning" : "neutral"}>
              {line.disputed === "open" ? "disputed" : "dispute resolved"}
            </Chip>
          )}
        </span>
      ),
      footer: "Payable",
    },
    {
      key: "kind",
      header: "Kind",
      className: "max-sm:hidden",
      cell: (line) => (
        <>
          {kindName(line.kind)}
          {line.forPeriod !== period && <span className="text-subtle"> of {line.forPeriod}</span>}
        </>
      ),
    },
    {
      key: "component",
      header: "Component",
      className: "max-xl:hidden",
      cell: (line) => <span className="text-muted">{componentName(line.component)}</span>,
    },
    {
      key: "on",
      header: "On",
      className: "max-sm:hidden",
      cell: (line) => (line.on ? dayText(line.on) : ""),
    },
    {
      key: "credited",
      header: "Credited",
      numeric: true,
      className: "max-md:hidden print:table-cell!",
      cell: (line) => amount(line.credited),
    },
    {
      key: "split",
      header: "Split",
      numeric: true,
      className: "max-lg:hidden print:table-cell!",
      cell: (line) => (line.percent === null ? "" : `${line.percent}\u00a0%`),
    },
    {
      key: "attainment",
      header: "Attainment after",
      numeric: true,
      className: "max-lg:hidden",
      cell: (line) => attainmentText(line.trace.attainmentAfter),
    },
    {
      key: "held",
      header: "Waits",
      numeric: true,
      className: "max-md:hidden",
      cell: (line) => (
        <span className="text-muted">
          {amount(line.held)}
          {line.withheld !== null && <small>{amount(line.withheld)} held back</small>}
        </span>
      ),
    },
    {
      key: "amount",
      header: "Amount",
      numeric: true,
      value: (line) => ({ money: majorOf(line.amount, currency), currency }),
      cell: (line) => (
        <span className={line.amount.startsWith("-") ? "text-negative" : undefined}>
          {amount(line.amount)}
        </span>
      ),
      footer: amount(total),
    },
  ];
}
