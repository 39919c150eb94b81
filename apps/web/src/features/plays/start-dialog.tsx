import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { type EntryId, useCatalogue, usePlayActions } from "./plays.ts";

interface Props {
  accountId: string;
  open: boolean;
  onClose: () => void;
}

/** Begins a play at an account by hand, with the reason. */
export function StartDialog({ accountId, open, onClose }: Props) {
  const plays = useCatalogue(open).data?.plays;
  return (
    <Dialog
      open={open && plays !== undefined}
      onClose={onClose}
      title="Begin a play"
      note="Its steps become tasks of whoever holds the account in their role."
    >
      {plays && <StartForm accountId={accountId} plays={plays} onClose={onClose} />}
    </Dialog>
  );
}

type Plays = NonNullable<ReturnType<typeof useCatalogue>["data"]>["plays"];

function StartForm({ accountId, plays, onClose }: { accountId: string; plays: Plays; onClose: () => void }) {
  const { start } = usePlayActions();
  const form = useForm({
    start: { play: plays[0]?.id ?? "", reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Say why it is begun by hand." : undefined }),
    send: async ({ play, reason }) => {
      await start({ play: play as EntryId, accountId, reason: reason.trim() } as Parameters<typeof start>[0]);
      onClose();
      return undefined;
    },
  });
  const chosen = plays.find(({ id }) => id === form.values.play);
  return (
    <Form form={form}>
      <SelectField
        {...form.field("play")}
        label="Play"
        options={plays.map(({ id, name }) => ({ value: id as string, label: name }))}
        {...(chosen ? { hint: chosen.purpose } : {})}
      />
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={500} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Begin</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
