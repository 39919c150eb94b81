import { dayText } from "../../lib/format.ts";
import { daysAfter } from "../../lib/months.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import type { TaskRow } from "./tasks.ts";

interface Props {
  /** The task to put off; null: none is. */
  row: TaskRow | null;
  onPutOff: (row: TaskRow, until: string) => void;
  onClose: () => void;
}

const usual = [
  { days: 1, label: "Tomorrow" },
  { days: 3, label: "In 3 days" },
  { days: 7, label: "In a week" },
  { days: 30, label: "In 30 days" },
];

/** Until which day a task is out of sight. The day it is due stays as it is. */
export function PutOffDialog({ row, onPutOff, onClose }: Props) {
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      title="Put off until"
      note="The task is out of sight until that day. The day it is due stays."
    >
      {row && (
        <Days
          onClose={onClose}
          onChoose={(until) => {
            onClose();
            onPutOff(row, until);
          }}
        />
      )}
    </Dialog>
  );
}

function Days({ onChoose, onClose }: { onChoose: (until: string) => void; onClose: () => void }) {
  const { today } = useWorkspace();
  const form = useForm({
    start: { until: daysAfter(today, 1) },
    check: ({ until }) => ({
      until: dayFault(until) ?? (until <= today ? "Choose a day to come." : undefined),
    }),
    send: async ({ until }) => {
      onChoose(until);
      return undefined;
    },
  });
  return (
    <Form form={form} label="Put off until">
      <div className="mb-4 grid grid-cols-2 gap-2">
        {usual.map(({ days, label }) => (
          <Button key={days} size="large" onClick={() => onChoose(daysAfter(today, days))}>
            {label}
            <span className="num font-normal text-subtle">{dayText(daysAfter(today, days))}</span>
          </Button>
        ))}
      </div>
      <DayField {...form.field("until")} label="Another day" min={daysAfter(today, 1)} />
      <Actions>
        <Submit busy={form.busy}>Put off</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
