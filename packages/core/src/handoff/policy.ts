import { z } from "zod";
import { entriesOf, type JournalFact, type PacketSection } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";

const weight = () => z.int().min(0).max(100).default(1);

/**
 * The numbers of a handoff that a workspace may set, by a `lifecycle_policy` entry.
 *
 * - `handoffPacketHours`: hours from the close until the packet is due, exact to the millisecond.
 * - `handoffOwnershipDays`: calendar days from the close by which the account is the CSM's.
 * - `handoffOpenDays`: calendar days after the close from which on an unfinished handoff is history and no longer work.
 * - `handoffWeight…`: what each section of the packet weighs in the scorecard; 0 leaves it out.
 */
export const HandoffPolicy = z.object({
  handoffPacketHours: z.int().min(1).max(720).default(48),
  handoffOwnershipDays: z.int().min(1).max(365).default(14),
  handoffOpenDays: z.int().min(1).max(3650).default(90),
  handoffWeightUseCase: weight(),
  handoffWeightPeople: weight(),
  handoffWeightPromises: weight(),
  handoffWeightTechnical: weight(),
  handoffWeightTimeline: weight(),
  handoffWeightDealContext: weight(),
});
/** The numbers of a handoff that a workspace may set. */
export type HandoffPolicy = z.infer<typeof HandoffPolicy>;

/** The house policy: every default. */
export const houseHandoffPolicy: HandoffPolicy = HandoffPolicy.parse({});

/** The parameter that weighs each section of the packet. */
export const weightOfSection = {
  use_case: "handoffWeightUseCase",
  people: "handoffWeightPeople",
  promises: "handoffWeightPromises",
  technical: "handoffWeightTechnical",
  timeline: "handoffWeightTimeline",
  deal_context: "handoffWeightDealContext",
} as const satisfies Record<PacketSection, keyof HandoffPolicy>;

/**
 * The policy in force on a day: each number as the last `lifecycle_policy` effective by then that names it sets it, and
 * the house default for the rest. A number outside of its range counts as not named.
 */
export function handoffPolicyOn(rules: readonly JournalFact[], on: Day): HandoffPolicy {
  const held: Record<string, number> = {};
  const effective = entriesOf(rules, "lifecycle_policy").filter((fact) => fact.effectiveOn <= on);
  if (effective.length === 0) return houseHandoffPolicy;
  effective.sort((a, b) =>
    `${a.effectiveOn} ${a.recordedAt}` < `${b.effectiveOn} ${b.recordedAt}` ? -1 : 1,
  );
  for (const { entry } of effective)
    for (const [name, schema] of Object.entries(HandoffPolicy.shape)) {
      const value = entry.parameters[name];
      if (value !== undefined && schema.safeParse(value).success) held[name] = value;
    }
  return HandoffPolicy.parse(held);
}
