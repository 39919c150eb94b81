import { Button } from "./button.tsx";
import { Actions } from "./dialog.tsx";
import { Form, Submit, useForm } from "./form.tsx";
import { FormMessage } from "./form-message.tsx";
import { TextAreaField } from "./text-area-field.tsx";

interface Props {
  /** What the button does once the reason is given: "Withdraw". */
  label: string;
  onGiven: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason that is kept of something grave, and closes once it is done. */
export function ReasonForm({ label, onGiven, onClose }: Props) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({
      reason: reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ reason }) => {
      await onGiven(reason.trim());
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} autoFocus />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look="danger">
          {label}
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
