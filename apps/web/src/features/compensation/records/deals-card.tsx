import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { DealOnRecord } from "../comp.ts";
import { payText } from "../pay-words.ts";
import { DealForms } from "./deal-forms.tsx";
import { useSomeRows } from "./some-rows.tsx";

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");

/** The first day of the quarter that holds a day. */
const quarterStart = (day: string): string =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;

/** Deals that were signed in a span of days: who is credited, and what is on record of each. */
export function DealsCard() {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const from = isDay(search["from"]) ? search["from"] : quarterStart(today);
  const to = isDay(search["to"]) ? search["to"] : today;
  const query = useQuery(trpc.comp.deals.queryOptions({ from, to }));
  const [chosen, setChosen] = useState<DealOnRecord | null>(null);
  return (
    <FormSection
      flush
      title="Deals"
      note="Who shares a deal, the days a credit waits for, and what is left out. Closed statements stay as they are: what changes is a line of the next."
      tools={
        <span className="-mb-6 flex gap-2 *:w-28 sm:*:w-36">
          <TextField
            name="from"
            label="Signed from"
            type="date"
            value={from}
            onChange={(day) => isDay(day) && change({ from: day })}
          />
          <TextField
            name="to"
            label="To"
            type="date"
            value={to}
            error={from > to ? "Before the first day." : undefined}
            onChange={(day) => isDay(day) && change({ to: day })}
          />
        </span>
      }
    >
      <Loaded query={query} what="The deals" skeleton={<Skeleton className="h-48" />}>
        {(deals) =>
          deals.length === 0 ? (
            <p className="border-t border-line px-4 py-3 text-xs text-muted">
              No deal was signed from {dayText(from)} to {dayText(to)}.
            </p>
          ) : (
            <DealTable
              caption={`${counted(deals.length, "deal")} signed from ${dayText(from)} to ${dayText(to)}`}
              deals={deals}
              onChoose={setChosen}
            />
          )
        }
      </Loaded>
      <Dialog
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? `${chosen.account}, ${chosen.kind}` : ""}
        note={chosen && `${payText(chosen.amount, chosen.currency)}, deal ${chosen.dealId}`}
      >
        {chosen && <DealForms deal={chosen} onClose={() => setChosen(null)} />}
      </Dialog>
    </FormSection>
  );
}

interface TableProps {
  caption: string;
  deals: readonly DealOnRecord[];
  onChoose: (deal: DealOnRecord) => void;
}

function DealTable({ caption, deals, onChoose }: TableProps) {
  const { shown, button } = useSomeRows(
    [...deals].sort((a, b) => ((a.signedOn ?? "9") < (b.signedOn ?? "9") ? 1 : -1)),
  );
  return (
    <>
      <DataTable
        caption={caption}
        columns={columnsOf(onChoose)}
        rows={shown}
        rowKey={({ dealId }) => dealId}
      />
      {button && <p className="border-t border-line px-4 py-2">{button}</p>}
    </>
  );
}

/** Who is credited with a deal, as it is on record. */
const creditedOf = ({ split, closer }: DealOnRecord): string =>
  split.length > 0
    ? split.map(({ person, percent }) => `${person} ${percent}\u00a0%`).join(", ")
    : (closer?.name ?? "nobody on record");

/** The days that are on record of a deal beside that of its signing. */
const daysOf = ({ gates, invoicedOn, paidOn }: DealOnRecord): string =>
  [
    ...gates.flatMap(({ gate, passedOn }) =>
      passedOn === null ? [] : [`${gate.replaceAll("_", " ")} ${dayText(passedOn)}`],
    ),
    ...(invoicedOn ? [`invoiced ${dayText(invoicedOn)}`] : []),
    ...(paidOn ? [`paid ${dayText(paidOn)}`] : []),
  ].join(", ");

const columnsOf = (choose: (deal: DealOnRecord) => void): Column<DealOnRecord>[] => [
  {
    key: "account",
    header: "Deal",
    cell: ({ accountId, account, kind }) => (
      <>
        <Link
          to="/accounts/$accountId"
          params={{ accountId }}
          className="link block max-w-56 truncate font-medium"
        >
          {account}
        </Link>
        <small>{kind}</small>
      </>
    ),
  },
  { key: "signed", header: "Signed", cell: ({ signedOn }) => (signedOn ? dayText(signedOn) : "not yet") },
  {
    key: "amount",
    header: "ARR",
    numeric: true,
    cell: ({ amount, currency }) => payText(amount, currency),
  },
  { key: "credited", header: "Closed or shared by", className: "max-sm:hidden", cell: creditedOf },
  {
    key: "days",
    header: "Days on record",
    className: "max-lg:hidden",
    cell: (deal) => <span className="text-muted">{daysOf(deal)}</span>,
  },
  {
    key: "do",
    header: <span className="sr-only">Change</span>,
    cell: (deal) => (
      <span className="flex justify-end">
        <Button
          look="quiet"
          aria-haspopup="dialog"
          aria-label={`Change what is on record of ${deal.account}, ${deal.kind}`}
          onClick={() => choose(deal)}
        >
          Change
        </Button>
      </span>
    ),
  },
];
