/** What something was done to: its kind, its id, and its name where it has one. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
}

/** Kinds whose id says what it is; any other id is for machines and stands in the details. */
const named = new Set(["call", "table"]);

/** What something was done to, in words; `people` are the members' names by id. */
export function subjectText(subject: Subject | null, people: ReadonlyMap<string, string>): string | null {
  if (subject === null) return null;
  const { kind, id, name } = subject;
  if (name !== null) return kind === "key" ? `Key ${name}` : name;
  if (kind === "pay") return `Pay of ${people.get(id) ?? "a former member"}`;
  return named.has(kind) ? id : `One ${kind}`;
}
