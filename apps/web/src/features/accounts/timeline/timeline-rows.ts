import { money } from "../../../lib/format.ts";
import { movementName, reasonText } from "../../../lib/movement-names.ts";
import { ownerNames } from "../../../lib/people-names.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import type { Account } from "../account.ts";
import { type Entry, type Group, groupOf, type NameOf, wordsOf } from "./entry-words.ts";

/** A line of the timeline: an entry on record, a movement of ARR, or somebody of ours taking the account. */
export interface Line {
  readonly key: string;
  readonly group: Group;
  /** The day it is told under. */
  readonly on: string;
  /** The moment, where one is known. */
  readonly at: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly link: string | null;
  readonly by: string | null;
  readonly source: string | null;
  /** The entry that can be withdrawn. */
  readonly entry: Entry | null;
}

type Owners = Outputs["coverage"]["ofAccount"]["owners"];

/** Everything that happened with an account in one list, the newest first. */
export function timelineLines(
  entries: readonly Entry[],
  account: Account,
  owners: Owners,
  { nameOf, today }: { nameOf: NameOf; today: string },
): Line[] {
  const lines = [
    ...entries.map((entry) => entryLine(entry, nameOf)),
    ...account.movements.filter(({ on }) => on <= today).map(movementLine),
    ...ownerLines(owners, today),
  ];
  return lines.sort((a, b) => compare(b.on, a.on) || compare(b.at ?? "", a.at ?? ""));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entryLine(entry: Entry, nameOf: NameOf): Line {
  const { entryId, effectiveOn, at, byName, source } = entry;
  // A role is told under the day it began, which may lie before the day it was put on record.
  const since = entry.entry.of === "contact_role" ? entry.entry.since : null;
  return {
    key: entryId,
    group: groupOf(entry.entry.of),
    on: since ?? effectiveOn,
    at: since === null || since === effectiveOn ? at : null,
    ...wordsOf(entry, nameOf),
    by: byName,
    source: source.system === "termwise" ? null : (source.file ?? source.system),
    entry,
  };
}

function movementLine({ on, kind, currency, amount, balance, parts }: Account["movements"][number]): Line {
  const why = reasonText(
    kind,
    parts.map(({ reason }) => reason),
  );
  return {
    key: `${on} ${currency} ${kind}`,
    group: "arr",
    on,
    at: null,
    title: `${movementName(kind)}: ${money(amount, currency, { signed: true })}`,
    text: `${why}. ARR after: ${money(balance, currency)}`,
    link: null,
    by: null,
    source: "contract lines",
    entry: null,
  };
}

const roleNames: Readonly<Record<string, string>> = {
  ...ownerNames,
  renewal_owner: "renewal owner",
  expansion_owner: "expansion owner",
};

function ownerLines(owners: Owners, today: string): Line[] {
  return owners.flatMap(({ attribute, held }) =>
    held.flatMap(({ value, from }): Line[] => {
      if (from === null || from > today) return [];
      const role = roleNames[attribute] ?? attribute;
      return [
        {
          key: `${attribute} ${from}`,
          group: "people",
          on: from,
          at: null,
          title: value === null ? `No ${role} any more` : `${roleValue(value)} is ${role}`,
          text: null,
          link: null,
          by: null,
          source: null,
          entry: null,
        },
      ];
    }),
  );
}

/** Renewal and growth are owned by a role, all else by a name. */
function roleValue(value: string): string {
  return value === "csm" || value === "ae" || value === "am" ? `The ${value.toUpperCase()}` : value;
}
