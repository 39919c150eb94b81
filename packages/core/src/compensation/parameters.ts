import { choice, type Parameter } from "../glossary/index.ts";
import { CompensationPolicy, houseCompensationPolicy } from "./policy.ts";

type Number = Exclude<keyof CompensationPolicy, "nrrPayout">;

function number(name: Number, label: string, meaning: string, unit: string): Parameter {
  const inner = CompensationPolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: houseCompensationPolicy[name] };
}

/** How a commission is shared between the close and the NRR that follows. */
export const planParameters: readonly Parameter[] = [
  number(
    "commissionAtClose",
    "Paid at the close",
    "How much of a commission is paid when the deal closes; the rest waits for the NRR of twelve months.",
    "per cent",
  ),
  choice<CompensationPolicy["nrrPayout"]>({
    name: "nrrPayout",
    label: "Payout by NRR",
    meaning: "How the part that waits is paid by the NRR reached.",
    default: houseCompensationPolicy.nrrPayout,
    options: {
      proportional: "In proportion to the NRR reached, and never more than the whole part.",
      at_target: "The whole part from an NRR of 100 % on, and nothing below.",
    },
  }),
];

/** When commission is taken back, and how much of it. */
export const clawbackParameters: readonly Parameter[] = [
  number(
    "clawbackShare",
    "Share taken back",
    "How much of what was paid at the close is taken back when the customer leaves within the window.",
    "per cent",
  ),
  number(
    "clawbackMonths",
    "Window of a clawback",
    "Within how many months of the close a lost customer takes commission back.",
    "months",
  ),
];

/** What a retention bonus asks for. */
export const bonusParameters: readonly Parameter[] = [
  number(
    "retentionBonusShare",
    "Share to be kept",
    "Which share of the accounts closed a year ago must be renewed at their first ARR or more.",
    "per cent",
  ),
];
