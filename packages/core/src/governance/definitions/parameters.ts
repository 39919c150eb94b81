import type { z } from "zod";
import { AdoptionPolicy } from "../../adoption/index.ts";
import { FinancePolicy } from "../../finance/index.ts";
import type { Parameter } from "../../glossary/index.ts";
import { HandoffPolicy } from "../../handoff/index.ts";
import { HealthPolicy } from "../../health/index.ts";
import { type Day, Failure } from "../../kernel/index.ts";
import { LedgerPolicy } from "../../ledger/index.ts";
import { LifecyclePolicy } from "../../lifecycle/index.ts";
import { PlayPolicy } from "../../plays/index.ts";
import { terms } from "../../registry/index.ts";
import { RetentionChoices, RetentionPolicy } from "../../retention/index.ts";
import { SurveyPolicy } from "../../surveys/index.ts";
import { UsagePolicy } from "../../usage/index.ts";
import { agreedOn, type Proposal } from "./proposals.ts";

/** Every parameter some term is counted by, by its name. */
export const parameters: ReadonlyMap<string, Parameter> = new Map(
  terms.flatMap((term) => term.parameters.map((parameter) => [parameter.name, parameter] as const)),
);

const readers = [
  ["figures", RetentionChoices],
  ["figures", LedgerPolicy],
  ["finance", FinancePolicy],
  ["lifecycle", LifecyclePolicy],
  ["handoff", HandoffPolicy],
  ["surveys", SurveyPolicy],
  ["adoption", AdoptionPolicy],
  ["usage", UsagePolicy],
  ["health", HealthPolicy],
  ["plays", PlayPolicy],
] as const;

/** Which part of the product reads a parameter; `figures` are those of ARR and retention. */
export type ParameterReader = (typeof readers)[number][0];

/** What reads a parameter today; null: nothing yet. */
export function readerOf(name: string): ParameterReader | null {
  return readers.find(([, { shape }]) => name in shape)?.[0] ?? null;
}

/** Why a parameter cannot be set to a value: a sentence that says what it may be, or null. */
export function parameterFault(name: string, value: string | number): string | null {
  const parameter = parameters.get(name);
  if (!parameter) return `No term has a parameter "${name}". Take it out, or write it as its term does`;
  if ("options" in parameter) {
    const options = parameter.options.map((option) => option.value);
    if (options.includes(String(value))) return null;
    return `${parameter.label} (${name}) is one of ${options.join(", ")}; "${value}" is not. Choose one of them`;
  }
  const { min, max, unit } = parameter.range;
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return null;
  return `${parameter.label} (${name}) is a whole number from ${min} to ${max} ${unit}; "${value}" is not. Choose one within`;
}

/** The parameters the workspace has set, as they hold on a day. */
export function parametersOn(proposals: readonly Proposal[], on: Day): Record<string, string | number> {
  const holding = agreedOn(proposals).filter(({ approved }) => approved.from <= on);
  return Object.assign({}, ...holding.map(({ entry }) => entry.parameters));
}

/** The days from a day on at which what holds may change: the day itself, and each later one something agreed on holds from. */
export function turnsFrom(proposals: readonly Proposal[], day: Day): Day[] {
  const later = agreedOn(proposals).flatMap(({ approved: { from } }) => (from > day ? [from] : []));
  return [day, ...new Set(later)];
}

/** How ARR and retention are counted on a day. */
export interface PolicyOfDay {
  readonly ledger: LedgerPolicy;
  readonly retention: RetentionPolicy;
}

/**
 * How ARR and retention are counted by the definitions in force on a day, beside what is `chosen` for one question.
 * Throws `bad_input` when the choices do not go together.
 */
export function policyOfDay(
  proposals: readonly Proposal[],
  on: Day,
  chosen: Readonly<Record<string, unknown>> = {},
): PolicyOfDay {
  const own = { ...matching(parametersOn(proposals, on), chosen), ...chosen };
  const pick = (shape: object) =>
    Object.fromEntries(Object.entries(own).filter(([name, value]) => name in shape && value !== undefined));
  const retention = RetentionPolicy.safeParse(pick(RetentionChoices.shape));
  if (!retention.success)
    throw new Failure("bad_input", retention.error.issues.map(({ message }) => message).join(". "));
  return { ledger: LedgerPolicy.parse(pick(LedgerPolicy.shape)), retention: retention.data };
}

/** The method for gross retention the workspace set gives way where a question chooses another for net retention. */
function matching(
  own: Record<string, string | number>,
  chosen: Readonly<Record<string, unknown>>,
): Record<string, string | number> {
  if (chosen["nrrMethod"] === undefined || chosen["nrrMethod"] === own["nrrMethod"]) return own;
  const { grrMethod: _, ...rest } = own;
  return rest;
}

/**
 * The choices of a policy that hold on a day: each as the teams agreed on it, as the house has it where they did not. Where
 * what they agreed on does not go together, all are those of the house.
 */
export function choicesOn<Policy extends z.ZodObject>(
  policy: Policy,
  proposals: readonly Proposal[],
  on: Day,
): z.output<Policy> {
  const agreed = Object.entries(parametersOn(proposals, on)).filter(([name]) => name in policy.shape);
  return policy.safeParse(Object.fromEntries(agreed)).data ?? policy.parse({});
}
