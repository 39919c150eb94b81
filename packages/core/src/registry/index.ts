export { bindingOf, bindings, runExamplesOf } from "./bindings.ts";
export { type Bump, bumps, type GlossaryBump, glossaryBump } from "./glossary-bump.ts";
export { GlossaryEntry, GlossaryFile, glossaryJson } from "./glossary-json.ts";
export { glossaryStatusMarkdown, type Implementation, implementationOf } from "./implementation.ts";
export { glossaryMarkdown } from "./markdown.ts";
export { termOfDimension, termOfMovement, termOfPolicyChoice, termOfReason } from "./names.ts";
export {
  findTerm,
  isTermId,
  type RegisteredTerm,
  type TermId,
  termById,
  terms,
  termsByLetter,
  termsBySection,
} from "./registry.ts";
export { kindsWithScreen, screenEntries, screenOf } from "./screens.ts";
export { glossarySkos, type SkosDocument } from "./skos.ts";
