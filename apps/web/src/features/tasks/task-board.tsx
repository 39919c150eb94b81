import { type ReactNode, useState } from "react";
import { mayI } from "../../lib/who.ts";
import { FormMessage } from "../../ui/form-message.tsx";
import { PutOffDialog } from "./put-off-dialog.tsx";
import { TaskDialog } from "./task-dialog.tsx";
import { TaskGroups } from "./task-groups.tsx";
import { type TaskList, type TaskRow, usePeople } from "./tasks.ts";
import { useTaskActions } from "./use-task-actions.ts";
import { useSingleKeys, useTaskKeys } from "./use-task-keys.ts";

interface Props {
  list: TaskList;
  closed: boolean;
  /** The account whose tasks they are; null: of many. */
  accountId: string | null;
  /** Whether a task is being added, and how that is begun and ended. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onMore: () => void;
  /** In place of the groups, when there is nothing in them. */
  empty: ReactNode;
}

/** Tasks and everything that can be done about them, by pointer and by keys. */
export function TaskBoard({ list, closed, accountId, adding, onAdding, onMore, empty }: Props) {
  const [opened, setOpened] = useState<TaskRow | null>(null);
  const [puttingOff, setPuttingOff] = useState<TaskRow | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const actions = useTaskActions(setTrouble);
  const may = mayI("tasks.change");
  const keys = useSingleKeys();
  const complete = (row: TaskRow) => void actions.complete(row);
  useTaskKeys(
    may
      ? { rows: list.tasks, onAdd: () => onAdding(true), onComplete: complete, onPutOff: setPuttingOff }
      : null,
  );
  const deeds = {
    onComplete: complete,
    onOpen: setOpened,
    onPutOff: setPuttingOff,
    onTakeUp: (row: TaskRow) => void actions.takeUp(row),
    onDrop: (row: TaskRow) => void actions.drop(row),
    onReopen: (row: TaskRow) => void actions.reopen(row),
  };
  const shown = list.tasks.length > 0;
  return (
    <>
      {trouble !== null && <FormMessage text={trouble} />}
      {shown ? (
        <TaskGroups
          list={list}
          closed={closed}
          withAccount={accountId === null}
          deeds={may ? deeds : null}
          onMore={onMore}
        />
      ) : (
        empty
      )}
      {shown && may && keys && (
        <p className="text-2xs text-subtle max-md:hidden">
          J and K go from task to task, Enter opens one, E completes it, H puts it off, C adds one.
        </p>
      )}
      <TaskDialog
        editing={adding ? "new" : opened}
        accountId={accountId}
        people={usePeople(accountId)}
        actions={actions}
        onClose={() => {
          onAdding(false);
          setOpened(null);
        }}
      />
      <PutOffDialog
        row={puttingOff}
        onPutOff={(row, until) => void actions.putOff(row, until)}
        onClose={() => setPuttingOff(null)}
      />
    </>
  );
}
