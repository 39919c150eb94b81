import { useState } from "react";
import { counted, dayText, readable } from "../../../lib/format.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import { useRecording } from "../../../lib/use-recording.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { daysBetween } from "../account.ts";
import type { Renewal } from "../lifecycle.ts";

type Owners = Outputs["coverage"]["ofAccount"]["owners"];
type Role = "csm" | "am" | "ae";

interface Props {
  accountId: string;
  renewal: Renewal;
  today: string;
  owners: Owners;
}

const states = {
  not_open: { word: "not open yet", tone: "neutral" },
  due: { word: "to be started", tone: "warning" },
  late: { word: "late", tone: "negative" },
  started: { word: "started", tone: "positive" },
} as const;

/** The days of the renewal, in their order, with today among them; who owns it; and its start. */
export function RenewalWindow({ accountId, renewal, today, owners }: Props) {
  const [starting, setStarting] = useState(false);
  const { termEndsOn, opensOn, latestStartOn, preparedBefore, daysLeft, startedOn, owner, state, says } =
    renewal;
  const { word, tone } = states[state];
  const before = (day: string) => `T\u2212${daysBetween(day, termEndsOn)}`;
  const days = [
    { key: "opens", on: opensOn, what: "Window opens", note: before(opensOn) },
    { key: "latest", on: latestStartOn, what: "Latest start", note: before(latestStartOn) },
    { key: "prepared", on: preparedBefore, what: "Preparations done before", note: before(preparedBefore) },
    { key: "ends", on: termEndsOn, what: "Last day of the term", note: `in ${counted(daysLeft, "day")}` },
    ...(startedOn
      ? [{ key: "started", on: startedOn as string, what: "Conversation begun", note: before(startedOn) }]
      : []),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <FormSection
      title={`Renewal of the term to ${dayText(termEndsOn)}`}
      term="renewal"
      note={readable(says)}
      tools={
        <>
          <Chip tone={tone}>{word}</Chip>
          {!startedOn && mayI("journal.record") && (
            <Button look="primary" aria-haspopup="dialog" onClick={() => setStarting(true)}>
              Start the renewal
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <ol aria-label="Days of the renewal" className="text-xs">
          {days.map(({ key, on, what, note }) => (
            <li key={key} className="flex items-baseline gap-3 py-1">
              <span
                aria-hidden
                className={`size-2 flex-none rounded-full border border-input ${on <= today ? "bg-(--accent)" : ""}`}
              />
              <span className="num w-24 flex-none font-medium">{dayText(on)}</span>
              <span className="min-w-0 flex-1">{what}</span>
              <span className="num text-subtle">{note}</span>
            </li>
          ))}
        </ol>
        <dl className="pairs text-xs [&>div:first-child]:border-t-0">
          <div>
            <dt>Owner</dt>
            <dd>
              {owner ? (
                <>
                  <span className="font-medium">{owner.name ?? "Nobody"}</span>{" "}
                  <span className="text-muted">{owner.role.toUpperCase()}</span>
                </>
              ) : (
                <Chip tone="warning">nobody owns it</Chip>
              )}
            </dd>
          </div>
        </dl>
      </div>
      <Dialog
        open={starting}
        onClose={() => setStarting(false)}
        title="Start the renewal"
        note={`The conversation about the term to ${dayText(termEndsOn)} has begun. A renewal has an owner.`}
      >
        <StartForm
          accountId={accountId}
          renewal={renewal}
          today={today}
          owners={owners}
          onClose={() => setStarting(false)}
        />
      </Dialog>
    </FormSection>
  );
}

const roles: readonly { value: Role; label: string }[] = [
  { value: "csm", label: "CSM" },
  { value: "am", label: "AM" },
  { value: "ae", label: "AE" },
];

function StartForm({ accountId, renewal, today, owners, onClose }: Props & { onClose: () => void }) {
  const { record } = useRecording(accountId);
  const holder = (role: Role) =>
    owners
      .find(({ attribute }) => attribute === role)
      ?.held.findLast(({ from }) => from === null || from <= today)?.value ?? "";
  const role: Role = renewal.owner?.role ?? roles.find(({ value }) => holder(value) !== "")?.value ?? "csm";
  const form = useForm({
    start: { role, name: renewal.owner?.name ?? holder(role), on: today },
    check: ({ name, on }) => ({
      name: name.trim() === "" ? "Say who owns the renewal." : undefined,
      on: dayFault(on, today),
    }),
    send: async ({ role: chosen, name, on }) => {
      await record(
        {
          of: "renewal_started",
          termEndsOn: renewal.termEndsOn,
          owner: { name: name.trim(), role: chosen },
        } as Parameters<typeof record>[0],
        on === today ? {} : ({ at: `${on}T12:00:00Z` } as Parameters<typeof record>[1]),
      );
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Start the renewal">
      <div className="grid gap-x-3 sm:grid-cols-2">
        <SelectField
          {...form.field("role")}
          label="Owned by the"
          options={roles}
          onChange={(next) => form.set({ role: next, name: holder(next) })}
        />
        <TextField {...form.field("name")} label="Name" autoComplete="off" maxLength={200} />
      </div>
      <DayField {...form.field("on")} label="Begun on" max={today} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Start</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
