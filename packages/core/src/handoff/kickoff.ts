import {
  entriesOf,
  type JournalFact,
  type JournalOf,
  type OnboardingCriterion,
  onboardingCriteria,
} from "../facts/index.ts";
import type { Day, EntryId, Instant } from "../kernel/index.ts";
import type { Expectations } from "./expectations.ts";
import { type KickoffItem, type KickoffOutput, kickoffItems, kickoffOutputs } from "./names.ts";
import type { PromiseStanding } from "./promises.ts";
import type { StakeholderMap } from "./stakeholder-map.ts";

/** One thing that must be in order before a kickoff: whether it is (or was, when the kickoff was held), and what is missing. */
export interface GateItem {
  readonly item: KickoffItem;
  readonly met: boolean;
  readonly missing: readonly string[];
}

/** The kickoff of a handoff: what must be in order before it, and what came of it. */
export interface Kickoff {
  readonly held: {
    readonly entryId: EntryId;
    readonly at: Instant;
    readonly on: Day;
    readonly by: string | null;
    readonly attendedBy: readonly string[];
    readonly successCriteria: string | null;
    readonly timeline: string | null;
    readonly goLiveOn: Day | null;
    readonly plan: string | null;
  } | null;
  /** As things stood at the kickoff, or stand now where none was held. */
  readonly before: readonly GateItem[];
  /** Everything was in order before it. */
  readonly ready: boolean;
  /** What the kickoff did not bring; empty while none was held. */
  readonly missingOutputs: readonly KickoffOutput[];
}

/** The onboarding criteria that were written before a moment. */
function criteriaBefore(
  journal: readonly JournalFact[],
  from: Instant | null,
  before: Instant,
): Set<OnboardingCriterion> {
  const written = entriesOf(journal, "criterion").filter(
    (fact) => fact.at < before && (from === null || fact.at >= from),
  );
  return new Set(written.map((fact) => fact.entry.criterion));
}

interface Standing {
  readonly journal: readonly JournalFact[];
  /** The moment of the close before this one: criteria agreed before it were about that one. */
  readonly after: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly expectations: Expectations;
  readonly promises: readonly PromiseStanding[];
  readonly people: StakeholderMap;
}

/** What must be in order before a kickoff, as it stands before a moment. */
function itemsBefore(standing: Standing, before: Instant): GateItem[] {
  const { acceptedAt, expectations, promises, people } = standing;
  const written = criteriaBefore(standing.journal, standing.after, before);
  const untold = promises.filter(
    (promise) => promise.technical && (promise.cseInformedAt === null || promise.cseInformedAt >= before),
  );
  const missing: Record<KickoffItem, readonly string[]> = {
    packet: acceptedAt !== null && acceptedAt < before ? [] : ["the CSM's acceptance of the packet"],
    criteria: onboardingCriteria
      .filter((criterion) => !written.has(criterion))
      .map((criterion) => `the criterion ${criterion.replace("_", " ")}`),
    expectations: expectations.valid ? [] : expectations.missing,
    technical: untold.map((promise) => `the CSE does not know of: ${promise.text}`),
    stakeholders: people.missing,
  };
  return (Object.keys(kickoffItems) as KickoffItem[]).map((item) => ({
    item,
    met: missing[item].length === 0,
    missing: missing[item],
  }));
}

/** The kickoff of a handoff (the first held after its close) and the gate before it. A kickoff held is not a gate passed. */
export function kickoffOf(held: JournalOf<"kickoff"> | null, standing: Standing, now: Instant): Kickoff {
  const before = itemsBefore(standing, held?.at ?? now);
  const ready = before.every((item) => item.met);
  if (held === null) return { held, before, ready, missingOutputs: [] };
  const { entryId, at, effectiveOn: on, by, entry } = held;
  const { attendedBy, successCriteria, timeline, goLiveOn, plan } = entry;
  const outputs = { successCriteria, timeline, goLiveOn, plan };
  return {
    held: { entryId, at, on, by, attendedBy, ...outputs },
    before,
    ready,
    missingOutputs: (Object.keys(kickoffOutputs) as KickoffOutput[]).filter(
      (output) => outputs[output] === null,
    ),
  };
}
