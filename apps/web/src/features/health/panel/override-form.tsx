import { daysAfter } from "../../../lib/months.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";

/** For how many days at most somebody's word counts. */
export const longest = 92;

interface Props {
  accountId: string;
  today: string;
  onClose: () => void;
}

/** A score by hand, with the reason and the day it ends on. */
export function OverrideForm({ accountId, today, onClose }: Props) {
  const { override } = useHealthWrites();
  const form = useForm({
    start: { score: "", expiresOn: daysAfter(today, 30), reason: "" },
    check: ({ score, expiresOn, reason }) => ({
      score:
        /^\d{1,3}$/.test(score.trim()) && Number(score) <= 100
          ? undefined
          : "Enter a whole number from 0 to 100.",
      expiresOn: dayFault(expiresOn),
      reason: reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ score, expiresOn, reason }) => {
      await override({ accountId, score: Number(score), expiresOn, reason: reason.trim() } as Parameters<
        typeof override
      >[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Override the score">
      <div className="grid grid-cols-2 gap-x-3">
        <TextField
          {...form.field("score")}
          label="Score"
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
        />
        <DayField
          {...form.field("expiresOn")}
          label="Until"
          min={daysAfter(today, 1)}
          max={daysAfter(today, longest)}
        />
      </div>
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Override</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
