import { useRecording } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";

interface Props {
  accountId: string;
  open: boolean;
  onClose: () => void;
}

/** Puts on record that the customer asked to leave: what is begun from then on to keep it is a rescue call. */
export function CancelDialog({ accountId, open, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="The customer asked to leave"
      note="What is begun from now on to keep it counts as a rescue call and not as a save play."
    >
      {open && <CancelForm accountId={accountId} onClose={onClose} />}
    </Dialog>
  );
}

function CancelForm({ accountId, onClose }: Omit<Props, "open">) {
  const { record } = useRecording(accountId);
  const form = useForm({
    start: { says: "" },
    check: ({ says }) => ({ says: says.trim() === "" ? "Say who told it, and how." : undefined }),
    send: async ({ says }) => {
      await record({ of: "cancel_request", says: says.trim(), leavesOn: null });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <TextAreaField {...form.field("says")} label="Who said so, and how" maxLength={1000} autoFocus />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Put on record</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
