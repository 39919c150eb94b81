import { useEffect } from "react";
import { instantOf } from "../../lib/moments.ts";
import { refusalOf } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew, useRecording } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Actions } from "../../ui/dialog.tsx";
import { Form, type FormState, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import {
  askedFields,
  type EntryField,
  type EntryForm as FormOf,
  missingIn,
  startOf,
  type Values,
} from "./entry-form-parts.ts";

interface Props {
  accountId: string;
  /** How the account is called where it is said what was done. */
  name: string;
  form: FormOf;
  /** What is filled in already. */
  start?: Values;
  /** The token of what was looked at. */
  seen?: string | undefined;
  /** Takes the focus when it appears. */
  focus?: boolean;
  onDone: () => void;
  onCancel?: () => void;
}

/** The fields of a form; what it makes can be undone for a while once it is on record. */
export function EntryForm({ accountId, name, form: of, start = {}, seen, focus, onDone, onCancel }: Props) {
  const { record, withdraw } = useRecording(accountId);
  const readAnew = useReadAnew();
  const form = useForm<Record<string, string>>({
    start: startOf(of, start),
    check: (values) => missingIn(of, values),
    send: async (values) => {
      const entries = of.entries(values);
      if (entries.length === 0) return { message: "Nothing is changed. Write what is agreed, or cancel." };
      // A moment nobody changed is now, to the second; the field holds minutes.
      const moment = of.at?.(values);
      const at = moment === of.at?.(startOf(of, start)) ? undefined : (instantOf(moment ?? "") ?? undefined);
      const made: string[] = [];
      let token = seen;
      try {
        for (const entry of entries) {
          const answer = await record(entry, {
            ...(token === undefined ? {} : { seen: token }),
            ...(at === undefined ? {} : { at }),
            ...(of.changes ? { entryId: of.changes.entryId } : {}),
          } as Parameters<typeof record>[1]);
          made.push(answer.entryId);
          token = answer.journalToken;
        }
      } catch (error) {
        // Somebody was faster: what they did is read, so that the next attempt knows of it.
        if (refusalOf(error).code === "CONFLICT") await readAnew();
        throw error;
      }
      const { changes } = of;
      offerUndo(`${of.done}: ${name}.`, async () => {
        if (changes) await record(changes.was, { entryId: changes.entryId } as Parameters<typeof record>[1]);
        else for (const entryId of made.toReversed()) await withdraw(entryId, "Undone at once.");
      });
      onDone();
      return undefined;
    },
  });
  useEffect(() => {
    if (focus) form.element.current?.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  }, [focus, form.element]);
  return (
    <Form form={form} label={of.title} className="flex flex-col">
      {askedFields(of, form.values).map((field) => (
        <OneField key={field.name} field={field} form={form} />
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

function OneField({ field, form }: { field: EntryField; form: FormState<Record<string, string>> }) {
  const { name, label, kind, hint, optional } = field;
  const shared = {
    ...form.field(name),
    value: form.values[name] ?? "",
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(optional ? { optional } : {}),
  };
  if (kind === "text") return <TextAreaField {...shared} maxLength={1000} rows={2} />;
  if (kind === "day") return <DayField {...shared} />;
  if (kind === "moment") return <MomentField {...shared} />;
  if (kind === "choice") return <SelectField {...shared} options={field.options ?? []} />;
  return <TextField {...shared} maxLength={kind === "link" ? 2000 : 200} autoComplete="off" />;
}
