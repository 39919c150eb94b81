import { isDeepStrictEqual } from "node:util";
import {
  type ContractLine,
  type Fact,
  type FactSet,
  factKeys,
  factsKnownAt,
  laterVersion,
} from "@termwise/core/facts";
import type { AccountId, Instant, LineId } from "@termwise/core/kernel";
import { byKind } from "./fact-slices.ts";

/** What an import wrote: facts recorded at its moment, from rows of its files. */
export interface Footprint {
  readonly recordedAt: Instant;
  readonly files: ReadonlySet<string>;
}

/** Something recorded after an import that rests on what the import wrote. */
export interface Dependent {
  readonly what:
    | "account"
    | "attribute"
    | "line"
    | "fx_rate"
    | "usage"
    | "journal"
    | "merge"
    | "split"
    | "contact";
  /** What it is about, in words a person can look up. */
  readonly about: string;
  readonly recordedAt: Instant;
  /** The file it was imported from; null: a person or the command line put it on record. */
  readonly file: string | null;
}

/** The facts that take an import back, and what stands in the way of recording them. */
export interface Reversal {
  readonly facts: FactSet;
  readonly dependents: readonly Dependent[];
  readonly created: { readonly accounts: ReadonlySet<AccountId>; readonly lines: ReadonlySet<LineId> };
}

type Kind = "accounts" | "attributes" | "lines" | "fxRates" | "journal" | "usage";
const kinds = ["accounts", "attributes", "lines", "fxRates", "journal", "usage"] as const satisfies Kind[];

/** A version that takes a fact back, as if it had never been. */
function withdrawn(fact: Fact): Fact {
  if (fact.kind === "journal") return { ...fact, withdrawn: "The import was undone" };
  if (fact.kind === "merge" || fact.kind === "split") throw new Error("No import merges or splits accounts");
  return { ...fact, withdrawn: true };
}

/** Whether two versions say the same, whenever it was recorded. */
const sayTheSame = (one: Fact, other: Fact): boolean =>
  isDeepStrictEqual({ ...one, recordedAt: null }, { ...other, recordedAt: null });

const isGone = (fact: Fact): boolean =>
  "withdrawn" in fact && fact.withdrawn !== undefined && fact.withdrawn !== null && fact.withdrawn !== false;

/** What becomes of one fact an import wrote: the version that undoes it, a later version in the way, or nothing to do. */
function undone(
  versions: readonly Fact[],
  footprint: Footprint,
  undoneBefore: readonly Footprint[],
): { back: Fact | null; inTheWay: Fact | null } {
  const own = versions.filter((fact) => isOf(fact, footprint)).reduce(laterVersion);
  const earlier = versions.filter(
    (fact) => fact.recordedAt < footprint.recordedAt && !undoneBefore.some((gone) => isOf(fact, gone)),
  );
  const before = earlier.length > 0 ? earlier.reduce(laterVersion) : null;
  const now = versions.reduce(laterVersion);
  if (sayTheSame(now, own)) return { back: before ?? withdrawn(own), inTheWay: null };
  const isBack = before === null ? isGone(now) : sayTheSame(now, before) || (isGone(now) && isGone(before));
  return { back: null, inTheWay: isBack ? null : now };
}

const isOf = ({ recordedAt, source }: Fact, footprint: Footprint): boolean =>
  recordedAt === footprint.recordedAt && source.file !== null && footprint.files.has(source.file);

/** Every version of the facts an import wrote, by key. */
function touched(
  facts: readonly Fact[],
  keyOf: (fact: never) => string,
  footprint: Footprint,
): Map<string, Fact[]> {
  const keys = new Map<string, Fact[]>();
  for (const fact of facts) if (isOf(fact, footprint)) keys.set(keyOf(fact as never), []);
  if (keys.size > 0) for (const fact of facts) keys.get(keyOf(fact as never))?.push(fact);
  return keys;
}

/**
 * The facts that take an import back, recorded at `at`: of everything it wrote the version that stood before, or one
 * that withdraws what it was the first to say. Nothing is changed or deleted; as of any moment between, the import still
 * stands. What later versions say, or what else rests on accounts and lines only the import knew of, is in the way: while there are
 * dependents, nothing may be recorded. What imports that are undone by now had said does not come back.
 */
export function reversalOf(
  all: FactSet,
  footprint: Footprint,
  { at, undoneBefore }: { at: Instant; undoneBefore: readonly Footprint[] },
): Reversal {
  const facts: Fact[] = [];
  const dependents: Dependent[] = [];
  const keys = new Map<Kind, ReadonlyMap<string, Fact[]>>();
  const accounts = new Set<AccountId>();
  const lines = new Set<LineId>();
  for (const kind of kinds) {
    const own = touched(all[kind], factKeys[kind], footprint);
    keys.set(kind, own);
    for (const versions of own.values()) {
      const { back, inTheWay } = undone(versions, footprint, undoneBefore);
      if (inTheWay) dependents.push(dependentOf(inTheWay));
      if (!back) continue;
      facts.push({ ...back, recordedAt: at });
      if (back.kind === "account" && isGone(back)) accounts.add(back.accountId);
      if (back.kind === "line" && isGone(back)) lines.add(back.lineId);
    }
  }
  const isOwn = (kind: Kind, fact: Fact) => keys.get(kind)?.has(factKeys[kind](fact as never)) ?? false;
  const known = factsKnownAt(all, null);
  const stoodBefore = standingBefore(all, footprint);
  const news = resting(known, footprint, { accounts, lines }, isOwn).filter((fact) => !stoodBefore(fact));
  dependents.push(...news.map(dependentOf));
  return {
    facts: byKind(facts),
    dependents: dependents.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    created: { accounts, lines },
  };
}

/** Whether a fact said the same before an import: it cannot rest on it, though an undo may have recorded it anew since. */
function standingBefore(all: FactSet, { recordedAt }: Footprint): (fact: Fact) => boolean {
  const earlier = <F extends Fact>(facts: readonly F[]) =>
    facts.filter((fact) => fact.recordedAt < recordedAt);
  const known = factsKnownAt(
    {
      accounts: [],
      attributes: earlier(all.attributes),
      merges: earlier(all.merges),
      splits: earlier(all.splits),
      lines: earlier(all.lines),
      fxRates: [],
      journal: earlier(all.journal),
      usage: earlier(all.usage),
    },
    null,
  );
  const keyed = (fact: Fact): string => `${fact.kind} ${keyOf(fact)}`;
  const held = new Map(
    Object.values(known).flatMap((facts: readonly Fact[]) => facts.map((fact) => [keyed(fact), fact])),
  );
  return (fact) => {
    const before = held.get(keyed(fact));
    return before !== undefined && sayTheSame(before, fact);
  };
}

const ofKind = {
  account: factKeys.accounts,
  attribute: factKeys.attributes,
  merge: factKeys.merges,
  split: factKeys.splits,
  line: factKeys.lines,
  fx_rate: factKeys.fxRates,
  journal: factKeys.journal,
  usage: factKeys.usage,
} as const;
const keyOf = (fact: Fact): string => (ofKind[fact.kind] as (fact: Fact) => string)(fact);

/** What stands and rests on an import: on accounts and lines it created, or on a value it was the first to give. */
function resting(
  known: FactSet,
  footprint: Footprint,
  created: Reversal["created"],
  isOwn: (kind: Kind, fact: Fact) => boolean,
): Fact[] {
  const isNew = (id: string | null) => id !== null && created.accounts.has(id as AccountId);
  const givenBy = new Set(
    known.attributes
      .filter((fact) => isOf(fact, footprint))
      .map(({ accountId, attribute }) => `${accountId} ${attribute}`),
  );
  const later = ({ recordedAt }: Fact) => recordedAt > footprint.recordedAt;
  return [
    ...known.attributes.filter(
      (fact) =>
        !isOwn("attributes", fact) &&
        (isNew(fact.accountId) ||
          (fact.attribute === "parent" && isNew(fact.value)) ||
          (later(fact) && givenBy.has(`${fact.accountId} ${fact.attribute}`))),
    ),
    ...known.lines.filter(
      (fact) =>
        !isOwn("lines", fact) &&
        (isNew(fact.accountId) || (fact.renews !== null && created.lines.has(fact.renews))),
    ),
    ...known.usage.filter((fact) => !isOwn("usage", fact) && isNew(fact.accountId)),
    ...known.journal.filter((fact) => !isOwn("journal", fact) && isNew(fact.accountId)),
    ...known.merges.filter((fact) => isNew(fact.accountId) || isNew(fact.intoId)),
    ...known.splits.filter(
      (fact) =>
        isNew(fact.accountId) || isNew(fact.toId) || fact.lineIds.some((line) => created.lines.has(line)),
    ),
  ];
}

const aboutLine = ({ source, product }: ContractLine) => `line ${source.key} (${product})`;

function dependentOf(fact: Fact): Dependent {
  const about = (): string => {
    switch (fact.kind) {
      case "line":
        return aboutLine(fact);
      case "attribute":
        return `${fact.attribute} of ${fact.accountId}`;
      case "fx_rate":
        return `rate ${fact.base} to ${fact.quote} of ${fact.effectiveOn}`;
      case "usage":
        return `usage of ${fact.accountId} on ${fact.effectiveOn}`;
      case "journal":
        return `${fact.entry.of} of ${fact.accountId ?? "the workspace"}`;
      default:
        return fact.accountId;
    }
  };
  return { what: fact.kind, about: about(), recordedAt: fact.recordedAt, file: fact.source.file };
}
