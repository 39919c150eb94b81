import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { dayFault } from "../../../ui/day-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useForm } from "../../../ui/form.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { numberFault } from "./adoption-form.tsx";
import {
  type Condition,
  type ConditionDraft,
  conditionOf,
  conditionText,
  draftOf,
  emptyDraft,
} from "./conditions.ts";
import { ConditionsField } from "./conditions-field.tsx";
import { RuleForm } from "./rule-dialog.tsx";
import { type Rules, useSetRule } from "./rules.ts";

/** What makes a customer a good fit, by weight. */
export function IcpRules({ rules }: { rules: Rules }) {
  const [editing, setEditing] = useState(false);
  const { since, conditions } = rules.icp;
  const currency = rules.currency ?? "USD";
  return (
    <FormSection
      title="Ideal customer profile"
      term="icp"
      note={
        since
          ? `In force since ${dayText(since)}. The fit is the share of the weights that hold; ${counted(rules.tally.fitting, "customer")} fit by half or more.`
          : "No profile is written, so no customer has a fit. When it shifts, look at the glossary and the onboarding criteria again."
      }
      tools={
        mayI("journal.setRule") && (
          <Button
            aria-haspopup="dialog"
            aria-label={`${since ? "Change" : "Write"} the ideal customer profile`}
            onClick={() => setEditing(true)}
          >
            {since ? "Change" : "Write"}
          </Button>
        )
      }
    >
      {conditions.length > 0 && (
        <dl className="pairs text-xs [&>div:first-child]:border-t-0">
          {conditions.map(({ name, weight, when }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {conditionText(when, currency)} <span className="num text-subtle">weight {weight}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Dialog open={editing} onClose={() => setEditing(false)} title="Ideal customer profile" wide>
        <ProfileForm rules={rules} onClose={() => setEditing(false)} />
      </Dialog>
    </FormSection>
  );
}

interface Line {
  name: string;
  weight: string;
  when: ConditionDraft;
}

function ProfileForm({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const write = useSetRule();
  const currency = rules.currency ?? "USD";
  const form = useForm({
    start: {
      lines: rules.icp.conditions.map(
        ({ name, weight, when }): Line => ({ name, weight: String(weight), when: draftOf(when, currency) }),
      ),
      from: rules.on as string,
    },
    check: ({ lines, from }) => ({ lines: faultIn(lines, currency), from: dayFault(from) }),
    send: async ({ lines, from }) => {
      const conditions = lines.flatMap(({ name, weight, when }) => {
        const condition = conditionOf(when, currency);
        return typeof condition === "string"
          ? []
          : [{ name: name.trim(), weight: Number(weight), when: condition satisfies Condition }];
      });
      await write({ of: "icp_rules", conditions }, from);
      onClose();
      return undefined;
    },
  });
  const { lines } = form.values;
  const change = (at: number, patch: Partial<Line>) =>
    form.set({ lines: lines.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  const { error } = form.field("lines");
  return (
    <RuleForm form={form} label="Ideal customer profile" today={rules.on} onClose={onClose}>
      {error && (
        <p data-invalid="true" tabIndex={-1} className="text-2xs font-medium text-negative">
          {error}
        </p>
      )}
      {lines.map(({ name, weight, when }, at) => (
        <div key={at} className="mb-2">
          <div className="grid items-start gap-x-2 sm:grid-cols-[minmax(0,1fr)_100px_auto]">
            <TextField
              name={`name-${at}`}
              label={`Trait ${at + 1}`}
              value={name}
              maxLength={200}
              autoComplete="off"
              onChange={(next) => change(at, { name: next })}
            />
            <TextField
              name={`weight-${at}`}
              label="Weight"
              value={weight}
              inputMode="numeric"
              onChange={(next) => change(at, { weight: next })}
            />
            <Button
              className="sm:mt-6"
              aria-label={`Remove trait ${at + 1}`}
              onClick={() => form.set({ lines: lines.filter((_, index) => index !== at) })}
            >
              Remove
            </Button>
          </div>
          <ConditionsField
            of={name || `trait ${at + 1}`}
            value={[when]}
            none=""
            rules={rules}
            onChange={([next = emptyDraft]) => change(at, { when: next })}
            single
          />
        </div>
      ))}
      <Button
        className="mb-3"
        onClick={() => form.set({ lines: [...lines, { name: "", weight: "1", when: emptyDraft }] })}
      >
        Add a trait
      </Button>
    </RuleForm>
  );
}

function faultIn(lines: readonly Line[], currency: string): string | undefined {
  for (const { name, weight, when } of lines) {
    if (name.trim() === "") return "Name each trait.";
    const condition = conditionOf(when, currency);
    const fault = numberFault(weight, 1, 100) ?? (typeof condition === "string" ? condition : undefined);
    if (fault) return fault;
  }
  return undefined;
}
