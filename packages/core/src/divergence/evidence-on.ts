import { type EarnedStage, earnedStages, entriesOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import { type GateCheck, openClauses, type Standing } from "../lifecycle/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { Evidence, Lack } from "./evidence.ts";
import type { StandingRead } from "./standing-back.ts";

const rank = (stage: EarnedStage | "churn"): number => (stage === "churn" ? -1 : earnedStages.indexOf(stage));

const latestOf = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null;
const earliestOf = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null;

/** What a gate lacks. Usage that shows nobody at work speaks against whatever comes after the sale. */
function lacksOf(stage: EarnedStage, gates: Standing["gates"]): Lack[] {
  const own = openClauses(gates[stage]).map(({ label, says, state }) => ({
    says: `${label}: ${says}`,
    against: state === "failing",
  }));
  const idle = stage === "onboarded" ? nobodyAtWork(gates.adopted) : null;
  return idle === null ? own : [idle, ...own];
}

/** Usage comes in, and shows no use at all: not of the core module and not of any feature. */
function nobodyAtWork({ clauses }: GateCheck): Lack | null {
  const ofUse = clauses.filter(({ id }) => id !== "seat_share");
  const idle = ofUse.find(({ id }) => id === "core_module");
  if (idle === undefined || !ofUse.every(({ state }) => state === "failing")) return null;
  return { says: `Usage: ${idle.says}`, against: true };
}

/** What evidence shows of an account on a day, read off where it stands. */
export function evidenceOn(record: CustomerRecord, on: Day, standing: StandingRead): Evidence {
  const { earned, history, gates, staleSince, life, expansions, renewal } = standing;
  const present = history.at(-1) ?? null;
  const ended = (within: (stage: EarnedStage | "churn") => boolean) =>
    history.findLast(({ stage, to }) => to !== null && within(stage))?.to ?? null;
  const opened = {
    expansion: earliestOf(expansions.map(({ entry }) => entry.openedOn)),
    renewal:
      renewal === null || renewal.state === "not_open"
        ? null
        : (earliestOf([renewal.opensOn, ...(renewal.startedOn === null ? [] : [renewal.startedOn])]) ?? null),
  };
  return {
    earned,
    churnedOn: present?.stage === "churn" ? present.from : null,
    lacks: (stage) => lacksOf(stage, gates),
    stale:
      staleSince === null || earned === null
        ? null
        : {
            since: staleSince,
            says: gates[earned].clauses
              .filter(({ state }) => state === "stale")
              .map(({ label, says }) => `${label}: ${says}`),
          },
    atLeastSince: (stage) => {
      const below = history.findLastIndex((span) => rank(span.stage) < rank(stage));
      return history[below + 1]?.from ?? null;
    },
    belowSince: (stage) =>
      earned !== null && rank(earned) >= rank(stage) ? null : ended((held) => rank(held) >= rank(stage)),
    openSince: (motion) => opened[motion],
    closedSince: (motion) =>
      opened[motion] !== null
        ? null
        : motion === "expansion"
          ? lastClosed(record, on)
          : lastRenewed(record, on),
    customerSince: earned === null ? null : (life?.wonOn ?? null),
  };
}

function lastClosed({ journal }: CustomerRecord, on: Day): Day | null {
  const closed = entriesOf(journal, "expansion").flatMap(({ entry }) => entry.closedOn ?? []);
  return latestOf(closed.filter((day) => day <= on));
}

/** When the last term before the present one gave way to it. */
function lastRenewed({ lines }: CustomerRecord, on: Day): Day | null {
  return latestOf(
    lines.flatMap(({ renews, startsOn }) => (renews !== null && startsOn <= on ? startsOn : [])),
  );
}
