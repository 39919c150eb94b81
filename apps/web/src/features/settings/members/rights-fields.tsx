import { type AccessScope, productTitles, type Role, usualScope } from "@termwise/core/access";
import { useId } from "react";
import { controlClass, Field } from "../../../ui/field.tsx";
import type { FormState } from "../../../ui/form.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { purposeOf, roleOptions, scopeOptions, scopePurposes } from "./scope-words.ts";

/** What a membership gives: role, scope, title and the names that make accounts theirs. */
export interface RightsValues {
  role: Role;
  scope: AccessScope;
  title: string;
  /** One name a line. */
  knownAs: string;
}

interface Props<Values> {
  form: FormState<Values>;
  /** One's own role and scope are another admin's to change. */
  fixed?: boolean;
}

/** The fields of a membership. A role brings its usual scope with it; another can be chosen. */
export function RightsFields<Values extends RightsValues>({ form, fixed = false }: Props<Values>) {
  const { role, scope, title, knownAs } = form.values;
  const set = (patch: Partial<RightsValues>) => form.set(patch as Partial<Values>);
  const titles = useId();
  return (
    <>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <SelectField
          name="role"
          label="Role"
          hint={fixed ? "Another workspace admin can change yours." : purposeOf(role)}
          disabled={fixed}
          value={role}
          options={roleOptions}
          onChange={(next) => set({ role: next, scope: usualScope[next] })}
        />
        <SelectField
          name="scope"
          label="Sees"
          hint={`${scopePurposes[scope]}.`}
          disabled={fixed}
          value={scope}
          options={scopeOptions}
          onChange={(next) => set({ scope: next })}
        />
      </div>
      <TextField
        name="title"
        label="Title"
        optional
        hint="Shown beside the name; it changes no right."
        value={title}
        onChange={(next) => set({ title: next })}
        maxLength={80}
        list={role === "product" ? titles : undefined}
      />
      <datalist id={titles}>
        {productTitles.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Names value={knownAs} onChange={(next) => set({ knownAs: next })} />
    </>
  );
}

function Names({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field
      id={id}
      label="Names in the data"
      optional
      hint="As the CRM writes them, one a line, where they differ from name and address. They make accounts theirs."
    >
      <textarea
        id={id}
        name="knownAs"
        rows={2}
        value={value}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} h-auto! resize-y py-1.5`}
      />
    </Field>
  );
}
