import type { APIRequestContext } from "@playwright/test";

/** Every page there is, with the state that shows most of it. */
export const pages: readonly { name: string; address: string; panel?: string }[] = [
  { name: "retention overview", address: "/retention", panel: "drill:churn" },
  { name: "retention overview as tables", address: "/retention?chart=table", panel: "def:nrr" },
  { name: "ARR bridge", address: "/retention/bridge?by=segment", panel: "drill:bridge.churn" },
  {
    name: "ARR bridge zoomed, by reason, as tables",
    address: "/retention/bridge?by=segment&chart=table&expand=churn,expansion&zoom=movements",
    panel: "drill:bridge.churn.price",
  },
  { name: "cohorts", address: "/retention/cohorts", panel: "cell:2~2025-Q1" },
  {
    name: "cohorts by segment, as curves",
    address: "/retention/cohorts?cohort=segment&measure=grr&tab=curves",
  },
  {
    name: "month 12 by vintage, and as tables",
    address: "/retention/cohorts?chart=table&least=3&measure=logo&tab=slope",
    panel: "def:retention-cohort",
  },
  {
    name: "segments",
    address: "/retention/segments?and=region&chart=split",
    panel: "drill:churn/segment:Enterprise",
  },
  { name: "segments as tables", address: "/retention/segments?chart=table" },
  { name: "definitions compared", address: "/retention/compare", panel: "drill:nrr/as:billing-tool" },
  {
    name: "definitions compared, by hand",
    address:
      "/retention/compare?chart=table&own.nrr.method=all_movements&own.grr.method=all_losses&with=own,whole-book",
  },
  { name: "closed periods", address: "/retention/periods" },
  { name: "a closed period", address: "/retention/periods/1" },
  { name: "a closed period as tables", address: "/retention/periods/1?chart=table&told=closing" },
  { name: "accounts", address: "/accounts?sort=name" },
  { name: "book", address: "/book?of=Adaeze%20Obiora-Lind", panel: "def:today-queue" },
  { name: "book as a calendar", address: "/book?layout=calendar&of=Adaeze%20Obiora-Lind" },
  { name: "lifecycle board", address: "/lifecycle" },
  { name: "velocity", address: "/lifecycle/velocity", panel: "def:velocity-metrics" },
  { name: "lifecycle as a table", address: "/lifecycle?layout=table" },
  { name: "handoffs", address: "/handoffs" },
  { name: "tasks", address: "/tasks?closed=shown&whose=all" },
  { name: "plays", address: "/plays", panel: "def:playbooks" },
  { name: "runs of plays", address: "/plays/runs?show=all" },
  { name: "a new play", address: "/plays/new" },
  { name: "adoption of features", address: "/product/adoption", panel: "behind:ttfv" },
  { name: "a feature", address: "/product/features/Shift%20swaps", panel: "behind:adopted" },
  { name: "inbox", address: "/inbox?closed=shown" },
  { name: "accounts at risk", address: "/risk", panel: "def:at-risk" },
  { name: "red flags", address: "/risk/flags?flags=all" },
  { name: "detractors", address: "/risk/detractors" },
  { name: "health", address: "/health" },
  { name: "surveys", address: "/health/surveys" },
  { name: "health as tables", address: "/health?chart=table" },
  { name: "ownership gaps", address: "/accounts/gaps" },
  { name: "glossary", address: "/glossary" },
  { name: "register of contradictions", address: "/glossary/register" },
  { name: "glossary import", address: "/glossary/import" },
  { name: "term", address: "/glossary/nrr", panel: "drill:grr" },
  { name: "sessions", address: "/glossary/sessions?plan=sales_cs" },
  { name: "a session held", address: "/glossary/sessions/ent_demodiscovery" },
  { name: "a working session", address: "/glossary/sessions/ent_demodiscoveryworking" },
  { name: "reviews of definitions", address: "/glossary/reviews" },
  { name: "changes of definitions", address: "/glossary/changes" },
  { name: "a proposal", address: "/glossary/nrr/propose" },
  { name: "versions compared", address: "/glossary/onboarded/diff?from=1&to=2" },
  { name: "finance", address: "/finance" },
  { name: "my statement", address: "/comp" },
  { name: "pay of a team", address: "/comp/team" },
  { name: "comp plans", address: "/comp/plans" },
  { name: "what pay is made from", address: "/comp/records" },
  { name: "pay simulator", address: "/comp/simulator?s.churn=acc_nobody" },
  { name: "pay NRR beside board NRR", address: "/comp/reconciliation" },
  { name: "divergence", address: "/glossary/divergence" },
  { name: "divergence over time", address: "/glossary/divergence?chart=table&tab=time" },
  { name: "imports", address: "/data/imports" },
  { name: "a new import", address: "/data/imports/new" },
  { name: "usage", address: "/data/usage" },
  { name: "sources", address: "/data/sources" },
  { name: "runs of a source", address: "/data/sources/ent_demosourcebilling/runs" },
  { name: "data quality", address: "/data/quality" },
  { name: "labels", address: "/data/labels" },
  { name: "profile", address: "/settings/profile" },
  { name: "security", address: "/settings/security" },
  { name: "workspace settings", address: "/settings/workspace" },
  { name: "lifecycle settings", address: "/settings/lifecycle" },
  { name: "health settings", address: "/settings/health" },
  { name: "members", address: "/settings/members" },
  { name: "roles", address: "/settings/roles" },
  { name: "teams", address: "/settings/teams" },
  { name: "API keys", address: "/settings/keys" },
  { name: "audit log", address: "/settings/audit" },
  { name: "pay access", address: "/settings/pay" },
  { name: "not found", address: "/nowhere" },
];

/** The pages of one account, with LARGEST in place of its id. */
export const pagesOfAccount: typeof pages = [
  { name: "account", address: "/accounts/LARGEST" },
  { name: "account, usage and health", address: "/accounts/LARGEST/usage-health" },
  {
    name: "account, usage and health as a table",
    address: "/accounts/LARGEST/usage-health?chart=table&weeks=52",
  },
  { name: "account, lifecycle", address: "/accounts/LARGEST/lifecycle" },
  { name: "account, timeline", address: "/accounts/LARGEST/timeline" },
  { name: "account, stakeholders", address: "/accounts/LARGEST/stakeholders" },
  { name: "account, tasks", address: "/accounts/LARGEST/tasks" },
  { name: "account, plays", address: "/accounts/LARGEST/plays" },
  { name: "account, renewals", address: "/accounts/LARGEST/renewals" },
  { name: "account, revenue", address: "/accounts/LARGEST/revenue", panel: "def:arr" },
];

/** The largest account of the demo company. */
export async function largestAccount(
  request: APIRequestContext,
): Promise<{ accountId: string; name: string }> {
  const answer = await request.get(
    `/api/trpc/accounts.list?input=${encodeURIComponent(JSON.stringify({ pageSize: 1 }))}`,
  );
  const body = (await answer.json()) as { result: { data: { rows: { accountId: string; name: string }[] } } };
  const row = body.result.data.rows[0];
  if (!row) throw new Error("the demo company has no accounts");
  return row;
}

/** An answer of the API. */
export async function ask<Answer>(
  request: APIRequestContext,
  procedure: string,
  input: object,
): Promise<Answer> {
  const answer = await request.get(
    `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
  const body = (await answer.json()) as { result: { data: Answer } };
  return body.result.data;
}
