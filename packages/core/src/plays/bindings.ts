import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { addDays, Currency, day, Instant, minorOf, rational, round } from "../kernel/index.ts";
import { activationOf, hoursText } from "./activation.ts";
import { queueRank } from "./at-risk-queue.ts";
import { episodesOf } from "./episodes.ts";
import { openEscalation } from "./escalation.ts";
import { type EscalationCase, escalationExamples } from "./escalation-examples.ts";
import {
  type AttemptCase,
  type AttemptsCase,
  activationExamples,
  type ClockCase,
  type ClockText,
  draftWithout,
  playbookExamples,
  proactiveExamples,
  rescueExamples,
  type SaveCase,
  type SaveText,
  savePlayExamples,
  type WinBackCase,
  type WinBackText,
  winBackExamples,
} from "./examples.ts";
import { housePlays } from "./house-plays.ts";
import { interventionOf, proactiveShare } from "./intervention.ts";
import { lossChances } from "./loss-chance.ts";
import { winBackCampaign } from "./outcome.ts";
import { journalOf } from "./plain-escalations.ts";
import { planOf } from "./plan.ts";
import { playFaults } from "./play.ts";
import { housePlayPolicy } from "./policy.ts";
import { type QueueCase, queueExamples } from "./queue-examples.ts";
import { noSigns } from "./signs.ts";
import { terms } from "./terms.ts";

const first = day("2026-06-01");
const moment = (text: string) => Instant.parse(text);

const savePlay = ({ scores = [], without }: SaveCase): SaveText => {
  const { of: _, ...play } = housePlays.save;
  const points = scores.map((score, at) => {
    const of = rational(BigInt(score));
    return { on: addDays(first, at), score: { low: of, high: of } };
  });
  const [met] = episodesOf(play.trigger, { ...noSigns, scores: points }, addDays(first, scores.length));
  return {
    faults: playFaults(draftWithout(play, without)).map(({ says }) => says),
    met: met?.on ?? null,
  };
};

const steps = ({ begun }: { begun: string }): readonly string[] =>
  planOf(housePlays.save.steps, day(begun)).map(({ dueOn, role }) => `${dueOn} ${role}`);

const attempt = ({ begun, cancelAsked }: AttemptCase): string =>
  interventionOf(moment(begun), cancelAsked === null ? null : moment(cancelAsked));

const clock = ({ from, firstStep, now = from }: ClockCase): ClockText => {
  const firstStepAt = firstStep === null ? null : moment(firstStep);
  const hours = housePlayPolicy.savePlayHours;
  const { minutes, met } = activationOf(moment(from), { firstStepAt, now: moment(now), hours });
  return { hours: hoursText(minutes), met };
};

const proactive = ({ savePlays, rescueCalls }: AttemptsCase) =>
  answerOf(
    proactiveShare([
      ...Array.from({ length: savePlays }, () => "save_play" as const),
      ...Array.from({ length: rescueCalls }, () => "rescue_call" as const),
    ]),
    shareText,
  );

const winBack = ({ lost, contacted, back }: WinBackCase): WinBackText => {
  const of = winBackCampaign(
    Array.from({ length: lost }, (_, at) => ({
      contacted: at < contacted,
      arrSince: BigInt(back[at] ?? "0"),
    })),
  );
  return { ...of, arr: String(of.arr) };
};

const dollar = Currency.parse("USD");

const queued = ({ renewals, accounts }: QueueCase): readonly string[] => {
  const chanceOf = lossChances(
    renewals.map(([score, renewed]) => ({ score: rational(BigInt(score)), renewed })),
  );
  return accounts
    .map(({ name, arr, score, days, flags = [] }) => {
      const of = rational(BigInt(score));
      const chance = chanceOf({ score: { low: of, high: of }, flags });
      const minor = round(minorOf(arr, dollar));
      return { name, rank: queueRank({ arr: minor, currency: dollar, days, chance, saveShare: null }).rank };
    })
    .sort((a, b) => (a.rank.weight < b.rank.weight ? 1 : -1))
    .map(({ name, rank }) => `${name} ${rank.arr} × ${rank.risk} × ${rank.urgency} = ${rank.value}`);
};

const escalated = ({ raised, on }: EscalationCase): string | null =>
  openEscalation({ journal: journalOf(raised) }, day(on))?.entry.reason ?? null;

const bound = binderOf(terms, "@termwise/core/plays");

/** The words for plays, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("save-play", "playFaults", savePlay, savePlayExamples),
  ...bound("playbooks", "planOf", steps, playbookExamples),
  ...bound("rescue-call", "interventionOf", attempt, rescueExamples),
  ...bound("save-play-activation-time", "activationOf", clock, activationExamples),
  ...bound("proactive-success", "proactiveShare", proactive, proactiveExamples),
  ...bound("at-risk-queue", "queueRank", queued, queueExamples),
  ...bound("manager-escalation", "openEscalation", escalated, escalationExamples),
  ...bound("win-back-campaign", "winBackCampaign", winBack, winBackExamples),
];
