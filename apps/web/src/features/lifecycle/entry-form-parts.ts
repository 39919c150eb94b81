import type { Entry } from "./lifecycle.ts";

/** How a field of a form is filled in. */
export type FieldKind = "line" | "text" | "day" | "moment" | "link" | "choice";

/** A field of a form for an entry. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** What stands there at first. */
  readonly start?: string;
  /** Whether it is asked for, by what is filled in; left out: always. */
  readonly when?: (values: Values) => boolean;
}

/** The values of a form, all as text. */
export type Values = Readonly<Record<string, string>>;

/** A form that makes entries: its title, its fields, and the entries its values stand for. */
export interface EntryForm {
  readonly title: string;
  readonly note: string;
  readonly verb: string;
  /** What is said once it is on record. */
  readonly done: string;
  readonly fields: readonly EntryField[];
  readonly entries: (values: Values) => readonly Entry[];
  /** When it happened, as a moment in the zone of this device; left out: now. */
  readonly at?: (values: Values) => string | undefined;
  /** The entry that the first one is a later version of, and how that one read. */
  readonly changes?: { readonly entryId: string; readonly was: Entry };
}

/** One of our people with the role they have with an account. */
export interface Holder {
  readonly role: "csm" | "am" | "ae";
  readonly name: string;
}

/** A person at the customer who may confirm: their sponsor, or a champion the sponsor delegates to. */
export interface Confirmer {
  readonly contactId: string;
  readonly name: string;
  readonly role: "sponsor" | "champion";
}

/** An expansion that is open. */
export interface OpenExpansion {
  readonly entryId: string;
  readonly entry: Extract<Entry, { of: "expansion" }>;
}

/** What forms know of the account they are for. */
export interface FormContext {
  readonly today: string;
  readonly accountName: string;
  readonly termEndsOn: string | null;
  readonly leftOn: string | null;
  readonly earned: string | null;
  readonly holders: readonly Holder[];
  readonly csManager: string | null;
  readonly confirmers: readonly Confirmer[];
  readonly expansions: readonly OpenExpansion[];
  /** What is agreed for each criterion, else what the segment's set says. */
  readonly criteria: Readonly<Record<string, { readonly text: string; readonly from: string | null }>>;
}

/** Values and their names as choices. */
export const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Text that may be left out. */
export const orNull = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);
/** A value without outer spaces. */
export const text = (values: Values, name: string): string => values[name]?.trim() ?? "";

/** The fields that are asked for, by what is filled in. */
export function askedFields(form: Pick<EntryForm, "fields">, values: Values): readonly EntryField[] {
  return form.fields.filter(({ when }) => when?.(values) ?? true);
}

/** What a form is first shown with: what is given, else the field's own start, else its first choice. */
export function startOf(form: Pick<EntryForm, "fields">, given: Values): Record<string, string> {
  return Object.fromEntries(
    form.fields.map(({ name, kind, start, options: choices }) => [
      name,
      given[name] ?? start ?? (kind === "choice" ? (choices?.[0]?.value ?? "") : ""),
    ]),
  );
}

/** What is missing in a form, by field. */
export function missingIn(
  form: Pick<EntryForm, "fields">,
  values: Values,
): Record<string, string | undefined> {
  return Object.fromEntries(
    askedFields(form, values).map(({ name, label, optional }) => [
      name,
      optional || values[name]?.trim() ? undefined : `${label} is needed.`,
    ]),
  );
}
