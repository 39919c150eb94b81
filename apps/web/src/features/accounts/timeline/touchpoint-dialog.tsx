import { type TouchpointKind, touchpointNames } from "../../../lib/people-names.ts";
import { offerUndo } from "../../../lib/undo.ts";
import { useRecording } from "../../../lib/use-recording.ts";
import { mayI } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { MultiChoice } from "../../../ui/multi-choice.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { personName, useStakeholders } from "../stakeholders/stakeholders.ts";

interface Props {
  /** What is to be recorded; null: nothing is. */
  type: TouchpointKind | null;
  accountId: string;
  onClose: () => void;
}

/** Puts a call, a meeting, a mail, a review or a note on record: one dialog, one text, done. */
export function TouchpointDialog({ type, accountId, onClose }: Props) {
  return (
    <Dialog
      open={type !== null}
      onClose={onClose}
      title={
        type === null
          ? ""
          : `Record: ${isReview(type) ? "business review" : touchpointNames[type].toLowerCase()}`
      }
      note={
        type === "note"
          ? "A note is not a touchpoint: it does not change when the customer was last in touch."
          : undefined
      }
      wide
    >
      {type !== null && <TouchpointForm type={type} accountId={accountId} onClose={onClose} />}
    </Dialog>
  );
}

const reviews = ["qbr", "ebr", "annual_review"] as const;
const isReview = (type: TouchpointKind): boolean => (reviews as readonly string[]).includes(type);

/** Entered for a day that is past, a touchpoint is put at its noon. */
const momentOn = (day: string): string => `${day}T12:00:00Z`;

function TouchpointForm({ type: asked, accountId, onClose }: Props & { type: TouchpointKind }) {
  const { today } = useWorkspace();
  const { record, withdraw } = useRecording(accountId);
  const people = useStakeholders(accountId, mayI("stakeholders.ofAccount")).data;
  const known = people?.people.filter((person) => !person.erased) ?? [];
  const ours = [...new Set(Object.values(people?.ours ?? {}).filter((name) => name !== null))];
  const form = useForm({
    start: {
      type: asked,
      text: "",
      on: today as string,
      contacts: [] as string[],
      ours: [] as string[],
      direction: asked === "email" || asked === "call" ? "ours" : "",
      outcome: "",
      nextStep: "",
    },
    check: ({ type, text, on, contacts }) => ({
      text: text.trim() === "" ? "Say what it was about." : undefined,
      on: dayFault(on, today),
      contacts:
        type === "ebr" && contacts.length === 0
          ? "An executive review needs the sponsor: say who took part."
          : undefined,
    }),
    send: async ({ type, text, on, contacts, ours: joined, direction, outcome, nextStep }) => {
      const { entryId } = await record(
        {
          of: "touchpoint",
          type,
          direction: direction === "" ? null : direction,
          contacts,
          ...(joined.length > 0 ? { ours: joined } : {}),
          text: text.trim(),
          outcome: outcome === "" ? null : outcome,
          nextStep: nextStep.trim() === "" ? null : nextStep.trim(),
        } as Parameters<typeof record>[0],
        on === today ? {} : ({ at: momentOn(on) } as Parameters<typeof record>[1]),
      );
      onClose();
      offerUndo(`${touchpointNames[type]} put on record.`, () => withdraw(entryId, "Undone"));
      return undefined;
    },
  });
  const { type } = form.values;
  const note = type === "note";
  return (
    <Form form={form} label="Touchpoint">
      {isReview(type) && (
        <SelectField
          {...form.field("type")}
          label="Kind of review"
          options={reviews.map((value) => ({
            value: value as TouchpointKind,
            label: touchpointNames[value],
          }))}
        />
      )}
      <TextAreaField
        {...form.field("text")}
        label={note ? "Note" : "What it was about"}
        maxLength={4000}
        rows={4}
        autoFocus
      />
      {known.length > 0 && (
        <MultiChoice
          label="With"
          value={form.values.contacts}
          error={form.field("contacts").error}
          options={known.map((person) => ({ value: person.contactId as string, label: personName(person) }))}
          onChange={(contacts) => form.set({ contacts })}
          inline
        />
      )}
      {(isReview(type) || type === "meeting") && ours.length > 0 && (
        <MultiChoice
          label="Of us"
          value={form.values.ours}
          options={ours.map((name) => ({ value: name, label: name }))}
          onChange={(joined) => form.set({ ours: joined })}
          inline
        />
      )}
      <div className="grid gap-x-3 sm:grid-cols-3">
        <DayField {...form.field("on")} label="Day" max={today} />
        {(type === "email" || type === "call") && (
          <SelectField
            {...form.field("direction")}
            label="Begun by"
            options={[
              { value: "ours", label: "Us" },
              { value: "theirs", label: "The customer" },
            ]}
          />
        )}
        {!note && (
          <SelectField
            {...form.field("outcome")}
            label="Went"
            optional
            options={[
              { value: "", label: "Not said" },
              { value: "good", label: "Well" },
              { value: "bad", label: "Badly" },
            ]}
          />
        )}
      </div>
      {!note && (
        <TextField
          {...form.field("nextStep")}
          label="Next step"
          optional
          autoComplete="off"
          maxLength={500}
        />
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Record</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
