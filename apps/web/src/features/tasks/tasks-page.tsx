import { useState } from "react";
import { counted } from "../../lib/format.ts";
import { listOf, listText } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { NoTasks } from "./no-tasks.tsx";
import { TaskBoard } from "./task-board.tsx";
import { priorityNames, sourceNames } from "./task-words.ts";
import { askedIn, type TaskList, usePeople, useTasks, useWhose } from "./tasks.ts";

const whoses = [
  { value: "mine", label: "Mine" },
  { value: "accounts", label: "My accounts" },
  { value: "all", label: "All" },
] as const;
const step = 100;
const choices = (names: Readonly<Record<string, string>>) => [
  { value: "", label: "Any" },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

/** What there is to do, for whom and by when. */
export function TasksPage() {
  const { search, change } = useSearchState();
  const { whose, usual } = useWhose(search);
  const [limit, setLimit] = useState(step);
  const [adding, setAdding] = useState(false);
  const closed = search["closed"] === "shown";
  const query = useTasks(askedIn(search, whose, limit));
  return (
    <Page
      title="Tasks"
      term="task-management"
      tools={
        <>
          <SavedViews path="/tasks" />
          {mayI("journal.record") && (
            <Button look="primary" aria-haspopup="dialog" onClick={() => setAdding(true)}>
              Add a task
            </Button>
          )}
        </>
      }
      filters={
        <>
          <Segmented
            label="Whose tasks"
            value={whose}
            options={whoses}
            onChange={(next) => change({ whose: next === usual ? undefined : next })}
          />
          <FindField label="Find tasks" placeholder="Find task or account" />
          <Filters />
          <Button
            look="quiet"
            aria-pressed={closed}
            className={closed ? "bg-selected!" : ""}
            onClick={() => change({ closed: closed ? undefined : "shown" })}
          >
            Closed
          </Button>
        </>
      }
    >
      <Loaded query={query} what="The tasks" skeleton={<Skeleton className="h-96" />}>
        {(list) => (
          <>
            <Told list={list} />
            <TaskBoard
              list={list}
              closed={closed}
              accountId={null}
              adding={adding}
              onAdding={setAdding}
              onMore={() => setLimit(limit + step)}
              empty={<NoTasks whose={whose} onAdd={() => setAdding(true)} />}
            />
          </>
        )}
      </Loaded>
      <UndoToasts />
    </Page>
  );
}

function Filters() {
  const people = usePeople(null);
  const { search, change } = useSearchState();
  const named = search["assignee"] === undefined ? undefined : listOf(search["assignee"])[0];
  const names = named && !people.includes(named) ? [...people, named] : people;
  return (
    <>
      <ChoiceMenu
        label="For"
        value={search["assignee"] === undefined ? "any" : (named ?? "any")}
        align="start"
        className="flex-none"
        choices={[
          { value: "any", label: "Anybody" },
          { value: "", label: "Nobody" },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(next) => change({ assignee: next === "any" ? undefined : listText([next]) })}
      />
      <ChoiceMenu
        label="Priority"
        value={search["priority"] ?? ""}
        align="start"
        className="flex-none"
        choices={choices(priorityNames)}
        onChange={(next) => change({ priority: next || undefined })}
      />
      <ChoiceMenu
        label="From"
        value={search["source"] ?? ""}
        align="start"
        className="flex-none"
        choices={choices(sourceNames)}
        onChange={(next) => change({ source: next || undefined })}
      />
    </>
  );
}

function Told({ list }: { list: TaskList }) {
  const of = (group: string) => list.counts.find((one) => one.group === group)?.tasks ?? 0;
  const open = list.counts.reduce((sum, { group, tasks }) => (group === "closed" ? sum : sum + tasks), 0);
  return (
    <p role="status" className="num text-xs text-muted">
      {counted(open, "open task")}
      {of("overdue") > 0 && <span className="text-negative">, {of("overdue")} overdue</span>}
      {of("today") > 0 && `, ${of("today")} due today`}.
    </p>
  );
}
