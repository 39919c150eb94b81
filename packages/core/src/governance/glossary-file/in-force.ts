import type { Parameter } from "../../glossary/index.ts";
import type { Day } from "../../kernel/index.ts";
import { type RegisteredTerm, type TermId, terms } from "../../registry/index.ts";
import type { Proposal } from "../definitions/proposals.ts";
import { type DefinitionVersion, definitionOn, definitionVersions } from "../definitions/versions.ts";

/** A parameter with the value it is set to as its default. */
function setTo(parameter: Parameter, value: string | number | undefined): Parameter {
  if ("options" in parameter)
    return { ...parameter, default: value === undefined ? parameter.default : String(value) };
  return typeof value === "number" ? { ...parameter, default: value } : parameter;
}

/**
 * Every term as a workspace has agreed on it on a day: the text in force, each parameter with what it is set to as its
 * default, and the versions up to the one in force.
 */
export function termsInForce(proposals: readonly Proposal[], on: Day): RegisteredTerm[] {
  return terms.map((term) => {
    const inForce = definitionOn(term, proposals, on);
    if (inForce.proposal === null) return term;
    const later = definitionVersions(term, proposals)
      .slice(term.versions.length, inForce.version)
      .map((version) => ({
        version: version.version,
        on: version.on,
        author: "The teams of this workspace",
        reason: version.reason,
        change: "Agreed on by the teams of this workspace.",
      }));
    return {
      ...term,
      ...inForce.text,
      parameters: term.parameters.map((one) => setTo(one, inForce.parameters[one.name])),
      versions: [...term.versions, ...later],
      status: "approved",
    };
  });
}

/** The versions that are agreed on and take effect after a day: of each term the last one. */
export function versionsAhead(
  proposals: readonly Proposal[],
  on: Day,
): ReadonlyMap<TermId, DefinitionVersion> {
  return new Map(
    terms.flatMap((term) => {
      const last = definitionVersions(term, proposals).at(-1);
      return last?.proposal && last.on > on ? [[term.id, last] as const] : [];
    }),
  );
}
