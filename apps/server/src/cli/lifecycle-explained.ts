import { onboardingCriteria } from "@termwise/core/facts";
import { criterionNames, houseLifecyclePolicy, stageNames } from "@termwise/core/lifecycle";
import type { Access } from "./access.ts";
import { listing } from "./print.ts";

/** Where an account stands, as the API tells it. */
export type Standing = Awaited<ReturnType<Access["api"]["lifecycle"]["account"]["query"]>>;
type Gate = Standing["gates"][number];
type Clause = Gate["clauses"][number];
type Evidence = Clause["evidence"][number];

/** How each state of a clause is said. */
export const stateWords = {
  met: "met",
  waived: "waived",
  stale: "out of date",
  missing: "nothing on record",
  failing: "not met",
  not_counted: "cannot count",
} as const satisfies Record<Clause["state"], string>;

const passages = {
  forward: "earned",
  skip: "earned, a stage below never shown",
  back: "back",
  "re-entry": "came back",
  end: "left",
} as const satisfies Record<Standing["history"][number]["kind"], string>;

/** Pieces of evidence told of each clause: a contract may be a hundred lines. */
const shown = 3;

/** All that a standing rests on: its gates with their evidence, the rules in force that day, and the ways it has come. */
export function explained(standing: Standing): string[] {
  const blocks = [
    ...standing.gates.map(gateText),
    rulesText(standing),
    historyText(standing),
    momentsText(standing),
  ];
  return blocks.filter((block) => block !== "");
}

function gateText({ gate, passed, lapsed, clauses }: Gate): string {
  const state = passed ? "passed" : lapsed ? "out of date" : "shut";
  return [`Gate to ${stageNames[gate]}: ${state}`, ...clauses.flatMap(clauseText)].join("\n");
}

function clauseText({ label, state, says, evidence }: Clause): string[] {
  const more = evidence.length - shown;
  return [
    `  ${label}: ${stateWords[state]}. ${says}`,
    ...evidence.slice(0, shown).map(evidenceText),
    ...(more > 0 ? [`    - and ${more} more, which --json lists`] : []),
  ];
}

function evidenceText({ observed, system, by, on, expiresOn, link }: Evidence): string {
  const from = [system, by, on, expiresOn && `counts until ${expiresOn}`, link].filter(Boolean).join(", ");
  return `    - ${observed} (${from})`;
}

function rulesText({ on, rules: { adoption, policy }, criteria, segment, kickoffAt }: Standing): string {
  const agreed = onboardingCriteria.flatMap((criterion) => {
    const text = criteria.findLast((one) => one.criterion === criterion && one.counts)?.text;
    return text === undefined ? [] : [`  ${criterionNames[criterion]}: ${text}`];
  });
  const { from, coreFeatures, coreModule, seatShare, idleDays } = adoption;
  const whose =
    from === null
      ? "the house's, as no rule is set"
      : `that of ${from.segment === null ? "every segment without one of its own" : `segment ${from.segment}`} from ${from.on}`;
  const core =
    coreFeatures.length === 0
      ? "any use of the product, weekly"
      : coreFeatures.map(({ feature, cadence }) => `${feature} ${cadence}`).join(", ");
  const changed = Object.entries(policy).filter(
    ([name, value]) => houseLifecyclePolicy[name as keyof typeof policy] !== value,
  );
  return [
    `Rules in force on ${on}${segment === null ? "" : `, segment ${segment}`}`,
    `  Criteria agreed ${kickoffAt === null ? "so far, no kickoff held" : `before the kickoff of ${kickoffAt.slice(0, 10)}`}: ${agreed.length} of ${onboardingCriteria.length}`,
    ...agreed.map((line) => `  ${line}`),
    `  Adoption rule (${whose}): ${core}; ${seatShare} % of seats; ${coreModule ?? "the product"} not idle for ${idleDays} days`,
    `  Numbers: ${changed.length === 0 ? "the house's" : changed.map(([name, value]) => `${name} ${value}`).join(", ")}`,
  ].join("\n");
}

function historyText({ history }: Standing): string {
  if (history.length === 0) return "";
  return listing(
    ["From", "To", "Stage", "How", "Why"],
    5,
    history.map(({ from, to, stage, kind, reason }) => [
      from,
      to ?? "-",
      stageNames[stage],
      passages[kind],
      reason,
    ]),
  );
}

function momentsText({ moments }: Standing): string {
  if (moments.length === 0) return "";
  return [
    "Moments of truth",
    ...moments.map(
      ({ on, what, outcome }) => `  ${on}  ${what}: ${outcome === "unknown" ? "not said" : outcome}`,
    ),
  ].join("\n");
}
