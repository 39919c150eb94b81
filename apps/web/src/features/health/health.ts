import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useFilters } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";

/** Health, use, stages and events of one account on one axis. */
export type AccountHealth = Outputs["health"]["account"];
/** A week of it. */
export type HealthWeek = AccountHealth["weeks"][number];
/** What the score of a week is made of. */
export type Explanation = Outputs["health"]["explain"];
/** The accounts at risk. */
export type Queue = Outputs["health"]["queue"];
/** Health of all accounts, for leadership. */
export type Overview = Outputs["health"]["overview"];
/** Red flags of all accounts. */
export type Flags = Outputs["health"]["flags"];
/** The models and what they can be made of. */
export type Models = Outputs["health"]["models"];
/** What a model says of the past. */
export type BackTest = Outputs["health"]["backtest"];

/** Over how many weeks an account can be looked at. */
export const spans = [26, 52, 104] as const;
/** One of {@link spans}. */
export type Span = (typeof spans)[number];

/** The weeks the address asks for, and the one that is looked at closely. */
export function useWeeks(): {
  span: Span;
  week: string | null;
  change: ReturnType<typeof useSearchState>["change"];
} {
  const { search, change } = useSearchState();
  const asked = spans.find((one) => String(one) === search["weeks"]);
  const week = /^\d{4}-\d{2}-\d{2}$/.test(search["week"] ?? "") ? (search["week"] ?? null) : null;
  return { span: asked ?? 26, week, change };
}

/** The joined panel of an account over some weeks. */
export function useAccountHealth(accountId: string, weeks: Span) {
  return useQuery(
    trpc.health.account.queryOptions({ accountId, weeks } as Inputs["health"]["account"], {
      placeholderData: keepPreviousData,
    }),
  );
}

/** What the score of a week is made of; without a week that of the last one measured. */
export function useExplanation(accountId: string, week: string | null) {
  return useQuery(
    trpc.health.explain.queryOptions(
      (week === null ? { accountId } : { accountId, week }) as Inputs["health"]["explain"],
      { placeholderData: keepPreviousData },
    ),
  );
}

/** The page that the address names, and the way to another one. */
export function usePage(): { page: number; goTo: (page: number) => void } {
  const { search, change } = useSearchState();
  const page = Math.max(1, Math.floor(Number(search["page"])) || 1);
  return { page, goTo: (next) => change({ page: next === 1 ? undefined : String(next) }, { push: true }) };
}

/** Accounts at risk that the filters leave: a page of those of a place, or of all. */
export function useQueue(of: { place?: Queue["rows"][number]["place"]; page?: number; pageSize?: number }) {
  return useQuery(
    trpc.health.queue.queryOptions({ ...of, ...useFilters() }, { placeholderData: keepPreviousData }),
  );
}

/** Health of the accounts that the filters leave. */
export function useOverview() {
  return useQuery(trpc.health.overview.queryOptions(useFilters(), { placeholderData: keepPreviousData }));
}

/** A page of the detractors among the accounts that the filters leave: of those that stand so, or of all. */
export function useDetractors(of: {
  state?: Outputs["health"]["detractors"]["rows"][number]["state"];
  page?: number;
  pageSize: number;
}) {
  return useQuery(
    trpc.health.detractors.queryOptions({ ...of, ...useFilters() }, { placeholderData: keepPreviousData }),
  );
}

/** Health by feature area of the accounts that the filters leave. */
export function useAreas() {
  return useQuery(trpc.health.areas.queryOptions(useFilters(), { placeholderData: keepPreviousData }));
}

/** Which red flags are asked for. */
export type FlagChoice = NonNullable<Extract<Inputs["health"]["flags"], object>["state"]>;

/** A page of red flags: of those that are open, silenced or accepted, or of all of a year. */
export function useFlags(state: FlagChoice, page: number) {
  return useQuery(
    trpc.health.flags.queryOptions({ state, page, ...useFilters() }, { placeholderData: keepPreviousData }),
  );
}

/** What people can do about the health of an account; everything that follows from it is read anew. */
export function useHealthWrites() {
  const anew = useReadAnew();
  const after = { onSuccess: anew };
  return {
    override: useMutation(trpc.health.override.mutationOptions(after)).mutateAsync,
    judge: useMutation(trpc.health.sentiment.mutationOptions(after)).mutateAsync,
    raise: useMutation(trpc.health.raiseFlag.mutationOptions(after)).mutateAsync,
    handleFlag: useMutation(trpc.health.handleFlag.mutationOptions(after)).mutateAsync,
    handleRisk: useMutation(trpc.health.handleRisk.mutationOptions(after)).mutateAsync,
    escalate: useMutation(trpc.health.escalate.mutationOptions(after)).mutateAsync,
    closeEscalation: useMutation(trpc.health.closeEscalation.mutationOptions(after)).mutateAsync,
    complete: useMutation(trpc.tasks.complete.mutationOptions(after)).mutateAsync,
    reopen: useMutation(trpc.tasks.reopen.mutationOptions(after)).mutateAsync,
    startPlay: useMutation(trpc.plays.start.mutationOptions(after)).mutateAsync,
    clear: useMutation(trpc.health.clearFlag.mutationOptions(after)).mutateAsync,
    saveModel: useMutation(trpc.health.saveModel.mutationOptions(after)).mutateAsync,
    activate: useMutation(trpc.health.activateModel.mutationOptions(after)).mutateAsync,
    saveRule: useMutation(trpc.health.saveRule.mutationOptions(after)).mutateAsync,
  };
}
