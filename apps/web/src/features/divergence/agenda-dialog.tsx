import { useMutation } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useAskAgain } from "./report.ts";

interface Props {
  open: boolean;
  term: string;
  name: string;
  today: string;
  /** The item that is changed; null: a new one. */
  item: Outputs["divergence"]["agenda"]["items"][number] | null;
  onClose: () => void;
}

/** A form for an item of the alignment agenda. */
export function AgendaDialog(props: Props) {
  const { open, name, item, onClose } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={item ? `Change ${name}` : `Put ${name} on the agenda`}
      note="Whoever owns it brings the teams together; both sign what they agree on."
    >
      {open && <ItemForm {...props} />}
    </Dialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function ItemForm({ term, today, item, onClose }: Props) {
  const again = useAskAgain();
  const { mutateAsync: set } = useMutation(trpc.divergence.setAgenda.mutationOptions());
  const form = useForm({
    start: { reason: item?.reason ?? "", owner: item?.owner ?? "", dueOn: item?.dueOn ?? "" },
    check: ({ reason, dueOn }) => ({
      reason: reason.trim() === "" ? "Say what the teams part over." : undefined,
      dueOn: dueOn === "" ? undefined : dayFault(dueOn),
    }),
    send: async ({ reason, owner, dueOn }) => {
      await set({
        ...(item && { entryId: item.entryId, state: item.state }),
        term,
        reason: reason.trim(),
        owner: orNull(owner),
        dueOn: orNull(dueOn),
      } as Parameters<typeof set>[0]);
      await again();
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Agenda item">
      <TextAreaField {...form.field("reason")} label="What the teams part over" maxLength={1000} autoFocus />
      <TextField {...form.field("owner")} label="Owner" optional maxLength={200} />
      <DayField {...form.field("dueOn")} label="By" optional min={today} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{item ? "Save" : "Put on the agenda"}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
