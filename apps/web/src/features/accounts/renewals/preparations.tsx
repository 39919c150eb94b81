import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { useRecording } from "../../../lib/use-recording.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import type { Renewal } from "../lifecycle.ts";

type Preparation = Renewal["preparations"][number];

const names = {
  health_check: "Health check",
  expansion_talk: "Expansion talk",
  contract_review: "Contract review",
} as const;

const states = {
  done: { word: "done", tone: "positive" },
  planned: { word: "planned", tone: "neutral" },
  unplanned: { word: "not planned", tone: "warning" },
  late: { word: "late", tone: "negative" },
} as const;

interface Props {
  accountId: string;
  renewal: Renewal;
  today: string;
}

interface Edit {
  preparation: Preparation;
  /** Planned for a day to come, or done on one that was. */
  as: "planned" | "done";
}

/** The three things prepared before a renewal: when they are in the calendar for, and when they were done. */
export function Preparations({ accountId, renewal, today }: Props) {
  const [edit, setEdit] = useState<Edit | null>(null);
  const columns: Column<Preparation>[] = [
    {
      key: "step",
      header: "Preparation",
      cell: ({ step }) => <span className="font-medium">{names[step]}</span>,
    },
    {
      key: "state",
      header: "State",
      cell: ({ state }) => <Chip tone={states[state].tone}>{states[state].word}</Chip>,
    },
    {
      key: "planned",
      header: "Planned for",
      numeric: true,
      cell: ({ plannedOn }) => (plannedOn ? dayText(plannedOn) : "—"),
    },
    { key: "done", header: "Done on", numeric: true, cell: ({ doneOn }) => (doneOn ? dayText(doneOn) : "—") },
    {
      key: "actions",
      header: (
        <span className="relative">
          <span className="sr-only">Actions</span>
        </span>
      ),
      cell: (preparation) =>
        mayI("journal.record") && (
          <div className="flex justify-end gap-2">
            <Button
              aria-haspopup="dialog"
              aria-label={`Plan the ${names[preparation.step].toLowerCase()}`}
              onClick={() => setEdit({ preparation, as: "planned" })}
            >
              Plan
            </Button>
            <Button
              aria-haspopup="dialog"
              aria-label={`The ${names[preparation.step].toLowerCase()} is done`}
              onClick={() => setEdit({ preparation, as: "done" })}
            >
              Done
            </Button>
          </div>
        ),
    },
  ];
  return (
    <FormSection
      title="Preparations"
      note={`All three lie before ${dayText(renewal.preparedBefore)}, so that nothing is decided in the last month.`}
      flush
    >
      <DataTable
        caption="Preparations"
        columns={columns}
        rows={renewal.preparations}
        rowKey={({ step }) => step}
        tall
      />
      <Dialog
        open={edit !== null}
        onClose={() => setEdit(null)}
        title={edit ? `${names[edit.preparation.step]}: ${edit.as === "done" ? "done" : "plan"}` : ""}
      >
        {edit && (
          <StepForm
            accountId={accountId}
            renewal={renewal}
            today={today}
            edit={edit}
            onClose={() => setEdit(null)}
          />
        )}
      </Dialog>
    </FormSection>
  );
}

function StepForm({ accountId, renewal, today, edit, onClose }: Props & { edit: Edit; onClose: () => void }) {
  const { record } = useRecording(accountId);
  const { preparation, as } = edit;
  const done = as === "done";
  const form = useForm({
    start: { on: done ? today : (preparation.plannedOn ?? renewal.latestStartOn), note: "" },
    check: ({ on }) => ({ on: dayFault(on, done ? today : undefined) }),
    send: async ({ on, note }) => {
      await record({
        of: "renewal_step",
        termEndsOn: renewal.termEndsOn,
        step: preparation.step,
        plannedOn: done ? (preparation.plannedOn ?? on) : on,
        doneOn: done ? on : null,
        note: note.trim() === "" ? null : note.trim(),
      } as Parameters<typeof record>[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label={names[preparation.step]}>
      <DayField {...form.field("on")} label={done ? "Done on" : "Planned for"} />
      <TextAreaField {...form.field("note")} label="Note" optional maxLength={2000} rows={2} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
