import { useState } from "react";
import { counted } from "../../../lib/format.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCompActions } from "../comp.ts";
import { nextPeriod, periodAround } from "../periods.ts";

/** Makes the drafts of a period, or makes them again, and says what became of each. */
export function MakeDrafts({ after }: { after: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Make drafts
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Make drafts"
        note="Every draft of the period is made from what is known now. What was published or paid stays as it is."
      >
        <DraftForm after={after} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const outcomes = ["drafted", "changed", "unchanged", "closed"] as const;

function DraftForm({ after, onClose }: { after: string | null; onClose: () => void }) {
  const { today } = useWorkspace();
  const { draft } = useCompActions();
  const form = useForm({
    start: { period: (after && nextPeriod(after)) ?? periodAround(today) },
    check: ({ period }) => ({
      period: period.trim() === "" ? "Such as 2026-Q3 or 2026-09." : undefined,
    }),
    send: async ({ period }) => {
      await draft.mutateAsync({ period: period.trim() });
      return undefined;
    },
  });
  const made = draft.data;
  const refused = made?.filter(({ outcome }) => outcome === "refused") ?? [];
  return (
    <Form form={form} label="Make drafts">
      <TextField
        {...form.field("period")}
        label="Period"
        hint="Such as 2026-Q3 or 2026-09."
        autoComplete="off"
      />
      {made && (
        <div role="status" className="mb-2 text-xs">
          <p>
            {made.length === 0
              ? "Nobody has an active plan in this period."
              : `${counted(made.length, "statement")}: ${outcomes
                  .map((one) => [one, made.filter(({ outcome }) => outcome === one).length] as const)
                  .filter(([, count]) => count > 0)
                  .map(([one, count]) => `${count} ${one}`)
                  .join(", ")}.`}
          </p>
          {refused.map(({ person, why }) => (
            <p key={person} className="text-negative">
              {person}: {why}
            </p>
          ))}
        </div>
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Make them</Submit>
        <Button size="large" onClick={onClose}>
          Close
        </Button>
      </Actions>
    </Form>
  );
}
