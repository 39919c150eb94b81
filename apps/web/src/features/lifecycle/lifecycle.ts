import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import type { StageKey } from "../../ui/stage-mark.tsx";
import type { Confirmer } from "./entry-form-parts.ts";

/** The lifecycle board as the server tells it. */
export type Board = Outputs["lifecycle"]["board"];
/** One account on the board. */
export type Card = Board["cards"][number];
/** The head of a column. */
export type ColumnHead = Board["columns"][number];
/** Where one account stands, with what that rests on. */
export type Standing = Outputs["lifecycle"]["account"];
/** One gate of an account, clause by clause. */
export type Gate = Standing["gates"][number];
/** One clause of a gate. */
export type Clause = Gate["clauses"][number];
/** What it takes to have an account in a column. */
export type MoveAnswer = Outputs["lifecycle"]["move"];
/** Something that can be put on record of an account. */
export type Entry = Inputs["journal"]["record"]["entry"];

/** The board of a day, of today where none is given, narrowed by the filters of the address. */
export function useBoard(filters: Readonly<Record<string, string[]>>, on: string | undefined) {
  return useQuery({
    ...trpc.lifecycle.board.queryOptions({
      filters,
      ...(on === undefined ? {} : { on }),
    } as Inputs["lifecycle"]["board"]),
    placeholderData: keepPreviousData,
  });
}

/** Where an account stands on a day; today where none is given. */
export function useStandingOn(accountId: string, on: string | undefined) {
  return useQuery({
    ...trpc.lifecycle.account.queryOptions({
      accountId,
      ...(on === undefined ? {} : { on }),
    } as Inputs["lifecycle"]["account"]),
    placeholderData: keepPreviousData,
  });
}

/** What it takes to have an account in a column. */
export function moveQuery(accountId: string, to: StageKey) {
  return {
    ...trpc.lifecycle.move.queryOptions({ accountId, to } as Inputs["lifecycle"]["move"]),
    staleTime: 0,
  };
}

/** The columns an account can be moved to, in their order. */
export const moveTargets = ["won", "onboarded", "adopted", "expansion", "renewal", "churn"] as const;

/** The account whose move is open, and the panel as the address has it. */
export interface Chosen {
  readonly accountId: string;
  readonly panel: string;
}

/** The panel of a move in the address: `move:acc_1.onboarded`. */
export function moveAddress(panel: string | undefined): { accountId: string; to: StageKey } | null {
  const [, accountId, to] = /^move:([a-zA-Z0-9_]+)\.([a-z]+)$/.exec(panel ?? "") ?? [];
  const stage = moveTargets.find((one) => one === to);
  return accountId !== undefined && stage !== undefined ? { accountId, to: stage } : null;
}

/** The customer's people who may confirm an outcome: sponsors first, then champions; nobody where one may not read people. */
export function useConfirmers(accountId: string): Confirmer[] {
  const { data } = useQuery({
    ...trpc.stakeholders.ofAccount.queryOptions({ accountId } as Inputs["stakeholders"]["ofAccount"]),
    enabled: mayI("stakeholders.ofAccount"),
  });
  const people = (data?.people ?? []).flatMap(({ contactId, name, roles }) =>
    roles.flatMap(({ role, state }): Confirmer[] =>
      name !== null && state === "active" && (role === "sponsor" || role === "champion")
        ? [{ contactId, name, role }]
        : [],
    ),
  );
  return people.sort((a, b) => (a.role < b.role ? 1 : a.role > b.role ? -1 : a.name < b.name ? -1 : 1));
}
