import { daysAfter } from "../../../lib/months.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { useHealthWrites } from "../health.ts";
import { longest } from "./override-form.tsx";

type Judgement = "positive" | "neutral" | "negative";

const judgements: readonly { value: Judgement; label: string }[] = [
  { value: "positive", label: "Positive" },
  { value: "neutral", label: "Neutral" },
  { value: "negative", label: "Negative" },
];

interface Props {
  accountId: string;
  today: string;
  onClose: () => void;
}

/** How the CSM judges the relationship, why, and until which day that counts. */
export function JudgeForm({ accountId, today, onClose }: Props) {
  const { judge } = useHealthWrites();
  const form = useForm({
    start: { value: "neutral" as Judgement, validUntil: daysAfter(today, 30), reason: "" },
    check: ({ validUntil, reason }) => ({
      validUntil: dayFault(validUntil),
      reason: reason.trim() === "" ? "Say what you go by." : undefined,
    }),
    send: async ({ value, validUntil, reason }) => {
      await judge({ accountId, value, validUntil, reason: reason.trim() } as Parameters<typeof judge>[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Judge the relationship">
      <div className="grid grid-cols-2 gap-x-3">
        <SelectField {...form.field("value")} label="Relationship" options={judgements} />
        <DayField
          {...form.field("validUntil")}
          label="Counts until"
          min={daysAfter(today, 1)}
          max={daysAfter(today, longest)}
        />
      </div>
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Judge</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
