import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type How, useHandle } from "./handle.ts";
import type { Line } from "./report.ts";
import { claimText, meaningWords } from "./words.ts";

/** What is asked before a divergence is handled. */
export type Question = "fix_source" | "agenda" | "accepted";

interface Props {
  line: Line;
  today: string;
  onDone: () => void;
}

/** The dialog for one way of handling a divergence; none while nothing is asked. */
export function HandleDialog({ asked, ...props }: { asked: Question | null } & Props) {
  const { line, onDone } = props;
  const claims = line.claims.map(claimText).join("; ");
  const dialogs: Record<Question, { title: string; note: string; form: ReactNode }> = {
    fix_source: {
      title: `Fix the source: ${line.name}`,
      note: `${claims}. A task goes to whoever sets it right there.`,
      form: <FixForm {...props} />,
    },
    agenda: {
      title: `Put ${meaningWords[line.term]} on the agenda`,
      note: "The teams talk about the word where they part over it: what it means, and who sets its labels.",
      form: <AgendaForm {...props} />,
    },
    accepted: {
      title: `Accept it for a while: ${line.name}`,
      note: "It leaves the report until the day you choose. Another claim, or other evidence, brings it back before.",
      form: <AcceptForm {...props} />,
    },
  };
  const dialog = asked && dialogs[asked];
  return (
    <Dialog open={asked !== null} onClose={onDone} title={dialog?.title ?? ""} note={dialog?.note}>
      {dialog?.form}
    </Dialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The day some days after another. */
function daysAfter(on: string, days: number): string {
  const at = new Date(`${on}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function useHandleForm<Values extends object>(
  { line, onDone }: Props,
  start: Values,
  check: (values: Values) => { [Name in keyof Values]?: string | undefined },
  how: (values: Values) => How,
) {
  const handle = useHandle();
  return useForm<Values>({
    start,
    check,
    send: async (values) => {
      await handle(line, how(values));
      onDone();
      return undefined;
    },
  });
}

function FixForm(props: Props) {
  const { line, today, onDone } = props;
  const form = useHandleForm(
    props,
    { owner: line.owner?.name ?? "", dueOn: daysAfter(today, 7), reason: "" },
    ({ dueOn }) => ({ dueOn: dueOn === "" ? undefined : dayFault(dueOn) }),
    ({ owner, dueOn, reason }) =>
      ({
        action: "fix_source",
        owner: orNull(owner),
        dueOn: orNull(dueOn),
        reason: orNull(reason),
      }) as How,
  );
  return (
    <Form form={form} label="Fix the source">
      <TextField {...form.field("owner")} label="Who does it" optional autoFocus maxLength={200} />
      <DayField {...form.field("dueOn")} label="Due" optional min={today} />
      <TextAreaField {...form.field("reason")} label="Note" optional maxLength={1000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Create the task</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}

function AgendaForm(props: Props) {
  const { line, today, onDone } = props;
  const form = useHandleForm(
    props,
    { reason: "", owner: "", dueOn: "" },
    ({ reason, dueOn }) => ({
      reason: reason.trim() === "" ? "Say what the teams part over." : undefined,
      dueOn: dueOn === "" ? undefined : dayFault(dueOn),
    }),
    ({ reason, owner, dueOn }) =>
      ({ action: "agenda", reason: reason.trim(), owner: orNull(owner), dueOn: orNull(dueOn) }) as How,
  );
  return (
    <Form form={form} label="Put on the agenda">
      <TextAreaField
        {...form.field("reason")}
        label={`What the teams part over in ${meaningWords[line.term]}`}
        maxLength={1000}
        autoFocus
      />
      <TextField {...form.field("owner")} label="Who brings them together" optional maxLength={200} />
      <DayField {...form.field("dueOn")} label="By" optional min={today} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Put on the agenda</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}

function AcceptForm(props: Props) {
  const { today, onDone } = props;
  const first = daysAfter(today, 1);
  const form = useHandleForm(
    props,
    { reason: "", expiresOn: daysAfter(today, 30) },
    ({ reason, expiresOn }) => ({
      reason: reason.trim() === "" ? "Say why, for whoever sees it later." : undefined,
      expiresOn: dayFault(expiresOn) ?? (expiresOn < first ? "Choose a day after today." : undefined),
    }),
    ({ reason, expiresOn }) => ({ action: "accepted", reason: reason.trim(), expiresOn }) as How,
  );
  return (
    <Form form={form} label="Accept">
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} autoFocus />
      <DayField
        {...form.field("expiresOn")}
        label="Look at it again on"
        min={first}
        max={daysAfter(today, 366)}
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Accept until then</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
