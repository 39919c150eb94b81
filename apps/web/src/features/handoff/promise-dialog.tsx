import { promiseStates } from "@termwise/core/facts";
import { instantOf, localMoment } from "../../lib/moments.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Entry, Recording } from "./handoff.ts";
import { type Promised, promiseWords } from "./promise-words.ts";

interface Props {
  editing: Promised | "new" | null;
  close: string;
  recording: Recording;
  onClose: () => void;
}

/** A form for a promise, new or known. */
export function PromiseDialog({ editing, close, recording, onClose }: Props) {
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={editing === "new" ? "Add a promise" : "Change the promise"}
      note="What the customer was told they can count on, in their words where possible."
    >
      {editing !== null && (
        <PromiseForm
          known={editing === "new" ? null : editing}
          close={close}
          recording={recording}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

const states = promiseStates.map((value) => ({ value, label: promiseWords[value] }));
const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

interface FormProps {
  known: Promised | null;
  close: string;
  recording: Recording;
  onDone: () => void;
}

function PromiseForm({ known, close, recording, onDone }: FormProps) {
  const form = useForm({
    start: {
      text: known?.text ?? "",
      saidBy: known?.saidBy ?? "",
      owner: known?.owner ?? "",
      dueOn: known?.dueOn ?? "",
      state: known?.state ?? "open",
      technical: known?.technical ?? false,
      told: known?.cseInformedAt !== null && known !== null,
      toldAt: localMoment(known?.cseInformedAt ? new Date(known.cseInformedAt) : new Date()),
      link: known?.link ?? "",
    },
    check: ({ text, technical, told, toldAt }) => ({
      text: text.trim() === "" ? "Say what was promised." : undefined,
      toldAt: technical && told && instantOf(toldAt) === null ? "Say when they were told." : undefined,
    }),
    send: async (values) => {
      const entry = {
        of: "promise",
        text: values.text.trim(),
        saidBy: orNull(values.saidBy),
        technical: values.technical,
        owner: orNull(values.owner),
        dueOn: orNull(values.dueOn),
        state: values.state,
        cseInformedAt: values.technical && values.told ? instantOf(values.toldAt) : null,
        link: orNull(values.link),
        close,
      } as Entry;
      // A promise keeps the moment it was made; what has become of it is a later version.
      await recording.record(entry, known ? { entryId: known.entryId, at: known.at } : {});
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Promise">
      <TextAreaField {...form.field("text")} label="What was promised" maxLength={1000} autoFocus />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField {...form.field("saidBy")} label="Said by" optional maxLength={200} autoComplete="off" />
        <TextField {...form.field("owner")} label="Owner" optional maxLength={200} autoComplete="off" />
        <TextField {...form.field("dueOn")} label="Due on" optional type="date" />
        <SelectField {...form.field("state")} label="State" options={states} />
      </div>
      <Checkbox
        label="Technical"
        hint="The customer success engineer must know of it before the kickoff."
        checked={form.values.technical}
        onChange={(technical) => form.set({ technical })}
      />
      {form.values.technical && (
        <div className="pl-6">
          <Checkbox
            label="The CSE was told"
            checked={form.values.told}
            onChange={(told) => form.set({ told })}
          />
          {form.values.told && <MomentField {...form.field("toldAt")} label="When" />}
        </div>
      )}
      <TextField
        {...form.field("link")}
        label="Link"
        optional
        type="url"
        autoComplete="off"
        maxLength={2000}
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{known ? "Save" : "Add"}</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
