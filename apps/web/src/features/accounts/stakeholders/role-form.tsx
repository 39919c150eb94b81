import { sentimentNames } from "../../../lib/people-names.ts";
import type { FormState } from "../../../ui/form.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Stakeholders } from "./stakeholders.ts";

/** What is said of a relation beside the role itself. */
export interface Relation {
  counterpart: string;
  influence: string;
  sentiment: string;
}

/** A relation as the record takes it. */
export function relationOf({ counterpart, influence, sentiment }: Relation) {
  return {
    counterpart: counterpart.trim() === "" ? null : counterpart.trim(),
    influence: influence === "" ? null : Number(influence),
    sentiment: sentiment === "" ? null : (sentiment as keyof typeof sentimentNames),
  };
}

interface Props {
  form: Pick<FormState<Relation>, "field">;
  ours: Stakeholders["ours"];
}

/** Who of us keeps the relation, how much the person's word counts, and how they think of us. */
export function RelationFields({ form, ours }: Props) {
  const names = [...new Set(Object.values(ours).filter((name): name is string => name !== null))];
  return (
    <>
      <TextField
        {...form.field("counterpart")}
        label="Our counterpart"
        optional
        autoComplete="off"
        maxLength={200}
        list="our-people"
        hint="Who of us keeps the relation."
      />
      <datalist id="our-people">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="grid gap-x-3 sm:grid-cols-2">
        <SelectField
          {...form.field("influence")}
          label="Influence"
          optional
          options={[
            { value: "", label: "Not known" },
            { value: "1", label: "1, little" },
            { value: "2", label: "2, is listened to" },
            { value: "3", label: "3, decides" },
          ]}
        />
        <SelectField
          {...form.field("sentiment")}
          label="Sentiment"
          optional
          options={[
            { value: "", label: "Not known" },
            ...Object.entries(sentimentNames).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
    </>
  );
}
