import { dayText } from "../../../lib/format.ts";
import { daysAfter } from "../../../lib/months.ts";
import { offerUndo } from "../../../lib/undo.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";
import type { RiskRow } from "./risk-words.ts";

/** What is decided of an account at risk. */
export type Decision = "assign" | "snooze" | "accept";

const words = {
  assign: { title: "Give the account to somebody", done: "Assign", look: "primary" },
  snooze: { title: "Put the account off", done: "Put off", look: "primary" },
  accept: { title: "Accept the loss", done: "Accept the loss", look: "danger" },
} as const;

interface Props {
  asked: { row: RiskRow; decision: Decision } | null;
  today: string;
  /** Whom accounts are given to, to choose from. */
  people: readonly string[];
  onClose: () => void;
}

/** Asks for what a decision needs: a name, a day, a reason. */
export function RiskDialog({ asked, today, people, onClose }: Props) {
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={asked ? words[asked.decision].title : ""}
      note={
        asked &&
        (asked.decision === "accept"
          ? `${asked.row.name} leaves the queue. Its ARR stays at risk, and what was decided stays on record.`
          : asked.decision === "snooze"
            ? `${asked.row.name} is off the queue until its day, for everybody.`
            : asked.row.name)
      }
    >
      {asked && <DecisionForm {...asked} today={today} people={people} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  row: RiskRow;
  decision: Decision;
  today: string;
  /** Whom accounts are given to, to choose from. */
  people: readonly string[];
  onClose: () => void;
}

function DecisionForm({ row, decision, today, people, onClose }: FormProps) {
  const { handleRisk } = useHealthWrites();
  const form = useForm({
    start: { owner: row.owner ?? "", until: daysAfter(today, 7), reason: "" },
    check: ({ until, reason }) => ({
      until: decision === "snooze" ? (dayFault(until) ?? laterThan(until, today)) : undefined,
      reason:
        decision !== "assign" && reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async (values) => {
      const owner = values.owner.trim() || null;
      const { until } = values;
      const reason = values.reason.trim();
      const step =
        decision === "assign"
          ? { does: "assign", owner }
          : decision === "snooze"
            ? { does: "snooze", until, reason }
            : { does: "accept", reason };
      const send = (of: object) =>
        handleRisk({ accountId: row.accountId, step: of } as Parameters<typeof handleRisk>[0]);
      await send(step);
      onClose();
      const back = decision === "assign" ? { does: "assign", owner: row.owner } : { does: "resume" };
      const said = {
        assign: `${row.name} is with ${owner ?? "nobody"}.`,
        snooze: `${row.name} is put off until ${dayText(until)}.`,
        accept: `The loss of ${row.name} is accepted.`,
      };
      offerUndo(said[decision], async () => void (await send(back)));
      return undefined;
    },
  });
  const { done, look } = words[decision];
  return (
    <Form form={form}>
      {decision === "assign" ? (
        <>
          <TextField
            {...form.field("owner")}
            label="Owner"
            maxLength={200}
            optional
            autoComplete="off"
            list="risk-people"
          />
          <datalist id="risk-people">
            {people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      ) : (
        <>
          {decision === "snooze" && (
            <DayField {...form.field("until")} label="Until" min={daysAfter(today, 1)} />
          )}
          <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
        </>
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look={look}>
          {done}
        </Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}

const laterThan = (day: string, today: string): string | undefined =>
  day > today ? undefined : "Choose a day after today.";
