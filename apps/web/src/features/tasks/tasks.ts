import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { priorities, taskSources } from "@termwise/core/facts";
import type { DueGroup } from "@termwise/core/work";
import type { Search } from "../../lib/search.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { listOf } from "../../lib/url.ts";
import { useWho } from "../../lib/who.ts";

/** The tasks somebody asked for. */
export type TaskList = Outputs["tasks"]["list"];
/** A task with the account it is about. */
export type TaskRow = TaskList["tasks"][number];
/** What of tasks is asked for. */
type Asked = Inputs["tasks"]["list"];
/** Whose tasks are shown. */
export type Whose = "mine" | "accounts" | "all";

const whoses = ["mine", "accounts", "all"] as const;

/** Whose tasks the address asks for, else what is usual: one's own, and everybody's for who looks after no accounts. */
export function useWhose(search: Search): { whose: Whose; usual: Whose } {
  const { scope } = useWho().member;
  const usual = scope === "own" ? "mine" : "accounts";
  return { whose: whoses.find((one) => one === search["whose"]) ?? usual, usual };
}

const known = <Value extends string>(text: string | undefined, values: readonly Value[]): Value[] =>
  values.filter((value) => listOf(text).includes(value));

/** What the address asks for. */
export function askedIn(search: Search, whose: Whose, limit: number): Asked {
  const priority = known(search["priority"], priorities);
  const source = known(search["source"], taskSources);
  const assignees = search["assignee"] === undefined ? [] : listOf(search["assignee"]);
  return {
    of: whose,
    limit,
    closed: search["closed"] === "shown",
    ...(priority.length > 0 ? { priorities: priority } : {}),
    ...(source.length > 0 ? { sources: source } : {}),
    ...(assignees.length > 0 ? { assignees } : {}),
    ...(search["q"] ? { search: search["q"] } : {}),
  };
}

/** Tasks, with the answer before in sight until the next is there. */
export function useTasks(asked: Asked) {
  return useQuery(trpc.tasks.list.queryOptions(asked, { placeholderData: keepPreviousData }));
}

const nobody: readonly string[] = [];

/** Whom tasks of an account can be given to; without one, of any account one may see. */
export function usePeople(accountId: string | null): readonly string[] {
  const asked = (accountId === null ? {} : { accountId }) as Inputs["tasks"]["people"];
  return useQuery(trpc.tasks.people.queryOptions(asked)).data ?? nobody;
}

/** The groups that are shown: open ones that have tasks, and closed ones on request. */
export function shownGroups(
  list: TaskList,
  closed: boolean,
): { group: DueGroup; rows: TaskRow[]; tasks: number }[] {
  return list.counts
    .filter(({ group, tasks }) => tasks > 0 && (closed || group !== "closed"))
    .map(({ group, tasks }) => ({ group, tasks, rows: list.tasks.filter(({ due }) => due === group) }));
}
