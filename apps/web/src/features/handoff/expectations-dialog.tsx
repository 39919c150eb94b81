import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Entry, Handoff, Recording } from "./handoff.ts";
import { type MilestoneDraft, MilestonesField } from "./milestones-field.tsx";

interface Props {
  open: boolean;
  handoff: Handoff;
  recording: Recording;
  onClose: () => void;
}

/** A form for the expectations document: text or a link, and what is to be reached by when. */
export function ExpectationsDialog({ open, handoff, recording, onClose }: Props) {
  const { document } = handoff.expectations;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={document ? "Change the expectations document" : "Write the expectations document"}
      note="It need not be formal. Both sides sign what stands here; a change of words has to be signed anew."
    >
      {open && <DocumentForm handoff={handoff} recording={recording} onDone={onClose} />}
    </Dialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const isDay = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= 3650;

function DocumentForm({
  handoff,
  recording,
  onDone,
}: Omit<Props, "open" | "onClose"> & { onDone: () => void }) {
  const { document, milestones } = handoff.expectations;
  const form = useForm({
    start: {
      text: document?.text ?? "",
      link: document?.link ?? "",
      milestones: milestones.map(
        ({ what, kind, day, goLive, doneOn }, key): MilestoneDraft => ({
          ...{ key, what, kind, goLive },
          day: String(day),
          doneOn: doneOn ?? "",
        }),
      ) as readonly MilestoneDraft[],
    },
    check: ({ text, link, milestones: drafts }) => ({
      text:
        orNull(text) === null && orNull(link) === null ? "Write it, or link to where it stands." : undefined,
      milestones: drafts.some(({ what, day }) => what.trim() === "" || !isDay(day))
        ? "Say of each milestone what it is and on which day, 0 to 3650, or remove it."
        : undefined,
    }),
    send: async (values) => {
      const entry = {
        of: "expectations",
        text: orNull(values.text),
        link: orNull(values.link),
        milestones: values.milestones.map(({ what, kind, day, goLive, doneOn }) => ({
          ...{ what: what.trim(), kind, goLive },
          day: Number(day),
          doneOn: orNull(doneOn),
        })),
        close: handoff.close.id,
      } as Entry;
      // Each wording is an entry of its own, so that what was signed before stays on record.
      await recording.record(entry);
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Expectations document">
      <TextAreaField
        {...form.field("text")}
        label="What may be expected"
        optional
        rows={6}
        maxLength={10000}
        autoFocus
      />
      <TextField
        {...form.field("link")}
        label="Link"
        optional
        type="url"
        autoComplete="off"
        maxLength={2000}
      />
      <MilestonesField
        milestones={form.values.milestones}
        onChange={(next) => form.set({ milestones: next })}
        error={form.field("milestones").error}
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
