import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { type EntryId, type Run, usePlayActions } from "./plays.ts";

type How = "done" | "stopped" | "declined";

/** Ends a run, or turns a proposal down: how, why, and what was learned. */
export function EndDialog({ run, onClose }: { run: Run | null; onClose: () => void }) {
  const declines = run?.state === "proposed";
  return (
    <Dialog
      open={run !== null}
      onClose={onClose}
      title={declines ? "Turn the proposal down" : "End the play"}
      note={run && `${run.name} at ${run.accountName}. Steps that are still open are dropped.`}
    >
      {run && <EndForm run={run} onClose={onClose} />}
    </Dialog>
  );
}

function EndForm({ run, onClose }: { run: Run; onClose: () => void }) {
  const { end } = usePlayActions();
  const declines = run.state === "proposed";
  const form = useForm({
    start: { how: (declines ? "declined" : "done") as How, reason: "", lessons: "" },
    check: ({ reason }) => ({
      reason: reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ how, reason, lessons }) => {
      const learned = lessons.trim();
      await end({
        runId: run.runId as EntryId,
        how,
        reason: reason.trim(),
        lessons: learned === "" ? null : learned,
      });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      {!declines && (
        <SelectField
          {...form.field("how")}
          label="How"
          options={[
            { value: "done", label: "It is done" },
            { value: "stopped", label: "Stopped before its time" },
          ]}
        />
      )}
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={500} autoFocus />
      {!declines && (
        <TextAreaField {...form.field("lessons")} label="What was learned" maxLength={2000} optional />
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look={declines ? "danger" : "primary"}>
          {declines ? "Turn down" : "End the play"}
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
