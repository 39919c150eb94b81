import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { day } from "../kernel/index.ts";
import { type AssignmentAttribute, assignmentsOn } from "./assignments.ts";
import {
  approverExamples,
  departureExamples,
  escalationExamples,
  gapExamples,
  holderExamples,
  humanExamples,
  keyExamples,
  type PeopleCase,
  roleExamples,
  touchExamples,
} from "./examples.ts";
import { isReachable, type StakeholderGap, stakeholderGaps } from "./gaps.ts";
import { personName, recordOf } from "./plain-record.ts";
import { housePeoplePolicy } from "./policy.ts";
import { approversOn, escalationOn } from "./relationships.ts";
import { isKey, rolesOn } from "./roles-held.ts";
import { terms } from "./terms.ts";
import { humanShare, lastTouch, touchesOn } from "./touches.ts";

const asked = ({ record, on }: PeopleCase) => ({ record: recordOf(record), on: day(on) });

const gaps = (given: PeopleCase): string[] => {
  const { record, on } = asked(given);
  const renewalOn = given.renewalOn === undefined ? null : day(given.renewalOn);
  return stakeholderGaps(record, { on, renewalOn, policy: housePeoplePolicy }).map(gapText);
};

function gapText(gap: StakeholderGap): string {
  switch (gap.of) {
    case "champion_left":
    case "sponsor_left":
      return `${gap.of} ${personName(gap.contactId)}, ${gap.state} on ${gap.since}, ${
        gap.successor === null ? "nobody took over" : `${personName(gap.successor)} has not been met`
      }`;
    case "sponsor_quiet":
      return `sponsor_quiet ${personName(gap.contactId)}, last touch ${gap.lastTouchOn}`;
    case "still_with_seller":
      return `still_with_seller ${personName(gap.contactId)}, with ${gap.counterpart}`;
    default:
      return gap.of;
  }
}

const approvers = (given: PeopleCase): string[] => {
  const { record, on } = asked(given);
  return approversOn(record, on).map(
    (one) =>
      `${personName(one.contactId)}, ${one.role}, last touch ${one.lastTouchOn}, last review ${one.lastReviewOn}`,
  );
};

const escalation = (given: PeopleCase): string | null => {
  const { record, on } = asked(given);
  const path = escalationOn(record, on);
  const names = (ids: readonly Parameters<typeof personName>[0][]) => ids.map(personName).join(" and ");
  return (
    path &&
    `${path.ours} with ${names(path.theirs)}, beside ${path.beside.ours} with ${names(path.beside.theirs)}`
  );
};

const roles = (given: PeopleCase): string[] => {
  const { record, on } = asked(given);
  return rolesOn(record, on).map(({ contactId, role, spells }) =>
    [
      personName(contactId),
      role,
      ...[...spells].reverse().map((spell) => `${spell.state} since ${spell.since}`),
    ].join(", "),
  );
};

const key = (given: PeopleCase): string[] => {
  const { record, on } = asked(given);
  const touches = touchesOn(record, on);
  return rolesOn(record, on)
    .filter(isKey)
    .map(({ contactId }) =>
      isReachable(touches, contactId, on, housePeoplePolicy)
        ? `${personName(contactId)}, reachable`
        : personName(contactId),
    );
};

const touched = (given: PeopleCase): string | null => {
  const { record, on } = asked(given);
  const last = lastTouch(touchesOn(record, on), on);
  return last.on && `${last.on}, ${last.days} days ago`;
};

const human = (given: PeopleCase): string | null => {
  const { record, on } = asked(given);
  const share = humanShare(touchesOn(record, on));
  return share && `${share.n}/${share.d}`;
};

const heldAs =
  (attribute: AssignmentAttribute) =>
  (given: PeopleCase): string | null => {
    const { record, on } = asked(given);
    return assignmentsOn(record, on)[attribute];
  };

const departed = (given: PeopleCase): string[] =>
  gaps(given).filter((gap) => gap.startsWith("champion_left"));

function bound<Result>(
  symbol: string,
  of: (given: PeopleCase) => Result,
  examples: Readonly<Record<string, readonly Example<PeopleCase, Result>[]>>,
): Binding[] {
  return terms.flatMap((term) => {
    const own = examples[term.id];
    return own ? [defineMetric({ term, module: "@termwise/core/people", symbol, of, examples: own })] : [];
  });
}

/** The words for people that something computes, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("stakeholderGaps", departed, departureExamples),
  ...bound("stakeholderGaps", gaps, gapExamples),
  ...bound("approversOn", approvers, approverExamples),
  ...bound("escalationOn", escalation, escalationExamples),
  ...bound("rolesOn", roles, roleExamples),
  ...bound("isKey", key, keyExamples),
  ...bound("lastTouch", touched, touchExamples),
  ...bound("humanShare", human, humanExamples),
  ...bound("assignmentsOn", heldAs("cse"), { cse: holderExamples.cse }),
  ...bound("assignmentsOn", heldAs("cs_manager"), { "cs-manager": holderExamples["cs-manager"] }),
];
