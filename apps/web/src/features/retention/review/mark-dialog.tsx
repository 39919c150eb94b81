import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Mark } from "./review.ts";
import { useReviewActions } from "./review-actions.ts";
import { aboutNames } from "./review-words.ts";

type About = Exclude<Mark["about"], "definition">;

/** A day is marked on the trend, or a mark is changed. */
export function MarkDialog({ mark, onClose }: { mark: Mark | null; onClose: () => void }) {
  const { today } = useWorkspace();
  const actions = useReviewActions();
  const form = useForm({
    start: {
      on: String(mark?.on ?? today),
      to: String(mark?.to ?? ""),
      about: (mark && mark.about !== "definition" ? mark.about : "note") as About,
      text: mark?.text ?? "",
      link: mark?.link ?? "",
    },
    check: ({ on, to, text }) => ({
      on: dayFault(on),
      to: to === "" ? undefined : to < on ? "The last day is before the first." : dayFault(to),
      text: text.trim() === "" ? "Say what happened." : undefined,
    }),
    send: async ({ on, to, about, text, link }) => {
      const said = { on, to: to || null, about, text: text.trim(), link: link.trim() || null };
      const entryId = mark?.entryId ? { entryId: mark.entryId } : {};
      await actions.annotate({ ...said, ...entryId } as Parameters<typeof actions.annotate>[0], mark);
      onClose();
      return undefined;
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={mark ? "Change the annotation" : "Annotate the trend"}
      note="Everybody who reads a trend over this day sees it."
    >
      <Form form={form} label="Annotation">
        <TextField {...form.field("text")} label="What happened" autoComplete="off" maxLength={200} />
        <SelectField
          {...form.field("about")}
          label="About"
          options={(["price_change", "release", "note"] as const).map((value) => ({
            value,
            label: aboutNames[value],
          }))}
        />
        <div className="grid gap-x-3 sm:grid-cols-2">
          <DayField {...form.field("on")} label="On" />
          <DayField {...form.field("to")} label="Until" optional />
        </div>
        <TextField {...form.field("link")} type="url" label="Where to read more" optional maxLength={2000} />
        <FormMessage text={form.message} />
        <Actions>
          <Submit busy={form.busy}>{mark ? "Save" : "Annotate"}</Submit>
          <Button size="large" onClick={onClose}>
            Cancel
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
