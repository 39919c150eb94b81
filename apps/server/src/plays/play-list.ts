import { isDeepStrictEqual } from "node:util";
import { entriesOf, type JournalOf } from "@termwise/core/facts";
import { type Day, type EntryId, Failure, firstDay, type Instant } from "@termwise/core/kernel";
import { type HousePlay, housePlayId, housePlays, type Play } from "@termwise/core/plays";
import type { Books } from "../derive/books.ts";

/** A version of a play, with who wrote it and when; the one that comes with the product was written by nobody here. */
export interface PlayVersion {
  readonly version: number;
  readonly play: Play;
  readonly recordedAt: Instant | null;
  readonly on: Day;
  readonly by: string | null;
}

/** A play of the workspace: one that comes with the product, as it was changed, or one of its own. */
export interface ListedPlay {
  readonly id: EntryId;
  readonly key: HousePlay | null;
  readonly play: Play;
  readonly version: number;
  /** The day its trigger was written; what happened before does not set it off. */
  readonly triggerSince: Day;
  readonly versions: readonly PlayVersion[];
}

const keys = Object.keys(housePlays) as HousePlay[];

const listedIn = new WeakMap<Books, readonly ListedPlay[]>();

/** Every play of the workspace: those that come with the product first, then its own, by name. Listed once for some books. */
export function playsIn(books: Books): readonly ListedPlay[] {
  const known = listedIn.get(books) ?? listing(books);
  listedIn.set(books, known);
  return known;
}

function listing(books: Books): ListedPlay[] {
  const standing = new Set(entriesOf(books.known.now.journal, "play").map(({ entryId }) => entryId));
  const written = new Map<EntryId, JournalOf<"play">[]>();
  for (const fact of entriesOf(books.known.all.journal, "play"))
    if (standing.has(fact.entryId)) written.set(fact.entryId, [...(written.get(fact.entryId) ?? []), fact]);
  const ours = keys.map((key) => {
    const id = housePlayId(key);
    const facts = written.get(id) ?? [];
    written.delete(id);
    return listed(id, key, facts);
  });
  const own = [...written].map(([id, facts]) => listed(id, null, facts));
  return [...ours, ...own.sort((a, b) => a.play.name.localeCompare(b.play.name, "en"))];
}

function listed(id: EntryId, key: HousePlay | null, facts: readonly JournalOf<"play">[]): ListedPlay {
  const shipped =
    key === null ? [] : [{ play: housePlays[key] as Play, recordedAt: null, on: firstDay, by: null }];
  const told = [...facts]
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .map(({ entry, recordedAt, effectiveOn, by }) => ({ play: entry, recordedAt, on: effectiveOn, by }));
  const versions = [...shipped, ...told].map((one, at) => ({ ...one, version: at + 1 }));
  const last = versions.at(-1);
  if (!last) throw new Failure("not_found", "There is no such play");
  const other = versions.findLastIndex(({ play }) => !isDeepStrictEqual(play.trigger, last.play.trigger));
  const triggerSince = versions[other + 1]?.on ?? last.on;
  return { id, key, play: last.play, version: last.version, triggerSince, versions };
}

/** One play. `not_found` where there is none of this id. */
export function playNamed(books: Books, id: EntryId): ListedPlay {
  const found = playsIn(books).find((one) => one.id === id);
  if (!found) throw new Failure("not_found", "There is no such play, or it was taken back");
  return found;
}
