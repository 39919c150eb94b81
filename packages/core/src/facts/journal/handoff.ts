import { z } from "zod";
import { Day, Instant } from "../../kernel/index.ts";
import {
  type DealContextField,
  dealContextFields,
  type PacketSection,
  packetSections,
  promiseStates,
} from "./names.ts";
import { CloseRef, Link, Person, written } from "./words.ts";

const section = z.enum(Object.keys(packetSections) as [PacketSection, ...PacketSection[]]);

export const handoffEntries = [
  /**
   * What a section of the packet says: text, a link, or both; the deal context may be told field by field instead, and
   * the people section may declare that nobody objected. Each entry is the whole section anew; one that says nothing
   * empties it.
   */
  z
    .strictObject({
      of: z.literal("packet_section"),
      section,
      text: written(10_000).nullable(),
      link: Link.nullable(),
      context: z
        .partialRecord(
          z.enum(Object.keys(dealContextFields) as [DealContextField, ...DealContextField[]]),
          written(2_000),
        )
        .optional(),
      noObjectors: z.boolean().optional(),
      close: CloseRef,
    })
    .refine((said) => said.context === undefined || said.section === "deal_context", {
      path: ["context"],
      message: "belongs to the section deal_context",
    })
    .refine((said) => said.noObjectors === undefined || said.section === "people", {
      path: ["noObjectors"],
      message: "belongs to the section people",
    }),
  /** The CSM has read the packet: accepts it, or returns it naming the gaps. */
  z
    .strictObject({
      of: z.literal("packet_review"),
      outcome: z.enum(["accepted", "returned"]),
      gaps: z.array(z.strictObject({ section, missing: written(1_000) })),
      close: CloseRef,
    })
    .refine((review) => (review.outcome === "returned") === review.gaps.length > 0, {
      path: ["gaps"],
      message: "a returned packet names what is missing, and an accepted one has no gaps",
    }),
  /** Something promised to the customer, and how it stands. Technical ones must reach the CSE before the kickoff. */
  z.strictObject({
    of: z.literal("promise"),
    text: written(1_000),
    saidBy: Person.nullable(),
    technical: z.boolean(),
    owner: Person.nullable(),
    dueOn: Day.nullable(),
    state: z.enum(promiseStates),
    /** When the customer success engineer was told of it; null: not yet. */
    cseInformedAt: Instant.nullable(),
    link: Link.nullable(),
    close: CloseRef,
  }),
  /** The expectations document: text, a link, or both, with what the customer may count on by which day after the close. */
  z
    .strictObject({
      of: z.literal("expectations"),
      text: written(10_000).nullable(),
      link: Link.nullable(),
      milestones: z
        .array(
          z.strictObject({
            what: written(300),
            kind: z.enum(["timeline", "feature", "integration", "outcome"]),
            day: z.int().min(0).max(3_650),
            /** The first time the customer gets something out of it: the go-live. */
            goLive: z.boolean().default(false),
            doneOn: Day.nullable(),
          }),
        )
        .max(50),
      close: CloseRef,
    })
    .refine((document) => document.text !== null || document.link !== null, {
      path: ["text"],
      message: "needs text or a link",
    }),
  /** One side signs the expectations document as it stands at this moment. */
  z.strictObject({ of: z.literal("signature"), side: z.enum(["ae", "cs"]), close: CloseRef }),
  /** The account is the CSM's now: the AE is released. */
  z.strictObject({ of: z.literal("ownership_moved"), from: Person.nullable(), to: Person, close: CloseRef }),
] as const;
