import { Link } from "@tanstack/react-router";
import { Check, Repeat } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { ActionMenu } from "../../ui/action-menu.tsx";
import { Chip } from "../../ui/chip.tsx";
import type { Action } from "../../ui/menu-items.tsx";
import { dueText, priorityNames, repeatsText, sourceNames } from "./task-words.ts";
import type { TaskRow } from "./tasks.ts";

/** What can be done about a task of the list. */
export interface TaskDeeds {
  readonly onComplete: (row: TaskRow) => void;
  readonly onOpen: (row: TaskRow) => void;
  readonly onPutOff: (row: TaskRow) => void;
  readonly onTakeUp: (row: TaskRow) => void;
  readonly onDrop: (row: TaskRow) => void;
  readonly onReopen: (row: TaskRow) => void;
}

interface Props {
  row: TaskRow;
  /** Null: the reader may not change tasks. */
  deeds: TaskDeeds | null;
  /** On the page of one account its name says nothing. */
  withAccount: boolean;
}

/** One task: its circle completes it, its title opens it, the menu does the rest. */
export function TaskItem({ row, deeds, withAccount }: Props) {
  const closed = row.due === "closed";
  return (
    <li
      data-task={row.entryId}
      className="flex items-start gap-2 border-t border-line px-3 py-2 text-xs first:border-t-0 focus-within:bg-hover hover:bg-hover sm:gap-3 sm:px-4"
    >
      <Circle row={row} deeds={deeds} />
      <div
        className={cx(
          "flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-0.5 @[50rem]/page:grid @[50rem]/page:items-center @[50rem]/page:gap-x-4",
          withAccount
            ? "@[50rem]/page:grid-cols-[minmax(0,1fr)_190px_150px_190px]"
            : "@[50rem]/page:grid-cols-[minmax(0,1fr)_150px_190px]",
        )}
      >
        <div className="w-full min-w-0 py-0.5">
          <Title row={row} deeds={deeds} />
          {row.note && <p className="truncate text-2xs text-subtle">{row.note.split("\n")[0]}</p>}
        </div>
        {withAccount && (
          <Link
            to="/accounts/$accountId"
            params={{ accountId: row.accountId }}
            className="inline-flex min-h-6 min-w-0 items-center rounded-sm text-muted hover:text-fg hover:underline"
          >
            <span className="truncate">{row.accountName}</span>
          </Link>
        )}
        <p
          className={cx(
            "min-h-6 min-w-0 truncate leading-6",
            row.assignee === null ? "text-subtle" : "text-muted",
          )}
        >
          {row.assignee ?? "Nobody"}
        </p>
        <p
          className={cx(
            "num leading-6 @[50rem]/page:text-right",
            row.due === "overdue" ? "text-negative" : "text-muted",
          )}
        >
          {dueText(row)}
        </p>
      </div>
      {deeds ? (
        <ActionMenu label={`More for ${row.title}`} actions={actionsOf(row, deeds)} />
      ) : (
        !closed && <span className="w-1" />
      )}
    </li>
  );
}

function Circle({ row, deeds }: Pick<Props, "row" | "deeds">) {
  const done = row.state === "done";
  const round = cx(
    "flex size-4.5 items-center justify-center rounded-full border",
    done ? "border-accent bg-accent text-on-accent" : "border-input",
  );
  const mark = (
    <span className={round} aria-hidden>
      {done && <Check size={11} strokeWidth={2.5} />}
    </span>
  );
  if (deeds === null || row.due === "closed")
    return (
      <span className="mt-0.5 flex size-6 flex-none items-center justify-center pointer-coarse:size-9">
        {mark}
        <span className="sr-only">{done ? "Done" : row.state === "cancelled" ? "Dropped" : "Open"}</span>
      </span>
    );
  return (
    <button
      type="button"
      aria-label={`Complete: ${row.title}`}
      onClick={() => deeds.onComplete(row)}
      className="mt-0.5 flex size-6 flex-none items-center justify-center rounded-full hover:text-accent pointer-coarse:size-9 [&:hover>span]:border-accent"
    >
      {mark}
    </button>
  );
}

function Title({ row, deeds }: Pick<Props, "row" | "deeds">) {
  const text = (
    <>
      <span className={cx("break-words", row.due === "closed" && "text-muted line-through decoration-1")}>
        {row.title}
      </span>
      {row.priority !== "normal" && row.due !== "closed" && (
        <>
          {" "}
          <Chip tone={row.priority === "high" ? "warning" : "neutral"}>{priorityNames[row.priority]}</Chip>
        </>
      )}
      {row.repeats && (
        <>
          {" "}
          <span className="inline-flex items-center gap-1 whitespace-nowrap text-2xs font-normal text-subtle">
            <Repeat size={12} strokeWidth={1.5} aria-hidden />
            {repeatsText(row.repeats)}
          </span>
        </>
      )}
      {row.madeBy !== "manual" && (
        <>
          {" "}
          <span className="whitespace-nowrap text-2xs font-normal text-subtle">
            {sourceNames[row.madeBy]}
          </span>
        </>
      )}
    </>
  );
  if (deeds === null || row.due === "closed")
    return (
      <p className="font-medium" data-title="" tabIndex={-1}>
        {text}
      </p>
    );
  return (
    <button
      type="button"
      data-title=""
      aria-haspopup="dialog"
      onClick={() => deeds.onOpen(row)}
      className="min-h-6 rounded-sm text-left font-medium pointer-coarse:min-h-9"
    >
      {text}
    </button>
  );
}

function actionsOf(row: TaskRow, deeds: TaskDeeds): Action[] {
  if (row.due === "closed") return [{ key: "reopen", label: "Open again", run: () => deeds.onReopen(row) }];
  return [
    {
      key: "change",
      label: "Change…",
      hint: "Assign it, another day, priority",
      run: () => deeds.onOpen(row),
    },
    row.due === "snoozed"
      ? { key: "take", label: "Take up now", run: () => deeds.onTakeUp(row) }
      : { key: "off", label: "Put off…", hint: "Out of sight until a day", run: () => deeds.onPutOff(row) },
    {
      key: "drop",
      label: "Drop",
      ...(row.repeats ? { hint: "It does not come again either" } : {}),
      run: () => deeds.onDrop(row),
    },
  ];
}
