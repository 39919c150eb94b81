import { count, counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { codeName, type LetterReason, type LettersAsked, type ReplayAll, useUsageActions } from "./usage.ts";

interface Props {
  reasons: readonly LetterReason[];
  names: ReadonlyMap<string, string>;
  shown: LettersAsked;
  onShow: (asked: LettersAsked) => void;
  replayAll: ReplayAll;
}

const keyOf = ({ code, sourceId }: LettersAsked) => `${code} ${sourceId}`;

/** What is wrong with the events that were not taken, and what is done about all that have the same wrong. */
export function LetterReasons({ reasons, names, shown, onShow, replayAll }: Props) {
  const { dismiss } = useUsageActions();
  const columns: Column<LetterReason>[] = [
    {
      key: "code",
      header: "What is wrong",
      cell: (row) => {
        const isShown = keyOf(row) === keyOf(shown);
        const { code, sourceId } = row;
        return (
          <>
            <button
              type="button"
              aria-pressed={isShown}
              className="rounded-sm text-left font-medium text-link hover:underline aria-pressed:text-fg"
              onClick={() => onShow(isShown ? {} : { code, sourceId })}
            >
              {codeName(code)}
            </button>
            <bdi className="block max-w-32 truncate text-2xs font-normal text-subtle sm:hidden">
              {names.get(sourceId) ?? sourceId}
            </bdi>
          </>
        );
      },
    },
    {
      key: "source",
      header: "Source",
      className: "max-sm:hidden",
      cell: (row) => <bdi>{names.get(row.sourceId) ?? row.sourceId}</bdi>,
    },
    { key: "count", header: "Events", numeric: true, cell: (row) => count(row.count) },
    {
      key: "do",
      header: <span className="sr-only">What is done</span>,
      cell: ({ code, sourceId, count: many }) => {
        const of = `${codeName(code)}, ${names.get(sourceId) ?? sourceId}`;
        return (
          <span className="flex justify-end gap-2">
            <Button
              aria-label={`Replay ${of}`}
              disabled={replayAll.isPending}
              onClick={() => replayAll.mutate({ code, sourceId })}
            >
              Replay
            </Button>
            <ConfirmButton
              label="Dismiss"
              name={`Dismiss ${of}`}
              look="quiet"
              title={`Dismiss ${counted(many, "event")}?`}
              onConfirm={() => dismiss.mutateAsync({ where: { code, sourceId } })}
            >
              They are kept and still counted as not taken, but no longer shown, and cannot be replayed.
            </ConfirmButton>
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      caption="What is wrong with events that were not taken"
      columns={columns}
      rows={reasons}
      rowKey={keyOf}
      tall
    />
  );
}
