import { Link } from "@tanstack/react-router";
import { counted, percent, points } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { payText } from "../pay-words.ts";
import { differenceWords, type ReconciledAccount, type ReconciledStep } from "./nrr-rows.ts";

/** How many accounts are shown before all are asked for. */
const most = 40;

/** The accounts behind every step, or behind the one that is chosen. */
export function StepAccounts({ steps, currency }: { steps: readonly ReconciledStep[]; currency: string }) {
  const { search, change } = useSearchState();
  const chosen = steps.find(({ difference }) => difference === search["cause"]);
  const all = (chosen ? [chosen] : steps)
    .flatMap(({ difference, accounts }) => accounts.map((account) => ({ ...account, difference })))
    .sort((a, b) => Math.abs(Number(b.effect)) - Math.abs(Number(a.effect)));
  const rows = search["rows"] === "all" ? all : all.slice(0, most);
  return (
    <FormSection
      flush
      title={`Accounts behind ${chosen ? (differenceWords[chosen.difference]?.name ?? "").toLowerCase() : "the difference"}`}
      note={`${counted(all.length, "line")}, the largest effect first; the effects add up to the steps exactly.`}
      tools={
        <>
          {chosen && <Button onClick={() => change({ cause: undefined })}>Show every step</Button>}
          {rows.length < all.length && (
            <Button onClick={() => change({ rows: "all" })}>Show all {all.length}</Button>
          )}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No account is counted otherwise.</p>
      ) : (
        <DataTable
          caption="Accounts behind the difference"
          columns={columnsOf(currency)}
          rows={rows}
          rowKey={({ difference, accountId }) => `${difference} ${accountId ?? "others"}`}
        />
      )}
    </FormSection>
  );
}

type Row = ReconciledAccount & { readonly difference: string };

const ends = (of: ReconciledAccount["before"], currency: string): string =>
  of === null ? "not counted" : `${payText(of.opening, currency)} → ${payText(of.closing, currency)}`;

const columnsOf = (currency: string): Column<Row>[] => [
  {
    key: "account",
    header: "Account",
    cell: ({ accountId, name }) =>
      accountId === null ? (
        <span className="text-muted">{name}</span>
      ) : (
        <Link
          to="/accounts/$accountId"
          params={{ accountId }}
          className="link block max-w-56 truncate font-medium"
        >
          {name}
        </Link>
      ),
  },
  {
    key: "difference",
    header: "Step",
    cell: ({ difference, why }) => (
      <>
        <Chip>{differenceWords[difference]?.name ?? difference}</Chip>
        {why && difference === "eligibility" && <small className="max-w-72 truncate">{why}</small>}
      </>
    ),
  },
  {
    key: "before",
    header: "Before",
    numeric: true,
    cell: ({ accountId, before }) => (accountId === null ? "" : ends(before, currency)),
  },
  {
    key: "after",
    header: "After",
    numeric: true,
    cell: ({ accountId, after }) => (accountId === null ? "" : ends(after, currency)),
  },
  {
    key: "effect",
    header: "Effect",
    numeric: true,
    cell: ({ effect }) => points(effect, { digits: 4 }),
  },
];

/** The steps as a table: what each differs by, exactly. */
export function StepTable({
  board,
  pay,
  steps,
}: {
  board: string;
  pay: string;
  steps: readonly ReconciledStep[];
}) {
  const rows = [
    { key: "board", name: "Board NRR", meaning: "", value: percent(board, { digits: 4 }), exact: "" },
    ...steps.map(({ difference, effect, exact }) => ({
      key: difference,
      name: differenceWords[difference]?.name ?? difference,
      meaning: differenceWords[difference]?.meaning ?? "",
      value: points(effect, { digits: 4 }),
      exact,
    })),
    { key: "pay", name: "Pay NRR", meaning: "", value: percent(pay, { digits: 4 }), exact: "" },
  ];
  return (
    <DataTable
      caption="From board NRR to pay NRR"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "step",
          header: "Step",
          cell: ({ name, meaning }) => (
            <>
              {name}
              {meaning && <small>{meaning}</small>}
            </>
          ),
        },
        { key: "value", header: "Effect", numeric: true, cell: ({ value }) => value },
        {
          key: "exact",
          header: "Exactly",
          numeric: true,
          className: "max-md:hidden",
          cell: ({ exact }) => <span className="text-2xs text-muted">{exact}</span>,
        },
      ]}
    />
  );
}
