import { useState } from "react";
import type { Inputs } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { TaskBoard } from "./task-board.tsx";
import { useTasks } from "./tasks.ts";

/** The tasks of one account, those that are closed on request. */
export function TasksTab({ accountId }: { accountId: string }) {
  const { search, change } = useSearchState();
  const closed = search["closed"] === "shown";
  const [adding, setAdding] = useState(false);
  const asked = { of: "all", accountId, closed, limit: 500 } as Inputs["tasks"]["list"];
  const query = useTasks(asked);
  const may = mayI("journal.record");
  return (
    <>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button
          look="quiet"
          aria-pressed={closed}
          className={closed ? "bg-selected!" : ""}
          onClick={() => change({ closed: closed ? undefined : "shown" })}
        >
          Closed
        </Button>
        {may && (
          <Button aria-haspopup="dialog" onClick={() => setAdding(true)}>
            Add a task
          </Button>
        )}
      </div>
      <Loaded query={query} what="The tasks" skeleton={<Skeleton className="h-64" />}>
        {(list) => (
          <TaskBoard
            list={list}
            closed={closed}
            accountId={accountId}
            adding={adding}
            onAdding={setAdding}
            onMore={() => change({ closed: "shown" })}
            empty={
              <div className="card">
                <Empty title="Nothing is left to do for this account.">
                  {may ? "Add what you do not want to forget." : null}
                </Empty>
              </div>
            }
          />
        )}
      </Loaded>
      <UndoToasts />
    </>
  );
}
