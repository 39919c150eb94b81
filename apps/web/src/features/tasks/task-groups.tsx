import { type DueGroup, dueGroups } from "@termwise/core/work";
import { count } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { type TaskDeeds, TaskItem } from "./task-item.tsx";
import { shownGroups, type TaskList } from "./tasks.ts";

interface Props {
  list: TaskList;
  closed: boolean;
  withAccount: boolean;
  deeds: TaskDeeds | null;
  onMore: () => void;
}

/** Tasks under the heads of when they fall due. */
export function TaskGroups({ list, closed, withAccount, deeds, onMore }: Props) {
  return shownGroups(list, closed).map(({ group, rows, tasks }) => (
    <section key={group} aria-labelledby={`tasks-${group}`} className="card min-w-0 overflow-clip">
      <Head group={group} tasks={tasks} />
      <ul aria-labelledby={`tasks-${group}`} className="border-t border-line">
        {rows.map((row) => (
          <TaskItem key={row.entryId} row={row} deeds={deeds} withAccount={withAccount} />
        ))}
      </ul>
      {rows.length < tasks && (
        <div className="flex items-center gap-3 border-t border-line px-4 py-2">
          <span className="num text-2xs text-subtle">
            {count(rows.length)} of {count(tasks)}
          </span>
          <Button onClick={onMore}>Show more</Button>
        </div>
      )}
    </section>
  ));
}

function Head({ group, tasks }: { group: DueGroup; tasks: number }) {
  return (
    <h2 id={`tasks-${group}`} className="flex items-baseline gap-2 px-4 py-2 text-xs font-semibold">
      <span className={group === "overdue" ? "text-negative" : undefined}>{dueGroups[group]}</span>
      <span className="num text-2xs font-normal text-subtle">{count(tasks)}</span>
    </h2>
  );
}
