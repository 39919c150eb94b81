import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Actions, Dialog } from "./dialog.tsx";
import { Form, Submit, useForm } from "./form.tsx";
import { FormMessage } from "./form-message.tsx";
import { TextField } from "./text-field.tsx";

interface Props {
  /** The button's text, such as "Revoke". */
  label: string;
  /** Read out instead of the label, where several buttons say the same: "Revoke key Warehouse". */
  name?: string;
  /** The question, naming what it is about: "Revoke the key Warehouse?" */
  title: string;
  /** What happens, and what does not. */
  children: ReactNode;
  /** The verb that does it; the label, if absent. */
  verb?: string;
  /** To be typed before it is done, for what cannot be taken back. */
  typed?: string;
  onConfirm: () => Promise<unknown>;
  look?: "plain" | "quiet" | "danger";
  disabled?: boolean;
}

/** A button that says what will happen and asks before it does it; a refusal is shown where it was asked. */
export function ConfirmButton(props: Props) {
  const { label, name, look = "danger", disabled } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        look={look}
        disabled={disabled}
        aria-label={name}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={props.title}>
        <Question {...props} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function Question({
  label,
  children,
  verb = label,
  typed,
  onConfirm,
  onClose,
}: Props & { onClose: () => void }) {
  const form = useForm({
    start: { typed: "" },
    check: (values) =>
      typed !== undefined && values.typed.trim() !== typed ? { typed: `Type ${typed} to confirm.` } : {},
    send: async () => {
      await onConfirm();
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <div className="mb-3 text-xs text-muted">{children}</div>
      {typed !== undefined && (
        <TextField
          {...form.field("typed")}
          label={`Type ${typed} to confirm`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look="danger">
          {verb}
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
