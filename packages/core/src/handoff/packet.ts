import {
  type DealContextField,
  dealContextFields,
  type JournalFact,
  type JournalOf,
  type PacketSection,
  packetSections,
} from "../facts/index.ts";
import type { EntryId, Instant } from "../kernel/index.ts";
import { requiredRoles, roleMoments, type StakeholderMap, stakeholderMap } from "./stakeholder-map.ts";

/** The six sections of a packet, in order. */
export const sectionsInOrder = Object.keys(packetSections) as PacketSection[];

/** One section of a packet as it stands: what it says, who wrote it when, and what it still lacks. */
export interface SectionStanding {
  readonly section: PacketSection;
  readonly state: "empty" | "partial" | "filled";
  readonly text: string | null;
  readonly link: string | null;
  readonly context: Readonly<Partial<Record<DealContextField, string>>>;
  readonly noObjectors: boolean;
  readonly entryId: EntryId | null;
  readonly by: string | null;
  readonly at: Instant | null;
  /** Of the fields the section needs, how many it has. */
  readonly filled: number;
  readonly required: number;
  readonly missing: readonly string[];
}

/** A packet at a moment. */
export interface Packet {
  readonly sections: readonly SectionStanding[];
  readonly people: StakeholderMap;
  readonly filled: number;
  readonly complete: boolean;
}

/** What a packet is made of: the entries of its close, and the roles on record of the account. */
export interface PacketFacts {
  readonly written: readonly JournalOf<"packet_section">[];
  readonly promises: readonly JournalOf<"promise">[];
  readonly journal: readonly JournalFact[];
}

const contextFields = Object.keys(dealContextFields) as DealContextField[];

type Needs = Pick<SectionStanding, "filled" | "required" | "missing">;

/** A section that a text or a link fills. */
const asWhole = (said: boolean, what: string): Needs => ({
  filled: said ? 1 : 0,
  required: 1,
  missing: said ? [] : [what],
});

function dealContext(said: boolean, context: SectionStanding["context"]): Needs {
  const missing = said ? [] : contextFields.filter((field) => context[field] === undefined);
  return {
    filled: contextFields.length - missing.length,
    required: contextFields.length,
    missing: missing.map((field) => dealContextFields[field].toLowerCase()),
  };
}

function needsOf(
  section: PacketSection,
  said: boolean,
  {
    context,
    people,
    promises,
  }: { context: SectionStanding["context"]; people: StakeholderMap; promises: number },
): Needs {
  const required = requiredRoles.length + 1;
  if (section === "people")
    return { required, filled: required - people.missing.length, missing: people.missing };
  if (section === "promises") return asWhole(said || promises > 0, "what was promised, or that nothing was");
  if (section === "deal_context") return dealContext(said, context);
  return asWhole(said, packetSections[section].toLowerCase());
}

/**
 * The packet as it stood at a moment. A text or a link fills a section; the people section is filled by the roles on
 * record, promises by promises too, and the deal context field by field where it is told that way. What the ledger knows
 * of the deal fills nothing: deal data is not deal context.
 */
export function packetAt(facts: PacketFacts, at: Instant): Packet {
  const latest = new Map<PacketSection, JournalOf<"packet_section">>();
  for (const fact of facts.written) if (fact.at <= at) latest.set(fact.entry.section, fact);
  const noObjectors = latest.get("people")?.entry.noObjectors ?? false;
  const people = stakeholderMap(facts.journal, at, { noObjectors });
  const promises = facts.promises.filter((fact) => fact.at <= at).length;
  const sections = sectionsInOrder.map((section): SectionStanding => {
    const fact = latest.get(section);
    const { text = null, link = null, context = {} } = fact?.entry ?? {};
    const said = text !== null || link !== null;
    const needs = needsOf(section, said, { context, people, promises });
    const state = needs.missing.length === 0 ? "filled" : said || needs.filled > 0 ? "partial" : "empty";
    return {
      section,
      state,
      text,
      link,
      context,
      noObjectors: section === "people" && noObjectors,
      entryId: fact?.entryId ?? null,
      by: fact?.by ?? null,
      at: fact?.at ?? null,
      ...needs,
    };
  });
  const filled = sections.filter((section) => section.state === "filled").length;
  return { sections, people, filled, complete: filled === sections.length };
}

/** The first moment, up to another, at which the packet was complete; null when it never was. */
export function firstComplete(facts: PacketFacts, until: Instant): Instant | null {
  const moments = [
    ...facts.written.map((fact) => fact.at),
    ...facts.promises.map((fact) => fact.at),
    ...roleMoments(facts.journal),
  ].filter((at) => at <= until);
  return [...new Set(moments)].sort().find((at) => packetAt(facts, at).complete) ?? null;
}
