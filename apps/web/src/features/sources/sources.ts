import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../lib/trpc.ts";

type List = Outputs["sources"]["list"];
/** A source with its last run. */
export type Source = List["sources"][number];
/** One run of a source. */
export type Run = Outputs["sources"]["one"]["runs"][number];

/** How data comes in by each kind of source. */
export const kindNames: Readonly<Record<Source["kind"], string>> = {
  api: "By a program (API)",
  folder: "From a folder",
  warehouse: "From a warehouse",
};

/** What a source brings, in words. */
export const bringNames: Readonly<Record<Source["brings"][number], string>> = {
  accounts: "Accounts",
  contract_lines: "Contract lines",
  fx_rates: "Exchange rates",
  usage: "Product usage",
  claims: "Stage labels",
  deals: "Deals",
  evidence: "Onboarding evidence",
  support_tickets: "Support tickets",
  survey_answers: "Answers to surveys",
  touchpoints: "Touchpoints",
};

/** What began a run. */
export const triggerNames: Readonly<Record<Run["trigger"], string>> = {
  schedule: "On schedule",
  manual: "Asked for",
  api: "By a program",
  folder: "From its folder",
  cli: "Command line",
};

/** How a run stands, and how it looks. */
export const stateLooks: Readonly<
  Record<Run["state"], { name: string; tone: "positive" | "negative" | "warning" | "info" | "neutral" }>
> = {
  done: { name: "Done", tone: "positive" },
  failed: { name: "Failed", tone: "negative" },
  stopped: { name: "Stopped", tone: "warning" },
  waiting: { name: "Waiting", tone: "info" },
  running: { name: "Running", tone: "info" },
  skipped: { name: "Skipped", tone: "neutral" },
};

/** A number of minutes as people say it: every 15 min, every 3 h, every 2 d. */
export function minutesText(minutes: number | null): string {
  if (minutes === null) return "not set";
  if (minutes % 1440 === 0) return `${minutes / 1440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** What is done about sources; lists and stamps follow at once. */
export function useSourceActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.sources.pathKey() });
  return {
    save: useMutation(trpc.sources.save.mutationOptions({ onSuccess })),
    pause: useMutation(trpc.sources.pause.mutationOptions({ onSuccess })),
    resume: useMutation(trpc.sources.resume.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.sources.remove.mutationOptions({ onSuccess })),
    runNow: useMutation(trpc.sources.runNow.mutationOptions({ onSuccess })),
  };
}
