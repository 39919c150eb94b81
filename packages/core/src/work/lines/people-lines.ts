import { coverageOn, type OwnershipGap, ownershipGaps, touchState } from "../../coverage/index.ts";
import { addDays } from "../../kernel/index.ts";
import { housePeoplePolicy, type StakeholderGap, stakeholderGaps } from "../../people/index.ts";
import { away } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";

const base = { side: "cs", deadline: null, dueAt: null, task: null } as const;

/** Who is missing at the customer, what nobody of us answers for, and how long nobody has been in touch. */
export function peopleLines(one: QueueCase, { today }: QueueAsked): QueueLine[] {
  const { record, rules, arr, renewalOn, standing } = one;
  // Who holds no ARR any more has nothing to own and nobody to call.
  if (standing.earned === null) return [];
  const coverage = coverageOn(record, rules, { on: today, arr });
  const people = stakeholderGaps(record, { on: today, renewalOn, policy: housePeoplePolicy });
  const gaps = ownershipGaps(record, { on: today, coverage, renewalOn });
  const touch = touchState(record, coverage, today);
  return [
    ...people.flatMap((gap) => personLine(gap, today)),
    ...ownershipLine(gaps),
    ...(touch.overdue ? [touchLine(touch, today)] : []),
  ];
}

function personLine(gap: StakeholderGap, today: QueueAsked["today"]): QueueLine[] {
  if (gap.of === "champion_left" || gap.of === "sponsor_left") {
    const who = gap.of === "champion_left" ? "Champion" : "Sponsor";
    return [
      {
        ...base,
        subject: `people:${gap.of}:${gap.contactId}:${gap.successor ?? ""}`,
        kind: "people",
        reason: `${who} ${gap.state === "left" ? "left" : "moved on"} ${away(gap.since, today)}`,
        detail:
          gap.successor === null
            ? "Nobody has taken over."
            : "Somebody has taken over, and nobody of us has met them.",
        action: gap.successor === null ? "Find successor" : "Plan meeting",
        place: "stakeholders",
      },
    ];
  }
  if (gap.of !== "sponsor_quiet") return [];
  return [
    {
      ...base,
      subject: `people:sponsor_quiet:${gap.contactId}:${gap.renewalOn}`,
      kind: "people",
      reason: `Renewal ${away(gap.renewalOn, today)}, sponsor not in touch`,
      detail:
        gap.lastTouchOn === null
          ? "No touchpoint with the sponsor is on record."
          : `Last touch ${gap.lastTouchOn}.`,
      action: "Call sponsor",
      place: "timeline",
    },
  ];
}

const gapWords: Readonly<Record<OwnershipGap["of"], string>> = {
  renewal_owner: "its renewal",
  expansion_owner: "its growth",
  csm: "it as CSM",
  exec_sponsor: "it as executive sponsor",
  nobody: "it",
  expansion: "growth that was booked",
  motion: "an expansion under way",
};

function ownershipLine(gaps: readonly OwnershipGap[]): QueueLine[] {
  const kinds = [...new Set(gaps.map(({ of }) => of))];
  if (kinds.length === 0) return [];
  const words = kinds.map((of) => gapWords[of]);
  const listed = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return [
    {
      ...base,
      subject: `ownership:${kinds.join(",")}`,
      kind: "ownership",
      reason: `Nobody answers for ${listed}`,
      detail: null,
      action: "Name owner",
      place: "overview",
    },
  ];
}

function touchLine(
  { lastOn, days, everyDays }: ReturnType<typeof touchState>,
  today: QueueAsked["today"],
): QueueLine {
  return {
    ...base,
    subject: `touch:${lastOn ?? "never"}`,
    kind: "touch",
    reason: lastOn === null ? "No touchpoint on record" : `No touchpoint for ${days} d`,
    detail: `Its touch model wants one every ${everyDays} d${
      lastOn === null || everyDays === null
        ? ""
        : `, so one was due ${away(addDays(lastOn, everyDays), today)}`
    }.`,
    action: "Plan call",
    place: "timeline",
  };
}
