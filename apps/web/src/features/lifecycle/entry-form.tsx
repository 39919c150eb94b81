import { useQuery } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useRecording } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Actions } from "../../ui/dialog.tsx";
import { Form, type FormState, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type EntryField, type EntryForm as FormOf, missingIn, type Values } from "./entry-form-parts.ts";

interface Props {
  accountId: string;
  /** How the account is called where it is said what was done. */
  name: string;
  form: FormOf;
  /** What is filled in already. */
  start?: Values;
  /** The token of what was looked at. */
  seen?: string | undefined;
  onDone: () => void;
  onCancel?: () => void;
}

/** The fields of one kind of entry; once it is on record it can be undone for a while. */
export function EntryForm({ accountId, name, form: of, start = {}, seen, onDone, onCancel }: Props) {
  const { record, withdraw } = useRecording(accountId);
  const form = useForm<Record<string, string>>({
    start: Object.fromEntries(
      of.fields.map((field) => [
        field.name,
        start[field.name] ??
          field.start ??
          (field.kind === "choice" ? (field.options?.[0]?.value ?? "") : ""),
      ]),
    ),
    check: (values) => missingIn(of, values),
    send: async (values) => {
      const { entryId } = await record(of.entry(values), seen === undefined ? {} : { seen });
      offerUndo(`${of.done}: ${name}.`, () => withdraw(entryId, "Undone at once."));
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label={of.title} className="flex flex-col gap-3">
      {of.fields.map((field, index) => (
        <OneField key={field.name} accountId={accountId} field={field} form={form} first={index === 0} />
      ))}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{of.verb}</Submit>
        {onCancel && (
          <Button size="large" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Actions>
    </Form>
  );
}

interface FieldProps {
  accountId: string;
  field: EntryField;
  form: FormState<Record<string, string>>;
  first: boolean;
}

function OneField({ accountId, field, form, first }: FieldProps) {
  const { name, label, kind, hint } = field;
  const shared = {
    ...form.field(name),
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(field.optional ? { optional: true } : {}),
  };
  if (kind === "text") return <TextAreaField {...shared} maxLength={1000} autoFocus={first} />;
  if (kind === "day") return <DayField {...shared} />;
  if (kind === "choice") return <SelectField {...shared} options={field.options ?? []} />;
  if (kind === "contact")
    return <ContactField accountId={accountId} field={shared} optional={field.optional === true} />;
  return <TextField {...shared} maxLength={kind === "link" ? 2000 : 200} autoFocus={first} />;
}

/** One of the customer's people, by name. */
function ContactField({
  accountId,
  field,
  optional,
}: {
  accountId: string;
  field: ReturnType<FormState<Record<string, string>>["field"]> & { label: string };
  optional: boolean;
}) {
  const query = useQuery(
    trpc.contacts.ofAccount.queryOptions({ accountId } as Inputs["contacts"]["ofAccount"]),
  );
  const people = (query.data ?? []).filter(({ erasedAt }) => erasedAt === null);
  const none = {
    value: "",
    label: people.length === 0 ? "Nobody is known at this customer" : optional ? "Nobody" : "Choose a person",
  };
  return (
    <SelectField
      {...field}
      options={[none, ...people.map(({ id, name }) => ({ value: id, label: name ?? "" }))]}
    />
  );
}
