import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";

/** A red flag by hand: what is wrong, and what was seen. */
export function RaiseForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { raise } = useHealthWrites();
  const form = useForm({
    start: { title: "", evidence: "" },
    check: ({ title, evidence }) => ({
      title: title.trim() === "" ? "Say what is wrong in a few words." : undefined,
      evidence: evidence.trim() === "" ? "Say what was seen." : undefined,
    }),
    send: async ({ title, evidence }) => {
      await raise({ accountId, title: title.trim(), evidence: evidence.trim() } as Parameters<
        typeof raise
      >[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Raise a red flag">
      <TextField {...form.field("title")} label="What is wrong" maxLength={200} autoComplete="off" />
      <TextAreaField {...form.field("evidence")} label="What was seen" maxLength={500} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Raise</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
