import type { Callable } from "@termwise/core/access";
import { randomText } from "@termwise/db";
import type { Sample } from "./input-ids.ts";

const nothing: Sample = () => undefined;
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** By procedure about health: an input it takes. */
export const healthInputs: Partial<Record<Callable, Sample>> = {
  "features.adoption": nothing,
  "surveys.scores": nothing,
  "features.feature": () => ({ feature: "Scheduling" }),
  "features.signals": nothing,
  "health.account": ({ account }) => ({ accountId: account }),
  "health.explain": ({ account }) => ({ accountId: account, week: "today" }),
  "health.accounts": nothing,
  "health.queue": nothing,
  "health.overview": nothing,
  "health.flags": nothing,
  "health.detractors": nothing,
  "health.areas": nothing,
  "health.models": nothing,
  "health.backtest": () => ({}),
  "health.preview": () => ({ parts: [{ component: "usage", weight: 100 }], rules: { atRiskBelow: 50 } }),
  "health.tryRule": () => ({ conditions: ["champion_gone"] }),
  "health.catalogue": nothing,
  "health.override": ({ account }) => ({
    accountId: account,
    score: 50,
    reason: "They said so",
    expiresOn: soon,
  }),
  "health.sentiment": ({ account }) => ({
    accountId: account,
    value: "neutral",
    reason: "They said so",
    validUntil: soon,
  }),
  "health.raiseFlag": ({ account }) => ({
    accountId: account,
    title: "A merger",
    evidence: "They told us",
  }),
  "health.clearFlag": ({ account, entry }) => ({ accountId: account, entryId: entry, reason: "It is over" }),
  "health.handleFlag": ({ account, entry }) => ({ accountId: account, entryId: entry, state: "mitigating" }),
  "health.handleRisk": ({ account }) => ({ accountId: account, step: { does: "see" } }),
  "health.sponsors": ({ account }) => ({ accountId: account }),
  "health.escalate": ({ account }) => ({
    accountId: account,
    sponsor: "mem_1",
    reason: "They stopped answering",
  }),
  "health.closeEscalation": ({ account }) => ({ accountId: account, reason: "They met" }),
  "health.saveRule": () => ({ name: "Two at once", conditions: ["nps_fell", "champion_silent"] }),
  "health.saveModel": () => ({
    model: `m${randomText(8)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "x")}`,
    name: "A model",
    parts: [{ component: "usage", weight: 100 }],
    reason: "To try it",
  }),
  "health.activateModel": () => ({ model: "sales_context", version: 0, reason: "To try it" }),
};
