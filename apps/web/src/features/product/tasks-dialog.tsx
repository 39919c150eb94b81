import { useMutation } from "@tanstack/react-query";
import { counted } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { FeatureAccount } from "./adoption.ts";

interface Props {
  open: boolean;
  feature: string;
  accounts: readonly FeatureAccount[];
  /** A task of an account was made: it is chosen no longer, so that sending again makes no second one. */
  onMade: (accountId: string) => void;
  onClose: () => void;
}

/** Makes the same task for each of some accounts, for the CSM who looks after it. */
export function TasksDialog({ open, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={rest.onClose}
      title={`Make ${counted(rest.accounts.length, "task")}`}
      note="One for each chosen account, for the CSM who looks after it."
    >
      <TasksForm {...rest} />
    </Dialog>
  );
}

type Task = Inputs["journal"]["record"];

function TasksForm({ feature, accounts, onMade, onClose }: Omit<Props, "open">) {
  const recording = useMutation(trpc.journal.record.mutationOptions());
  const anew = useReadAnew();
  const form = useForm({
    start: { title: `Show ${feature}`, dueOn: "", note: "" },
    check: ({ title, dueOn }) => ({
      title: title.trim() === "" ? "Say what is to be done." : undefined,
      dueOn: dueOn === "" ? undefined : dayFault(dueOn),
    }),
    send: async ({ title, dueOn, note }) => {
      try {
        for (const { accountId, csm } of accounts) {
          const entry = {
            of: "task",
            title: title.trim(),
            assignee: csm,
            dueOn: dueOn || null,
            priority: "normal",
            state: "open",
            source: "manual",
            repeats: null,
            snoozedUntil: null,
            note: note.trim() || null,
          };
          await recording.mutateAsync({ accountId, entry } as Task);
          onMade(accountId);
        }
      } finally {
        await anew();
      }
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Tasks">
      <TextField {...form.field("title")} label="What is to be done" maxLength={300} autoComplete="off" />
      <DayField {...form.field("dueOn")} label="Due on" optional />
      <TextAreaField {...form.field("note")} label="Note" maxLength={2000} optional />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Make tasks</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
