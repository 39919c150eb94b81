import { flagSeverities } from "@termwise/core/facts";
import { dayText } from "../../../lib/format.ts";
import { daysAfter } from "../../../lib/months.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useHealthWrites } from "../health.ts";
import { type FlagRow, severityNames } from "./flag-words.ts";

/** What is done about a red flag: somebody takes it on, it is silenced until a day, or put up with. */
export type FlagStep = "take" | "silence" | "accept";

const words = {
  take: { title: "Take the red flag on", done: "Save" },
  silence: { title: "Silence the red flag", done: "Silence" },
  accept: { title: "Accept the red flag", done: "Accept" },
} as const;

interface Props {
  asked: { flag: FlagRow; step: FlagStep } | null;
  today: string;
  onClose: () => void;
}

/** Asks for what handling a red flag needs. */
export function FlagDialog({ asked, today, onClose }: Props) {
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={asked ? words[asked.step].title : ""}
      note={asked ? `${asked.flag.title}, ${asked.flag.name}.` : undefined}
    >
      {asked && <HandleForm {...asked} today={today} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  flag: FlagRow;
  step: FlagStep;
  today: string;
  onClose: () => void;
}

function HandleForm({ flag, step, today, onClose }: FormProps) {
  const { handleFlag } = useHealthWrites();
  const form = useForm({
    start: {
      owner: flag.owner ?? flag.csm ?? "",
      severity: flag.severity,
      run: flag.run ?? flag.plays[0]?.runId ?? "",
      until: daysAfter(today, 14),
      reason: "",
    },
    check: ({ until, reason }) => ({
      until:
        step !== "silence"
          ? undefined
          : (dayFault(until) ?? (until > today ? undefined : "Choose a day after today.")),
      reason: step !== "take" && reason.trim() === "" ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ owner, severity, run, until, reason }) => {
      const { accountId, entryId } = flag;
      const said =
        step === "take"
          ? { state: "mitigating", owner: owner.trim() || null, severity, run: run || null }
          : step === "silence"
            ? { silencedUntil: until, reason: reason.trim() }
            : { state: "accepted", reason: reason.trim() };
      await handleFlag({ accountId, entryId, ...said } as Parameters<typeof handleFlag>[0]);
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      {step === "take" ? (
        <>
          <TextField {...form.field("owner")} label="Owner" maxLength={200} optional autoComplete="off" />
          <SelectField
            {...form.field("severity")}
            label="Severity"
            options={flagSeverities.map((value) => ({ value, label: severityNames[value] }))}
          />
          <SelectField
            {...form.field("run")}
            label="Play that answers it"
            options={[
              { value: "", label: "None" },
              ...flag.plays.map(({ runId, name, state }) => ({
                value: runId as string,
                label: `${name}, ${state}`,
              })),
            ]}
          />
        </>
      ) : (
        <>
          {step === "silence" && (
            <DayField
              {...form.field("until")}
              label="Until"
              min={daysAfter(today, 1)}
              hint={`Heard again by itself; ${dayText(daysAfter(today, 14))} is two weeks.`}
            />
          )}
          <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
        </>
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{words[step].done}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
