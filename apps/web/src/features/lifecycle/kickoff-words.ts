import { momentText } from "../../lib/format.ts";
import type { Standing } from "./lifecycle.ts";
import { criterionNames } from "./onboarding-forms.ts";

/** When the criteria were written and when the kickoff was, and what that makes of them. */
export function criteriaAndKickoff({ criteria, kickoffAt }: Pick<Standing, "criteria" | "kickoffAt">): {
  facts: string;
  means: string;
} {
  const kickoff = kickoffAt === null ? "no kickoff yet" : `kickoff ${momentText(kickoffAt)}`;
  const last = criteria
    .filter(({ counts }) => counts)
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const late = criteria.filter(({ counts }) => !counts);
  const facts =
    last === undefined
      ? `No criterion is agreed, ${kickoff}.`
      : `Criteria written ${momentText(last)}, ${kickoff}.`;
  if (kickoffAt === null)
    return {
      facts,
      means:
        criteria.length === 0
          ? "Agree them before the kickoff."
          : "They can still be changed; the kickoff locks them.",
    };
  if (late.length > 0) {
    const names = [...new Set(late.map(({ criterion }) => criterionNames[criterion]))];
    const only = new Intl.ListFormat("en").format(names);
    return {
      facts,
      means: `${only} ${names.length === 1 ? "was" : "were"} written after it and cannot count.`,
    };
  }
  return {
    facts,
    means:
      last === undefined
        ? "What is agreed now cannot count."
        : "They count. A kickoff that was held, or going live, never passes this gate alone.",
  };
}
