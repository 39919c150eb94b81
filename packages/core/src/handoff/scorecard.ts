import type { PacketSection } from "../facts/index.ts";
import { decimalText, over, plus, type Rational, rational, zero } from "../kernel/index.ts";
import { type HandoffPolicy, weightOfSection } from "./policy.ts";

/** One line of a scorecard: of the fields a section needs how many it has, and what the section weighs. */
export interface ScoreLine {
  readonly section: PacketSection;
  readonly filled: number;
  readonly required: number;
  readonly weight: number;
}

/** How good a handoff packet is, as a share of what it should say: a decimal of six places, null where no section weighs anything. */
export interface Scorecard {
  readonly score: string | null;
  readonly lines: readonly ScoreLine[];
}

/**
 * The score of a packet (term `handoff-scorecard`): of every section the share of its required fields that are filled,
 * weighted. An empty packet scores 0; deal data counts for nothing.
 */
export function scorecard(
  sections: readonly Pick<ScoreLine, "section" | "filled" | "required">[],
  policy: HandoffPolicy,
): Scorecard {
  const lines = sections.map(({ section, filled, required }) => ({
    section,
    filled,
    required,
    weight: policy[weightOfSection[section]],
  }));
  let sum: Rational = zero;
  let weights = 0n;
  for (const { filled, required, weight } of lines) {
    sum = plus(sum, rational(BigInt(filled) * BigInt(weight), BigInt(required)));
    weights += BigInt(weight);
  }
  return { score: weights === 0n ? null : decimalText(over(sum, rational(weights)), 6), lines };
}
