import type { Entry } from "./lifecycle.ts";

/** How a field of a form is filled in. */
export type FieldKind = "line" | "text" | "day" | "link" | "choice" | "contact" | "person";

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
}

/** The values of a form, all as text. */
export type Values = Readonly<Record<string, string>>;

/** A form that makes an entry: its title, its fields, and the entry its values stand for. */
export interface EntryForm {
  readonly title: string;
  readonly note: string;
  readonly verb: string;
  /** What is said once it is on record. */
  readonly done: string;
  readonly fields: readonly EntryField[];
  readonly entry: (values: Values) => Entry;
}

/** What forms know of the account they are for. */
export interface FormContext {
  readonly today: string;
  readonly termEndsOn: string | null;
  readonly leftOn: string | null;
  readonly earned: string | null;
}

/** Values and their names as choices. */
export const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Text that may be left out. */
export const orNull = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);
/** A value without outer spaces. */
export const text = (values: Values, name: string): string => values[name]?.trim() ?? "";

/** What is missing in a form, by field. */
export function missingIn(form: EntryForm, values: Values): Record<string, string | undefined> {
  return Object.fromEntries(
    form.fields.map(({ name, label, optional }) => [
      name,
      optional || values[name]?.trim() ? undefined : `${label} is needed.`,
    ]),
  );
}
