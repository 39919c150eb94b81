import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../../lib/trpc.ts";

/** A term's definition in this workspace: its versions, proposals and parameters. */
export type Definition = Outputs["definitions"]["ofTerm"];
/** One version of a definition. */
export type Version = Definition["versions"][number];
/** A proposed change, with what the teams said. */
export type Proposal = Definition["proposals"][number];
/** What a definition says. */
export type Text = Version["text"];
/** What a parameter is set to, by its name. */
export type Values = Version["parameters"];

/** The parts of a definition's text, with what they are called. */
export const partNames = {
  definition: "Definition",
  example: "Example",
  formula: "Formula",
  inclusions: "Counted",
  exclusions: "Not counted",
  notNotes: "Not to be taken for",
} as const satisfies Record<keyof Text, string>;

/** A part of a text as one string, points on lines of their own. */
export function partOf(text: Text, part: keyof Text): string {
  const value = text[part];
  return Array.isArray(value) ? value.join("\n") : (value ?? "");
}

/** The parts that differ between two texts. */
export function changedParts(before: Text, after: Text): (keyof Text)[] {
  const parts = Object.keys(partNames) as (keyof Text)[];
  return parts.filter((part) => partOf(before, part) !== partOf(after, part));
}

/** What happens to proposals; everything that is counted by definitions is asked for anew. */
export function useDefinitionActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries();
  return {
    propose: useMutation(trpc.definitions.propose.mutationOptions({ onSuccess })),
    sign: useMutation(trpc.definitions.sign.mutationOptions({ onSuccess })),
    withdraw: useMutation(trpc.definitions.withdraw.mutationOptions({ onSuccess })),
  };
}
