import { dayText } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { type OnRecord, useCompActions } from "../comp.ts";
import { exceptionNames, triggerNames } from "../loss-words.ts";
import { useSomeRows } from "./some-rows.tsx";

type Held = OnRecord["losses"][number];

/** Losses that are on record for pay; one that was wrong is withdrawn, and a later statement gives back what it took. */
export function LossesCard({ losses }: { losses: readonly Held[] }) {
  const { recordLoss } = useCompActions();
  const rows = [...losses].sort((a, b) => (a.on < b.on ? 1 : -1));
  const { shown, button } = useSomeRows(rows);
  const withdraw = ({ accountName: _, ...loss }: Held) =>
    recordLoss.mutateAsync({ loss: { ...loss, withdrawn: true } });
  return (
    <FormSection
      flush
      title="Losses on record"
      note="What may take commission back, the newest first."
      tools={button}
    >
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No loss is on record.</p>
      ) : (
        <DataTable
          caption="Losses on record"
          columns={columnsOf(withdraw)}
          rows={shown}
          rowKey={({ lossId }) => lossId}
        />
      )}
    </FormSection>
  );
}

const columnsOf = (withdraw: (loss: Held) => Promise<unknown>): Column<Held>[] => [
  {
    key: "account",
    header: "Account",
    cell: ({ accountName }) => <span className="block max-w-56 truncate">{accountName}</span>,
  },
  {
    key: "what",
    header: "What",
    cell: ({ trigger, exception, withdrawn }) => (
      <span className="flex flex-wrap items-center gap-1.5">
        {triggerNames[trigger]}
        {exception && <Chip>{exceptionNames[exception]}</Chip>}
        {withdrawn && <Chip>withdrawn</Chip>}
      </span>
    ),
  },
  { key: "on", header: "On", cell: ({ on }) => dayText(on) },
  {
    key: "ref",
    header: "Where it stands",
    className: "max-lg:hidden",
    cell: ({ ref }) => <span className="block max-w-64 truncate text-muted">{ref}</span>,
  },
  {
    key: "do",
    header: <span className="sr-only">Withdraw</span>,
    cell: (loss) =>
      !loss.withdrawn && (
        <span className="flex justify-end">
          <ConfirmButton
            look="quiet"
            label="Withdraw"
            name={`Withdraw the loss of ${loss.accountName}, ${dayText(loss.on)}`}
            title={`Withdraw the loss of ${loss.accountName}?`}
            onConfirm={() => withdraw(loss)}
          >
            It takes nothing back any more. What a closed statement took back is given back by the next one.
          </ConfirmButton>
        </span>
      ),
  },
];
