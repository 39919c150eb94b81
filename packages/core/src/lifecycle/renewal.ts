import {
  type CommercialRole,
  type ContractLine,
  commercialRoles,
  entriesOf,
  type RenewalPreparation,
  renewalPreparations,
} from "../facts/index.ts";
import { addDays, addMonths, type Day, daysBetween, earlier } from "../kernel/index.ts";
import { type CustomerRecord, type HouseRules, heldOn } from "../people/index.ts";
import { type LifecyclePolicy, lifecyclePolicyOn } from "./policy.ts";

/** One of the three preparations of a renewal, and how it stands. */
export interface Preparation {
  readonly step: RenewalPreparation;
  readonly plannedOn: Day | null;
  readonly doneOn: Day | null;
  readonly state: "done" | "planned" | "unplanned" | "late";
}

/** The renewal of a term: its days, who owns it, and what is prepared. */
export interface Renewal {
  /** The last day of the term. */
  readonly termEndsOn: Day;
  readonly opensOn: Day;
  /** The last day on which starting the conversation is in time. */
  readonly latestStartOn: Day;
  /** The three preparations lie before this day. */
  readonly preparedBefore: Day;
  readonly daysLeft: number;
  readonly startedOn: Day | null;
  readonly owner: { readonly name: string | null; readonly role: CommercialRole } | null;
  readonly state: "not_open" | "due" | "late" | "started";
  readonly preparations: readonly Preparation[];
  readonly says: string;
}

/** The days of the renewal of a term that ends on a day. */
export function renewalDays(termEndsOn: Day, policy: LifecyclePolicy) {
  return {
    opensOn: addDays(termEndsOn, -policy.renewalOpensDays),
    latestStartOn: earlier(
      addDays(termEndsOn, -policy.renewalLatestDays),
      addMonths(termEndsOn, -policy.renewalLatestMonths),
    ),
    preparedBefore: addMonths(termEndsOn, -policy.renewalPreparedMonths),
  };
}

const isTerm = ({ lineKind }: ContractLine): boolean => lineKind === "recurring";

/** The line that goes on after a term: it names it, or begins within a month of its end. */
function goesOn(lines: readonly ContractLine[], term: ContractLine, on: Day): boolean {
  const { endsOn, lineId } = term;
  if (endsOn === null) return true;
  return lines.some(
    (line) =>
      line !== term &&
      (line.signedOn === null || line.signedOn <= on || line.startsOn <= on) &&
      (line.renews === lineId ||
        (line.startsOn > term.startsOn &&
          line.startsOn > addDays(endsOn, -31) &&
          line.startsOn <= addDays(endsOn, 31) &&
          (line.endsOn === null || line.endsOn > endsOn))),
  );
}

/**
 * The day the present term of a customer ends: the last day of the recurring lines in force that nothing signed goes on
 * after, the latest of them; null: no line is in force, or one runs on without an end.
 */
export function termEndOn({ lines }: CustomerRecord, on: Day): Day | null {
  const terms = lines.filter(isTerm);
  const inForce = terms.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
  if (inForce.length === 0 || inForce.some(({ endsOn }) => endsOn === null)) return null;
  const open = inForce.filter((line) => !goesOn(terms, line, on));
  const ends = (open.length > 0 ? open : []).flatMap(({ endsOn }) => endsOn ?? []);
  return ends.sort().at(-1) ?? null;
}

/** The next renewal of a customer on a day, open or still to open; null: no term ends, or it is renewed already. */
export function renewalOn(record: CustomerRecord, rules: HouseRules, on: Day): Renewal | null {
  const termEndsOn = termEndOn(record, on);
  if (termEndsOn === null) return null;
  const policy = lifecyclePolicyOn(rules, on);
  const days = renewalDays(termEndsOn, policy);
  const known = record.journal.filter(({ effectiveOn }) => effectiveOn <= on);
  const started = entriesOf(known, "renewal_started").find(({ entry }) => entry.termEndsOn === termEndsOn);
  const owned = heldOn(record, "renewal_owner", on);
  const role = commercialRoles.find((one) => one === owned) ?? null;
  const owner = started?.entry.owner ?? (role === null ? null : { name: heldOn(record, role, on), role });
  const state = started
    ? "started"
    : on < days.opensOn
      ? "not_open"
      : on <= days.latestStartOn
        ? "due"
        : "late";
  const preparations = renewalPreparations.map((step): Preparation => {
    const entry = entriesOf(known, "renewal_step").findLast(
      (fact) => fact.entry.termEndsOn === termEndsOn && fact.entry.step === step,
    )?.entry;
    const plannedOn = entry?.plannedOn ?? null;
    const doneOn = entry?.doneOn ?? null;
    const late = doneOn === null && (on >= days.preparedBefore || (plannedOn !== null && plannedOn < on));
    return {
      step,
      plannedOn,
      doneOn,
      state: doneOn !== null ? "done" : late ? "late" : plannedOn !== null ? "planned" : "unplanned",
    };
  });
  const renewal = {
    termEndsOn,
    ...days,
    daysLeft: daysBetween(on, termEndsOn),
    startedOn: started?.effectiveOn ?? null,
    owner,
    state,
    preparations,
  } as const;
  return { ...renewal, says: saysOf(renewal) };
}

function saysOf({
  state,
  opensOn,
  latestStartOn,
  startedOn,
  owner,
}: Pick<Renewal, "state" | "opensOn" | "latestStartOn" | "startedOn" | "owner">): string {
  const ownerless = owner === null ? " Nobody owns this renewal: name its owner." : "";
  if (state === "started") return `The conversation was begun on ${startedOn}.${ownerless}`;
  if (state === "not_open") return `The renewal opens on ${opensOn}.${ownerless}`;
  if (state === "due") return `Start the conversation by ${latestStartOn}.${ownerless}`;
  return `The conversation should have begun by ${latestStartOn}.${ownerless}`;
}
