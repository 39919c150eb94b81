import { counted } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { aheadBy } from "./countdown.tsx";
import {
  type Phase,
  type QueueRow,
  rowsOf,
  useQueue,
  useUsualView,
  type Whose,
  waitsForMe,
} from "./queue.ts";
import { QueueBoard } from "./queue-board.tsx";
import { QueueTable } from "./queue-table.tsx";
import { ByAe, Summary } from "./summary.tsx";

const whoses = [
  { value: "write", label: "Mine to write" },
  { value: "review", label: "Mine to review" },
  { value: "all", label: "All" },
] as const satisfies { value: Whose; label: string }[];
const phases = [
  { value: "open", label: "Open" },
  { value: "past", label: "Past" },
] as const satisfies { value: Phase; label: string }[];
const looks = [
  { value: "board", label: "Board" },
  { value: "table", label: "Table" },
] as const;

/** What of a list the address names, else what is usual. */
function chosen<Value extends string>(
  options: readonly { value: Value }[],
  named: string | undefined,
  usual: Value,
): Value {
  return options.find(({ value }) => value === named)?.value ?? usual;
}

/** The handoffs there are to do: by where each packet stands, the one due first on top. */
export function QueuePage() {
  const { search, change } = useSearchState();
  const usual = useUsualView();
  const whose = chosen(whoses, search["whose"], usual);
  const phase = chosen(phases, search["phase"], "open");
  const look = phase === "past" ? "table" : chosen(looks, search["look"], "board");
  const query = useQueue(phase);
  return (
    <Page
      title="Handoffs"
      term="handoff-process"
      tools={<SavedViews path="/handoffs" />}
      filters={
        <>
          <Segmented
            label="Whose handoffs"
            value={whose}
            options={whoses}
            onChange={(next) => change({ whose: next === usual ? undefined : next })}
          />
          <Segmented
            label="Phase"
            value={phase}
            options={phases}
            onChange={(next) => change({ phase: next === "open" ? undefined : next })}
          />
          <span className="flex-1" />
          {phase === "open" && (
            <Segmented
              label="Look"
              value={look}
              options={looks}
              onChange={(next) => change({ look: next === "board" ? undefined : next })}
            />
          )}
        </>
      }
    >
      <Summary />
      <Loaded query={query} what="The handoffs" skeleton={<Skeleton className="h-96" />}>
        {({ rows, currency, now }) => {
          const shown = rowsOf(rows, whose);
          const ahead = aheadBy(now, query.dataUpdatedAt);
          if (shown.length === 0) return <Nothing whose={whose} phase={phase} others={rows.length} />;
          return (
            <>
              <Told rows={shown} phase={phase} />
              {look === "board" ? (
                <QueueBoard rows={shown} currency={currency} ahead={ahead} />
              ) : (
                <QueueTable rows={shown} currency={currency} ahead={ahead} phase={phase} />
              )}
            </>
          );
        }}
      </Loaded>
      <ByAe />
      <UndoToasts />
    </Page>
  );
}

function Told({ rows, phase }: { rows: readonly QueueRow[]; phase: Phase }) {
  const waiting = rows.filter(waitsForMe).length;
  const late = rows.filter(({ verdict }) => verdict === "late").length;
  return (
    <p className="num text-xs text-muted">
      {counted(rows.length, phase === "open" ? "open handoff" : "past handoff")}
      {waiting > 0 && `, ${waiting} ${waiting === 1 ? "waits" : "wait"} for you`}
      {late > 0 && <span className="text-negative">, {late} late</span>}.
    </p>
  );
}

function Nothing({ whose, phase, others }: { whose: Whose; phase: Phase; others: number }) {
  const { empty } = useWorkspace();
  if (empty || (others === 0 && phase === "open"))
    return (
      <div className="card">
        <Empty title="No handoff is open.">
          A handoff opens by itself when a deal is closed, and leaves this list when packet, review,
          expectations and transfer are done.
        </Empty>
      </div>
    );
  return (
    <div className="card">
      <Empty title={phase === "open" ? "Nothing is yours to do." : "There is nothing here."}>
        {whose === "all" ? null : `${counted(others, "handoff")} of others: choose All to see them.`}
      </Empty>
    </div>
  );
}
