import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count, counted, momentText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { Letter } from "./letter.tsx";
import { LetterReasons } from "./letter-reasons.tsx";
import { Pages, perPage } from "./pages.tsx";
import {
  codeName,
  type DeadLetter,
  type EventSource,
  type LettersAsked,
  type ReplayAll,
  type DeadLetters as Told,
  useReplayAll,
  useUsageActions,
} from "./usage.ts";

/** Events that could not be taken in, by what is wrong and one by one; to be read again or put away. */
export function DeadLetters({ sources }: { sources: readonly EventSource[] }) {
  const [where, setWhere] = useState<LettersAsked>({});
  const [from, setFrom] = useState(0);
  const asked = { where, from, most: perPage };
  const query = useQuery(trpc.usage.deadLetters.queryOptions(asked, { placeholderData: keepPreviousData }));
  const show = (next: LettersAsked) => {
    setWhere(next);
    setFrom(0);
  };
  return (
    <Loaded query={query} what="The events that were not taken" skeleton={<Skeleton className="h-40" />}>
      {(told) => (
        <Letters told={told} sources={sources} shown={where} onShow={show} from={from} onFrom={setFrom} />
      )}
    </Loaded>
  );
}

interface Props {
  told: Told;
  sources: readonly EventSource[];
  shown: LettersAsked;
  onShow: (asked: LettersAsked) => void;
  from: number;
  onFrom: (from: number) => void;
}

function Letters({ told: { letters, reasons }, sources, shown, onShow, from, onFrom }: Props) {
  const [opened, setOpened] = useState<DeadLetter | null>(null);
  const replayAll = useReplayAll();
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const all = reasons.reduce((sum, { count: of }) => sum + of, 0);
  const isNarrowed = shown.code !== undefined;
  const meant = reasons.filter(
    ({ code, sourceId }) => !isNarrowed || (code === shown.code && sourceId === shown.sourceId),
  );
  const total = meant.reduce((sum, { count: of }) => sum + of, 0);
  return (
    <FormSection
      flush
      title="Not taken"
      note="Events with something wrong of their own. The others of their batch were stored."
      tools={all > 0 && <AllTools all={all} replayAll={replayAll} />}
    >
      <Became of={replayAll} />
      {all === 0 ? (
        <Empty title="Every event was taken." />
      ) : (
        <>
          <LetterReasons
            reasons={reasons}
            names={names}
            shown={shown}
            onShow={onShow}
            replayAll={replayAll}
          />
          <h3 className="flex flex-wrap items-center gap-2 px-4 pt-4 pb-1 text-xs font-semibold">
            {isNarrowed ? `${codeName(shown.code ?? "")}: ${counted(total, "event")}` : "The newest"}
            {isNarrowed && (
              <Button look="quiet" onClick={() => onShow({})}>
                Show all {count(all)}
              </Button>
            )}
          </h3>
          <DataTable
            caption="Events that were not taken"
            columns={columnsWith(names, setOpened)}
            rows={letters}
            rowKey={({ id }) => id}
            tall
          />
          <Pages what="events that were not taken" from={from} total={total} onFrom={onFrom} />
        </>
      )}
      {opened && (
        <Letter
          key={opened.id}
          of={opened}
          source={names.get(opened.sourceId) ?? opened.sourceId}
          onClose={() => setOpened(null)}
        />
      )}
    </FormSection>
  );
}

function AllTools({ all, replayAll }: { all: number; replayAll: ReplayAll }) {
  const { dismiss } = useUsageActions();
  return (
    <>
      <Button disabled={replayAll.isPending} onClick={() => replayAll.mutate({})}>
        Replay all
      </Button>
      <ConfirmButton
        label="Dismiss all"
        title={`Dismiss ${counted(all, "event")}?`}
        verb="Dismiss"
        look="quiet"
        onConfirm={() => dismiss.mutateAsync({ where: {} })}
      >
        They are kept and still counted as not taken, but no longer shown, and cannot be replayed.
      </ConfirmButton>
    </>
  );
}

/** What came of the last replay of many, wherever on the page it was asked for. */
function Became({ of: { data, error } }: { of: ReplayAll }) {
  return (
    <div className="px-4" role="status">
      {data && (
        <p className="num pb-2 text-xs text-muted">
          {counted(data.stored, "event")} stored, {count(data.duplicate)} known already, {count(data.dead)}{" "}
          still not taken.
        </p>
      )}
      {error && <FormMessage text={error.message} />}
    </div>
  );
}

const columnsWith = (
  names: ReadonlyMap<string, string>,
  open: (letter: DeadLetter) => void,
): Column<DeadLetter>[] => [
  {
    key: "code",
    header: "What is wrong",
    cell: (row) => (
      <span className="block min-w-24">
        <Chip tone="warning">{codeName(row.code)}</Chip>
        <span className="num block text-2xs font-normal text-subtle sm:hidden">
          {momentText(row.receivedAt)}
        </span>
      </span>
    ),
  },
  {
    key: "reason",
    header: "Why",
    className: "max-sm:hidden",
    cell: (row) => (
      <span className="block max-w-96 min-w-56 whitespace-normal">
        <bdi>{row.reason}</bdi>
      </span>
    ),
  },
  {
    key: "source",
    header: "Source",
    className: "max-sm:hidden",
    cell: (row) => <bdi>{names.get(row.sourceId) ?? row.sourceId}</bdi>,
  },
  {
    key: "at",
    header: "Came",
    className: "max-sm:hidden",
    cell: (row) => <span className="num">{momentText(row.receivedAt)}</span>,
  },
  {
    key: "open",
    header: <span className="sr-only">The event</span>,
    cell: (row) => (
      <Button
        aria-haspopup="dialog"
        aria-label={`Open the event ${row.messageId ?? row.id}`}
        onClick={() => open(row)}
      >
        Open…
      </Button>
    ),
  },
];
