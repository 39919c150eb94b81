import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { NumberField } from "./number-field.tsx";
import { type Draft, type EntryId, usePlayActions } from "./plays.ts";
import { StepFields } from "./step-fields.tsx";
import { TriggerFields } from "./trigger-fields.tsx";
import { TriggerTest } from "./trigger-test.tsx";
import { useOptions } from "./words.ts";

interface Props {
  start: Draft;
  /** The play this is the next version of, and the version that was looked at; null: a new one. */
  of: { readonly id: string; readonly version: number } | null;
  onSaved: () => void;
}

/** Writes a play: what it lacks stands at its place, as the server judges it; nothing is kept before it is whole. */
export function PlayForm({ start, of, onSaved }: Props) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const { save } = usePlayActions();
  const navigate = useNavigate();
  const checked = useQuery(
    trpc.plays.check.queryOptions(
      { draft },
      { placeholderData: keepPreviousData, enabled: mayI("plays.save") },
    ),
  );
  const faults = checked.data?.faults ?? [];
  const faultAt = (place: string) => (tried ? faults.find(({ at }) => at === place)?.says : undefined);
  const set = (patch: Partial<Draft>) => setDraft((was) => ({ ...was, ...patch }));
  const send = async () => {
    setTried(true);
    setMessage(null);
    if (faults.length > 0) return;
    try {
      const saved = await save({
        draft,
        ...(of ? { play: of.id as EntryId, version: of.version } : {}),
      });
      onSaved();
      await navigate({ to: "/plays/$id", params: { id: saved.play } });
    } catch (error) {
      setMessage(refusalOf(error).message);
    }
  };
  return (
    <>
      <FormSection title={of ? "Next version" : "A new play"} term="save-play">
        <form
          noValidate
          aria-label="Play"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          className="flex max-w-[860px] flex-col gap-2"
        >
          <div className="grid gap-x-4 sm:grid-cols-2">
            <TextField
              name="name"
              label="Name"
              value={draft.name}
              maxLength={80}
              error={faultAt("name")}
              onChange={(name) => set({ name })}
            />
            <SelectField
              name="use"
              label="For"
              value={draft.use}
              options={useOptions as { value: Draft["use"]; label: string }[]}
              onChange={(use) => set({ use })}
            />
          </div>
          <TextAreaField
            name="purpose"
            label="What it is for"
            rows={2}
            value={draft.purpose}
            maxLength={500}
            error={faultAt("purpose")}
            onChange={(purpose) => set({ purpose })}
          />
          <TriggerFields
            trigger={draft.trigger}
            error={faultAt("trigger")}
            onChange={(trigger) => set({ trigger })}
          />
          <StepFields steps={draft.steps} faultAt={faultAt} onChange={(steps) => set({ steps })} />
          <div className="mt-2 grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_120px_120px]">
            <TextField
              name="goal"
              label="Goal"
              value={draft.goal.says}
              maxLength={300}
              error={faultAt("goal.says")}
              onChange={(says) => set({ goal: { ...draft.goal, says } })}
            />
            <NumberField
              name="within"
              label="Within days"
              value={draft.goal.withinDays}
              error={faultAt("goal.withinDays")}
              onChange={(withinDays) => set({ goal: { ...draft.goal, withinDays } })}
            />
            <NumberField
              name="hours"
              label="First step, hours"
              value={draft.firstStepHours}
              onChange={(hours) => set({ firstStepHours: hours ?? 48 })}
            />
          </div>
          <Checkbox
            name="active"
            label="Propose it when its trigger is met"
            checked={draft.active}
            onChange={(active) => set({ active })}
          />
          {tried && faults.length > 0 && (
            <p role="alert" className="text-xs text-negative">
              It is no play yet: {faults.map(({ says }) => says).join(" ")}
            </p>
          )}
          <FormMessage text={message} />
          <div className="flex gap-2">
            <Button type="submit" look="primary" size="large">
              {of ? "Save the next version" : "Save the play"}
            </Button>
            {of && (
              <Button size="large" onClick={onSaved}>
                Cancel
              </Button>
            )}
          </div>
        </form>
      </FormSection>
      {draft.trigger && <TriggerTest trigger={draft.trigger} />}
    </>
  );
}
