import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { signedMinorFrom } from "../amount.ts";
import { payText } from "../pay-words.ts";

interface Props {
  currency: string;
  onSend: (says: string) => Promise<unknown>;
}

/** Disputes a line: why, and what it should have come to. */
export function DisputeForm({ currency, onSend }: Props) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="mt-4" aria-expanded={false} onClick={() => setOpen(true)}>
        Dispute this line
      </Button>
    );
  return <Asked currency={currency} onSend={onSend} onClose={() => setOpen(false)} />;
}

function Asked({ currency, onSend, onClose }: Props & { onClose: () => void }) {
  const form = useForm({
    start: { reason: "", expected: "" },
    check: ({ reason, expected }) => ({
      reason: reason.trim().length < 3 ? "Say what is wrong, for whoever answers it." : undefined,
      expected:
        expected.trim() !== "" && signedMinorFrom(expected, currency) === null
          ? `An amount in ${currency}, such as 1,250.00.`
          : undefined,
    }),
    send: async ({ reason, expected }) => {
      const minor = signedMinorFrom(expected, currency);
      await onSend(
        minor === null ? reason.trim() : `${reason.trim()}\nShould come to ${payText(minor, currency)}.`,
      );
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Dispute this line" className="mt-4 border-t border-line pt-3">
      <TextAreaField {...form.field("reason")} label="What is wrong" maxLength={500} autoFocus />
      <TextField
        {...form.field("expected")}
        label={`What it should come to, ${currency}`}
        optional
        inputMode="decimal"
        autoComplete="off"
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Send the dispute</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
