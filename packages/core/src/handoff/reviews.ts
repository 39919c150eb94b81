import type { JournalOf, PacketSection } from "../facts/index.ts";
import type { EntryId, Instant } from "../kernel/index.ts";
import type { HandoffStatus } from "./names.ts";
import { type Packet, type PacketFacts, packetAt } from "./packet.ts";

/** A review of a packet, with the sections as they stood when it was made. */
export interface Review {
  readonly entryId: EntryId;
  readonly at: Instant;
  readonly by: string | null;
  readonly outcome: "accepted" | "returned";
  readonly gaps: readonly { readonly section: PacketSection; readonly missing: string }[];
  /** The entry each section consisted of; null: it was not written. */
  readonly asItStood: Readonly<Partial<Record<PacketSection, EntryId>>>;
}

/** The reviews of a packet in the order they were made. */
export function reviewsOf(reviews: readonly JournalOf<"packet_review">[], facts: PacketFacts): Review[] {
  return reviews.map(({ entryId, at, by, entry: { outcome, gaps } }) => {
    const { sections } = packetAt(facts, at);
    const asItStood = Object.fromEntries(
      sections.flatMap(({ section, entryId: written }) => (written === null ? [] : [[section, written]])),
    );
    return { entryId, at, by, outcome, gaps, asItStood };
  });
}

/** Whether a section was worked on after a moment: written anew, or with what it consists of beside its text. */
function touchedAfter(section: PacketSection, at: Instant, facts: PacketFacts): boolean {
  if (facts.written.some((fact) => fact.entry.section === section && fact.at > at)) return true;
  // A promise keeps the moment it was made; when it was changed is told by when that was recorded.
  if (section === "promises") return facts.promises.some((fact) => fact.at > at || fact.recordedAt > at);
  return (
    section === "people" && facts.journal.some((fact) => fact.entry.of === "contact_role" && fact.at > at)
  );
}

/** The gaps of the latest review that nobody has worked on since; none once a packet was accepted. */
export function openGaps(reviews: readonly Review[], facts: PacketFacts): Review["gaps"] {
  const last = reviews.at(-1);
  if (!last || last.outcome === "accepted") return [];
  return last.gaps.filter((gap) => !touchedAfter(gap.section, last.at, facts));
}

/** Where a packet stands: it follows from what was written and reviewed, nobody sets it. */
export function statusOf(packet: Packet, facts: PacketFacts, reviews: readonly Review[]): HandoffStatus {
  const last = reviews.at(-1);
  if (last?.outcome === "accepted") return "accepted";
  const begun = facts.promises.length > 0 || facts.written.some((fact) => says(fact.entry));
  if (last) return packet.complete && openGaps(reviews, facts).length === 0 ? "ready" : "returned";
  return packet.complete ? "ready" : begun ? "draft" : "not_started";
}

function says({ text, link, context, noObjectors }: JournalOf<"packet_section">["entry"]): boolean {
  return text !== null || link !== null || noObjectors === true || Object.keys(context ?? {}).length > 0;
}
