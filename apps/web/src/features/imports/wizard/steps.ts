/** The steps of preparing an import, in order, with what is done in each. */
export const steps = [
  { id: "upload", title: "Upload", about: "Which files, and how they are written" },
  { id: "map", title: "Map", about: "Which column says what" },
  { id: "check", title: "Check", about: "Rows that need a hand" },
  { id: "preview", title: "Preview", about: "What would change" },
  { id: "commit", title: "Import", about: "Commit and report" },
] as const;

/** A step's name in the address. */
export type StepId = (typeof steps)[number]["id"];

/** The step an address or a draft names; null for anything else. */
export function stepOf(text: string | undefined): StepId | null {
  return steps.find(({ id }) => id === text)?.id ?? null;
}
