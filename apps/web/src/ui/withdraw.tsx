import { useState } from "react";
import { Button } from "./button.tsx";
import { Actions, Dialog } from "./dialog.tsx";
import { Form, Submit, useForm } from "./form.tsx";
import { FormMessage } from "./form-message.tsx";
import { TextAreaField } from "./text-area-field.tsx";

interface Props {
  /** What is taken back, as the title says it: "Withdraw the acceptance?" */
  title: string;
  /** What follows from it. */
  note: string;
  /** Read out in place of "Withdraw", where several buttons say the same. */
  name: string;
  onWithdraw: (reason: string) => Promise<void>;
}

/** A button that takes something on record back, with the reason that is kept. */
export function Withdraw({ title, note, name, onWithdraw }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" aria-label={name} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={title} note={note}>
        <Reason onWithdraw={onWithdraw} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function Reason({ onWithdraw, onClose }: Pick<Props, "onWithdraw"> & { onClose: () => void }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({
      reason: reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ reason }) => {
      await onWithdraw(reason.trim());
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
          Withdraw
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
