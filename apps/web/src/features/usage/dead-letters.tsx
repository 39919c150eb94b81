import { useQuery } from "@tanstack/react-query";
import { counted, momentText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { codeNames, type DeadLetter, type EventSource, useUsageActions } from "./usage.ts";

/** Events that could not be taken in, with what is wrong; to be read again or put away. */
export function DeadLetters({ sources }: { sources: readonly EventSource[] }) {
  const query = useQuery(trpc.usage.deadLetters.queryOptions());
  return (
    <Loaded query={query} what="The events that were not taken" skeleton={<Skeleton className="h-40" />}>
      {(letters) => <Letters letters={letters} sources={sources} />}
    </Loaded>
  );
}

function Letters({ letters, sources }: { letters: readonly DeadLetter[]; sources: readonly EventSource[] }) {
  const { replay, dismiss } = useUsageActions();
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const ids = letters.map(({ id }) => id);
  const became = replay.data;
  return (
    <FormSection
      flush
      title="Not taken"
      note="Events with something wrong of their own. The others of their batch were stored."
      tools={
        letters.length > 0 && (
          <>
            <Button disabled={replay.isPending} onClick={() => replay.mutate({ ids })}>
              Replay all
            </Button>
            <ConfirmButton
              label="Dismiss all"
              title={`Dismiss ${counted(letters.length, "event")}?`}
              verb="Dismiss"
              look="quiet"
              onConfirm={() => dismiss.mutateAsync({ ids })}
            >
              They are kept and still counted as not taken, but no longer shown, and cannot be replayed.
            </ConfirmButton>
          </>
        )
      }
    >
      <div className="px-4" role="status">
        {became && (
          <p className="num pb-2 text-xs text-muted">
            {counted(became.stored, "event")} stored, {became.duplicate} known already, {became.dead} still
            not taken.
          </p>
        )}
        {replay.error && <FormMessage text={replay.error.message} />}
      </div>
      {letters.length === 0 ? (
        <Empty title="Every event was taken." />
      ) : (
        <DataTable
          caption="Events that were not taken"
          columns={columnsWith(names)}
          rows={letters}
          rowKey={({ id }) => id}
          tall
        />
      )}
    </FormSection>
  );
}

const columnsWith = (names: ReadonlyMap<string, string>): Column<DeadLetter>[] => [
  {
    key: "code",
    header: "What is wrong",
    cell: (row) => (
      <span className="block min-w-24">
        <Chip tone="warning">{codeNames[row.code] ?? row.code}</Chip>
      </span>
    ),
  },
  {
    key: "reason",
    header: "Why",
    cell: (row) => <span className="block max-w-96 min-w-56 whitespace-normal">{row.reason}</span>,
  },
  { key: "source", header: "Source", cell: (row) => names.get(row.sourceId) ?? row.sourceId },
  { key: "at", header: "Came", cell: (row) => <span className="num">{momentText(row.receivedAt)}</span> },
  {
    key: "body",
    header: "The event",
    cell: (row) => (
      <code className="block max-w-80 truncate font-mono text-2xs" title={row.body.slice(0, 2_000)}>
        {row.body}
      </code>
    ),
  },
];
