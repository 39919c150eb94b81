import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { Currency, day, decimalText } from "../kernel/index.ts";
import { clawbackOf } from "./clawback.ts";
import { bonusExamples, clawbackExamples, leadExamples, planExamples } from "./examples/pay.ts";
import { attainmentExamples, expansionQuotaExamples } from "./examples/quotas.ts";
import { retentionBonus } from "./lines/measure-lines.ts";
import { type QuotaCase, quotaOf } from "./plain-credit.ts";
import { type BonusCase, type ClawbackCase, type LeadCase, linesOfPayCase } from "./plain-pay.ts";
import { ClawbackRule } from "./plan.ts";
import { CompensationPolicy } from "./policy.ts";
import { leadStateOn, QualifiedLead } from "./qualified-lead.ts";
import { expansionAttainment, quotaAttainment } from "./quota.ts";
import { terms } from "./terms.ts";

const growth = (given: QuotaCase) => {
  const { quota, expansions } = quotaOf(given);
  return answerOf(expansionAttainment(quota, expansions).rate, shareText);
};

const attained = (given: QuotaCase) => {
  const { quota, ...credited } = quotaOf(given);
  return answerOf(quotaAttainment(quota, credited).rate, shareText);
};

const back = ({ paid, closedOn, lostOn, policy = {}, method }: ClawbackCase): string => {
  const { clawbackMonths, clawbackShare } = CompensationPolicy.parse(policy);
  const rule = ClawbackRule.parse({
    triggers: ["churn"],
    window: { count: clawbackMonths, unit: "months" },
    method: method ?? { kind: "share", percent: String(clawbackShare) },
  });
  const base = { paid: BigInt(paid), began: day(closedOn), currency: Currency.parse("USD") };
  return String(clawbackOf(rule, base, { on: day(lostOn) }).amount);
};

const bonus = ({ amount, policy = {}, accounts }: BonusCase) => {
  const all = accounts.flatMap(({ times, ...account }) => Array.from({ length: times }, () => account));
  const { retentionBonusShare } = CompensationPolicy.parse(policy);
  const { share, paid } = retentionBonus({ share: String(retentionBonusShare), floor: "100" }, all);
  return { share: share === null ? "" : decimalText(share, 6), pays: paid ? amount : "0" };
};

const leadState = ({ lead, on }: LeadCase): string => {
  const read = QualifiedLead.safeParse(lead);
  if (read.success) return leadStateOn(read.data, day(on)) ?? "none";
  return `refused: ${read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`;
};

const bound = binderOf(terms, "@termwise/core/compensation");

/** The words for pay and quotas, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("nrr-comp-plan", "buildStatement", linesOfPayCase, planExamples),
  ...bound("clawback", "clawbackOf", back, clawbackExamples),
  ...bound("retention-bonus", "retentionBonus", bonus, bonusExamples),
  ...bound("csql", "leadStateOn", leadState, leadExamples),
  ...bound("expansion-quota", "expansionAttainment", growth, expansionQuotaExamples),
  ...bound("quota-attainment", "quotaAttainment", attained, attainmentExamples),
];
