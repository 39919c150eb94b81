import type { Callable } from "@termwise/core/access";
import { randomText } from "@termwise/db";
import type { Sample } from "./input-ids.ts";

const past = "2026-01-15";
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const nothing: Sample = () => undefined;
const ofPlan = { planId: "ae", version: 1 };
const ofStatement = { number: 1 };

/** By procedure of pay and compensation: an input it takes. */
export const payInputs = {
  "pay.readers": ({ member }) => ({ memberId: member }),
  "pay.grants": nothing,
  "pay.grant": ({ member }) => ({ memberId: member, subject: "all", reason: "Review", until: soon }),
  "pay.withdraw": ({ grant }) => ({ id: grant }),
  "comp.plans": nothing,
  "comp.plan": () => ofPlan,
  "comp.checkPlan": () => ({ plan: {} }),
  "comp.planDiff": () => ({ planId: "ae", before: 1, after: 1 }),
  "comp.backtest": () => ofPlan,
  "comp.savePlan": () => ({ plan: {} }),
  "comp.submitPlan": () => ofPlan,
  "comp.sendBackPlan": () => ofPlan,
  "comp.approvePlan": () => ofPlan,
  "comp.activatePlan": () => ofPlan,
  "comp.retirePlan": () => ofPlan,
  "comp.assign": () => ({ assigned: { person: "Kim", ...ofPlan, from: past } }),
  "comp.assignments": nothing,
  "comp.deals": () => ({ from: past, to: past }),
  "comp.losses": nothing,
  "comp.onRecord": nothing,
  "comp.people": nothing,
  "comp.setSplit": () => ({ dealId: `new-${randomText(8)}`, split: [], reason: "Closed by one" }),
  "comp.setDealDay": () => ({ dealId: `new-${randomText(8)}`, what: "paid", on: past }),
  "comp.exclude": ({ account }) => ({
    exclusion: { account, approver: "Kim", reason: "Not ours" },
    person: `Somebody ${randomText(8)}`,
  }),
  "comp.recordLoss": ({ account }) => ({
    loss: { lossId: randomText(12), trigger: "churn", account, on: past, ref: "ledger" },
  }),
  "comp.setAchievement": () => ({
    person: `Somebody ${randomText(8)}`,
    period: "2026-Q1",
    achievement: { component: "goals", objective: "one", achieved: "100", approver: "Kim", reason: "Done" },
  }),
  "comp.draft": () => ({ period: "2026-Q1" }),
  "comp.reviewStatement": () => ofStatement,
  "comp.publishStatement": () => ofStatement,
  "comp.payStatement": () => ofStatement,
  "comp.resolveDispute": ({ entry }) => ({ id: entry, amount: "0", reason: "It stays" }),
  "comp.payroll": () => ({ period: "2026-Q1" }),
  "comp.statements": () => ({ person: "Nobody here" }),
  "comp.statement": () => ofStatement,
  "comp.file": () => ofStatement,
  "comp.dispute": () => ({ ...ofStatement, lineId: "2026-Q1/one/close/deal", says: "It is not so" }),
  "comp.answerDispute": ({ entry }) => ({ id: entry, says: "It is so" }),
  "comp.letters": () => ({ person: "Nobody here" }),
  "comp.acknowledge": ({ entry }) => ({ of: "letter", id: entry }),
  "comp.team": () => ({}),
  "comp.simulation": () => ({ person: "Nobody here", period: "2026-Q1" }),
  "comp.reconciliation": () => ({ person: "Nobody here", period: "2026-Q1" }),
  "comp.statementFor": () => ({ person: "Nobody here", period: "2026-Q1" }),
  "comp.backtestFor": () => ({ planId: "ae" }),
} satisfies Partial<Record<Callable, Sample>>;
