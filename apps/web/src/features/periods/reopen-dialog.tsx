import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { type OneClose, usePeriodActions } from "./periods.ts";

interface Props {
  open: boolean;
  close: OneClose | undefined;
  onClose: () => void;
}

/** Reopening a close, with the reason that is kept. */
export function ReopenDialog({ open, close, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Reopen ${close?.period ?? "the period"}?`}
      note="It can then be closed again, as the next number. What this close froze stays readable."
    >
      {close && <Reason number={close.number} onClose={onClose} />}
    </Dialog>
  );
}

function Reason({ number, onClose }: { number: number; onClose: () => void }) {
  const { reopen } = usePeriodActions();
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({
      reason: reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ reason }) => {
      await reopen.mutateAsync({ number, reason: reason.trim() });
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
          Reopen
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
