import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Assignment, useCompActions } from "../comp.ts";

/** A button that says on which day somebody's plan ends, or that it goes on. */
export function EndAssignment({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState(false);
  return (
    <span className="flex justify-end">
      <Button
        look="quiet"
        aria-haspopup="dialog"
        aria-label={`End the plan of ${assignment.person}, from ${dayText(assignment.from)}`}
        onClick={() => setOpen(true)}
      >
        End
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`When does the plan of ${assignment.person} end?`}
        note="Closed statements stay as they are. A new letter says until when it holds."
      >
        <EndForm assignment={assignment} onClose={() => setOpen(false)} />
      </Dialog>
    </span>
  );
}

function EndForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { today } = useWorkspace();
  const { assign } = useCompActions();
  const form = useForm({
    start: { to: assignment.to ?? (today as string) },
    check: ({ to }) => ({
      to: to !== "" && to < assignment.from ? `It begins on ${dayText(assignment.from)}.` : undefined,
    }),
    send: async ({ to }) => {
      const { id, readable: _, terms, ...given } = assignment;
      if (terms === null) return { message: "What it pays is not yours to read, so it is not yours to end." };
      await assign.mutateAsync({ assignmentId: id, assigned: { ...given, ...terms, to: to || null } });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="End the plan">
      <TextField
        {...form.field("to")}
        label="Last day"
        type="date"
        optional
        hint="Without a day it holds until further notice."
      />
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
