import { useQuery } from "@tanstack/react-query";
import { dayText } from "../../../lib/format.ts";
import { type ContactRole, contactRoleNames } from "../../../lib/people-names.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";

/** The people at an account, their roles, and what is missing among them. */
export type Stakeholders = Outputs["stakeholders"]["ofAccount"];
/** A person at the account. */
export type Person = Stakeholders["people"][number];
/** A role of theirs. */
export type Role = Person["roles"][number];
/** Something that is missing. */
export type Gap = Stakeholders["gaps"][number];

/** The people at an account today. */
export function useStakeholders(accountId: string, enabled = true) {
  return useQuery(
    trpc.stakeholders.ofAccount.queryOptions({ accountId } as Inputs["stakeholders"]["ofAccount"], {
      enabled,
    }),
  );
}

/** What a person is called; somebody whose data were erased has no name. */
export function personName({ name }: Pick<Person, "name">): string {
  return name ?? "Erased contact";
}

/** What the person of an id is called. */
export function nameOf(people: readonly Person[], contactId: string): string {
  const person = people.find((one) => one.contactId === contactId);
  return person ? personName(person) : "Somebody unknown";
}

/** A role's name. */
export function roleName(role: ContactRole): string {
  return contactRoleNames[role];
}

interface GapWords {
  title: string;
  text: string;
  /** A lost relation, against one that wants attention. */
  tone: "negative" | "warning";
}

/** What is missing, why it matters, and what to do. */
export function gapWords(gap: Gap, people: readonly Person[]): GapWords {
  switch (gap.of) {
    case "no_champion":
      return {
        title: "No champion",
        text: "Nobody carries the product into everyday work. Adoption depends on it: give somebody the role.",
        tone: "warning",
      };
    case "no_sponsor":
      return {
        title: "No sponsor",
        text: "Nobody is known whose approval the renewal needs. Ask the AE who approved the purchase.",
        tone: "warning",
      };
    case "champion_left":
    case "sponsor_left": {
      const role = gap.of === "champion_left" ? "champion" : "sponsor";
      const risk = role === "champion" ? "Adoption is in danger" : "The renewal is in danger";
      const then =
        gap.successor === null
          ? `Nobody took over. ${risk} until somebody has the role and was spoken to.`
          : `${nameOf(people, gap.successor)} took over and has not been spoken to. ${risk} until then.`;
      return {
        title: `The ${role} ${gap.state === "left" ? "left" : "moved on"}`,
        text: `${nameOf(people, gap.contactId)}, on ${dayText(gap.since)}. ${then}`,
        tone: "negative",
      };
    }
    case "sponsor_quiet":
      return {
        title: "The sponsor is out of touch",
        text: `${nameOf(people, gap.contactId)} was last in touch ${
          gap.lastTouchOn === null ? "on no day we know of" : `on ${dayText(gap.lastTouchOn)}`
        }, and the term renews on ${dayText(gap.renewalOn)}. Their approval is needed.`,
        tone: "negative",
      };
    case "nobody_reachable":
      return {
        title: "No key stakeholder is reachable",
        text: `Nobody who decides, or moves those who do, was in touch in the last ${gap.days} days.`,
        tone: "warning",
      };
    case "still_with_seller":
      return {
        title: "A relation is still with the seller",
        text: `${nameOf(people, gap.contactId)} is still spoken to by ${gap.counterpart}, though the account has moved. Introduce the CSM and change the counterpart.`,
        tone: "warning",
      };
  }
}
