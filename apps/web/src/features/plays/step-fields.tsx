import { stepChannels, stepRoles } from "@termwise/core/facts";
import { X } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { newStep } from "./draft.ts";
import { NumberField } from "./number-field.tsx";
import type { Draft } from "./plays.ts";

type Step = Draft["steps"][number];

interface Props {
  steps: Draft["steps"];
  faultAt: (place: string) => string | undefined;
  onChange: (steps: Draft["steps"]) => void;
}

const roles = [
  { value: "", label: "Nobody yet" },
  ...Object.entries(stepRoles).map(([value, label]) => ({ value, label })),
];
const channels = Object.entries(stepChannels).map(([value, label]) => ({ value, label }));

/** The steps of a play: what is done, by which role, on which day. */
export function StepFields({ steps, faultAt, onChange }: Props) {
  const change = (at: number, patch: Partial<Step>) =>
    onChange(steps.map((step, n) => (n === at ? ({ ...step, ...patch } as Step) : step)));
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-2 text-xs font-semibold">Steps</legend>
      <ol className="flex flex-col gap-1">
        {steps.map((step, at) => (
          <li
            key={at}
            className="relative grid grid-cols-2 gap-x-3 border-t border-line pt-3 pr-9 sm:grid-cols-[64px_minmax(0,1fr)_120px_130px]"
          >
            <NumberField
              name={`steps.${at}.day`}
              label="Day"
              value={step.day}
              error={faultAt(`steps.${at}.day`)}
              onChange={(day) => change(at, { day })}
            />
            <div className="max-sm:order-first max-sm:col-span-2">
              <TextField
                name={`steps.${at}.title`}
                label={`Step ${at + 1}`}
                value={step.title}
                maxLength={200}
                error={faultAt(`steps.${at}.title`)}
                onChange={(title) => change(at, { title })}
              />
            </div>
            <SelectField
              name={`steps.${at}.role`}
              label="Owner"
              value={step.role ?? ""}
              options={roles}
              error={faultAt(`steps.${at}.role`)}
              onChange={(role) => change(at, { role: (role || null) as Step["role"] })}
            />
            <SelectField
              name={`steps.${at}.how`}
              label="How"
              value={step.how as string}
              options={channels}
              onChange={(how) => change(at, { how: how as Step["how"] })}
            />
            <button
              type="button"
              className="icon-button absolute top-8 right-0"
              aria-label={`Remove step ${at + 1}`}
              onClick={() => onChange(steps.filter((_, n) => n !== at))}
            >
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      {faultAt("steps") && <p className="mt-1 text-2xs text-negative">{faultAt("steps")}</p>}
      <Button className="mt-2" onClick={() => onChange([...steps, newStep(steps)])}>
        Add a step
      </Button>
    </fieldset>
  );
}
