import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { viewOf } from "./statement/view-of.ts";

/** A deal the ledger tells of. */
export type DealOnRecord = Outputs["comp"]["deals"][number];
/** What people put on record beside the ledger. */
export type OnRecord = Outputs["comp"]["onRecord"];
/** One version of a plan with everything that is told of it. */
export type PlanView = Outputs["comp"]["plan"];
/** A version of a plan in the list. */
export type PlanRow = Outputs["comp"]["plans"][number];
/** A statement in a list. */
export type StatementRow = Outputs["comp"]["statements"]["statements"][number];
/** A statement of the team. */
export type TeamRow = Outputs["comp"]["team"]["rows"][number];
/** A plan as it is given to somebody. */
export type Assignment = Outputs["comp"]["assignments"][number];
/** A back-test of a plan. */
export type BackTest = Outputs["comp"]["backtest"];
/** What a statement would come to under a scenario. */
export type Simulation = Outputs["comp"]["simulation"];
/** What a simulation supposes, as the server reads it. */
export type Scenario = Inputs["comp"]["simulation"]["scenario"];

/** One statement, as its page shows it. */
export function useStatement(number: number) {
  return useQuery(trpc.comp.statement.queryOptions({ number }, { select: viewOf }));
}

/** The statements of a person, the latest first; one's own where nobody is named. Null: not asked yet. */
export function useStatements(person?: string | null) {
  const asked = person == null ? {} : { person };
  return useQuery(trpc.comp.statements.queryOptions(asked, { enabled: person !== null }));
}

/** What is done about pay; everything that is told of it follows at once. */
export function useCompActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.comp.pathKey() });
  return {
    savePlan: useMutation(trpc.comp.savePlan.mutationOptions({ onSuccess })),
    submitPlan: useMutation(trpc.comp.submitPlan.mutationOptions({ onSuccess })),
    sendBackPlan: useMutation(trpc.comp.sendBackPlan.mutationOptions({ onSuccess })),
    approvePlan: useMutation(trpc.comp.approvePlan.mutationOptions({ onSuccess })),
    activatePlan: useMutation(trpc.comp.activatePlan.mutationOptions({ onSuccess })),
    retirePlan: useMutation(trpc.comp.retirePlan.mutationOptions({ onSuccess })),
    assign: useMutation(trpc.comp.assign.mutationOptions({ onSuccess })),
    draft: useMutation(trpc.comp.draft.mutationOptions({ onSuccess })),
    review: useMutation(trpc.comp.reviewStatement.mutationOptions({ onSuccess })),
    publish: useMutation(trpc.comp.publishStatement.mutationOptions({ onSuccess })),
    pay: useMutation(trpc.comp.payStatement.mutationOptions({ onSuccess })),
    split: useMutation(trpc.comp.setSplit.mutationOptions({ onSuccess })),
    dealDay: useMutation(trpc.comp.setDealDay.mutationOptions({ onSuccess })),
    exclude: useMutation(trpc.comp.exclude.mutationOptions({ onSuccess })),
    recordLoss: useMutation(trpc.comp.recordLoss.mutationOptions({ onSuccess })),
    achieve: useMutation(trpc.comp.setAchievement.mutationOptions({ onSuccess })),
    acknowledge: useMutation(trpc.comp.acknowledge.mutationOptions({ onSuccess })),
    dispute: useMutation(trpc.comp.dispute.mutationOptions({ onSuccess })),
    answer: useMutation(trpc.comp.answerDispute.mutationOptions({ onSuccess })),
    resolve: useMutation(trpc.comp.resolveDispute.mutationOptions({ onSuccess })),
  };
}
