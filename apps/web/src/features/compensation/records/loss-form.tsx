import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCompActions } from "../comp.ts";
import { exceptionNames } from "../loss-words.ts";

type Exception = keyof typeof exceptionNames | "none";

interface Props {
  start: {
    readonly lossId: string;
    readonly account: string;
    readonly trigger: "churn" | "contraction" | "non_payment";
    readonly on: string;
    readonly lost: string | null;
    readonly ref: string;
    readonly dealId?: string;
  };
  onClose: () => void;
}

const exceptions: readonly { value: Exception; label: string }[] = [
  { value: "none", label: "None: it takes back what the plan says" },
  { value: "closure", label: exceptionNames.closure },
  { value: "our_breach", label: exceptionNames.our_breach },
  { value: "notice", label: exceptionNames.notice },
];

/** Puts a loss on record: on which day, by which document, and whether an exception keeps it from taking anything back. */
export function LossForm({ start, onClose }: Props) {
  const { recordLoss } = useCompActions();
  const form = useForm({
    start: { on: start.on, ref: start.ref, exception: "none" as Exception },
    check: ({ on, ref }) => ({
      on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? undefined : "Enter a day.",
      ref: ref.trim() === "" ? "Say where it stands, such as a contract or an invoice." : undefined,
    }),
    send: async ({ on, ref, exception }) => {
      await recordLoss.mutateAsync({
        loss: { ...start, on, ref: ref.trim(), exception: exception === "none" ? null : exception },
      });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Put a loss on record">
      <TextField {...form.field("on")} label="On" type="date" />
      <TextField {...form.field("ref")} label="Where it stands" maxLength={300} autoComplete="off" />
      <SelectField {...form.field("exception")} label="Exception" options={exceptions} />
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
