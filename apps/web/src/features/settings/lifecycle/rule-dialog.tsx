import type { ReactNode } from "react";
import { dayText } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField } from "../../../ui/day-field.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, type FormState, Submit } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";

interface Props<Values extends { from: string }> {
  form: FormState<Values>;
  label: string;
  today: string;
  onClose: () => void;
  children: ReactNode;
}

/** A new version of a rule: what it says, and the day it holds from. */
export function RuleForm<Values extends { from: string }>(props: Props<Values>) {
  const { form, label, today, onClose, children } = props;
  const { from } = form.values;
  const field = form.field("from");
  return (
    <Form form={form} label={label}>
      {children}
      <DayField
        name={field.name}
        value={from}
        error={field.error}
        onChange={(next) => form.set({ from: next } as Partial<Values>)}
        label="Holds from"
        hint={
          from < today
            ? `Days since ${dayText(from)} are read by it too.`
            : from === today
              ? "From today on; days before keep the rule they had."
              : `Takes effect on ${dayText(from)}.`
        }
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save as a new version</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
