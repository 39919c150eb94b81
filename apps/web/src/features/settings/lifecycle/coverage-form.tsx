import { type TouchModel, touchModelNames } from "../../../lib/people-names.ts";
import { Button } from "../../../ui/button.tsx";
import { dayFault } from "../../../ui/day-field.tsx";
import { useForm } from "../../../ui/form.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { numberFault } from "./adoption-form.tsx";
import { type Condition, type ConditionDraft, conditionOf, draftOf } from "./conditions.ts";
import { ConditionsField } from "./conditions-field.tsx";
import { RuleForm } from "./rule-dialog.tsx";
import { type Rules, useSetRule } from "./rules.ts";

interface TierDraft {
  tier: string;
  when: ConditionDraft[];
}

interface TouchDraft {
  model: TouchModel;
  everyDays: string;
  when: ConditionDraft[];
}

const models = (Object.keys(touchModelNames) as TouchModel[]).map((value) => ({
  value,
  label: touchModelNames[value],
}));

/** A new version of the coverage rules. */
export function CoverageForm({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const write = useSetRule();
  const currency = rules.currency ?? "USD";
  const drafts = (when: readonly Condition[]) => when.map((one) => draftOf(one, currency));
  const { tiers, touch, strategic } = rules.coverage.rules;
  const form = useForm({
    start: {
      tiers: tiers.map(({ tier, when }): TierDraft => ({ tier, when: drafts(when) })),
      touch: touch.map(
        ({ model, everyDays, when }): TouchDraft => ({
          model,
          everyDays: String(everyDays),
          when: drafts(when),
        }),
      ),
      strategic: drafts(strategic),
      from: rules.on as string,
    },
    check: ({ tiers: written, touch: touches, strategic: chosen, from }) => ({
      tiers: written.some(({ tier }) => tier.trim() === "")
        ? "Name each tier."
        : faultIn(
            written.flatMap(({ when }) => when),
            currency,
          ),
      touch:
        touches.map(({ everyDays }) => numberFault(everyDays, 1, 366)).find((fault) => fault !== undefined) ??
        faultIn(
          touches.flatMap(({ when }) => when),
          currency,
        ),
      strategic: faultIn(chosen, currency),
      from: dayFault(from),
    }),
    send: async ({ tiers: written, touch: touches, strategic: chosen, from }) => {
      await write(
        {
          of: "coverage_rules",
          tiers: written.map(({ tier, when }) => ({ tier: tier.trim(), when: said(when, currency) })),
          touch: touches.map(({ model, everyDays, when }) => ({
            model,
            everyDays: Number(everyDays),
            when: said(when, currency),
          })),
          strategic: said(chosen, currency),
        },
        from,
      );
      onClose();
      return undefined;
    },
  });
  const { values } = form;
  const setTier = (at: number, patch: Partial<TierDraft>) =>
    form.set({ tiers: values.tiers.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  const setTouch = (at: number, patch: Partial<TouchDraft>) =>
    form.set({ touch: values.touch.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  const none = "Without a condition it holds for every customer.";
  return (
    <RuleForm form={form} label="Coverage rules" today={rules.on} onClose={onClose}>
      <Heading error={form.field("tiers").error}>Tiers, the first that fits</Heading>
      {values.tiers.map(({ tier, when }, at) => (
        <div key={at} className="mb-2">
          <div className="grid items-start gap-x-2 sm:grid-cols-[minmax(0,1fr)_auto]">
            <TextField
              name={`tier-${at}`}
              label={`Tier ${at + 1}`}
              value={tier}
              maxLength={100}
              autoComplete="off"
              onChange={(next) => setTier(at, { tier: next })}
            />
            <Remove
              name={`Remove tier ${at + 1}`}
              onClick={() => form.set({ tiers: values.tiers.filter((_, index) => index !== at) })}
            />
          </div>
          <ConditionsField
            of={tier || `tier ${at + 1}`}
            value={when}
            none={none}
            rules={rules}
            onChange={(next) => setTier(at, { when: next })}
          />
        </div>
      ))}
      <Button onClick={() => form.set({ tiers: [...values.tiers, { tier: "", when: [] }] })}>
        Add a tier
      </Button>
      <Heading error={form.field("touch").error}>Touch models, the first that fits</Heading>
      {values.touch.map(({ model, everyDays, when }, at) => (
        <div key={at} className="mb-2">
          <div className="grid items-start gap-x-2 sm:grid-cols-[minmax(0,1fr)_160px_auto]">
            <SelectField
              name={`model-${at}`}
              label={`Touch model ${at + 1}`}
              value={model}
              options={models}
              onChange={(next) => setTouch(at, { model: next })}
            />
            <TextField
              name={`every-${at}`}
              label="In touch every, days"
              value={everyDays}
              inputMode="numeric"
              onChange={(next) => setTouch(at, { everyDays: next })}
            />
            <Remove
              name={`Remove touch model ${at + 1}`}
              onClick={() => form.set({ touch: values.touch.filter((_, index) => index !== at) })}
            />
          </div>
          <ConditionsField
            of={`touch model ${at + 1}`}
            value={when}
            none={none}
            rules={rules}
            onChange={(next) => setTouch(at, { when: next })}
          />
        </div>
      ))}
      <Button
        onClick={() =>
          form.set({ touch: [...values.touch, { model: "low_touch", everyDays: "90", when: [] }] })
        }
      >
        Add a touch model
      </Button>
      <Heading error={form.field("strategic").error}>Strategic, where any of these holds</Heading>
      <ConditionsField
        of="strategic"
        value={values.strategic}
        none="Without a condition only accounts set so by hand are strategic."
        rules={rules}
        onChange={(next) => form.set({ strategic: next })}
      />
    </RuleForm>
  );
}

function faultIn(drafts: readonly ConditionDraft[], currency: string): string | undefined {
  return drafts.map((draft) => conditionOf(draft, currency)).find((one) => typeof one === "string");
}

function said(drafts: readonly ConditionDraft[], currency: string): Condition[] {
  return drafts
    .map((draft) => conditionOf(draft, currency))
    .filter((one): one is Condition => typeof one !== "string");
}

function Heading({ error, children }: { error: string | undefined; children: string }) {
  return (
    <div className="mt-3 mb-1">
      <h3 className="text-xs font-semibold">{children}</h3>
      {error && (
        <p data-invalid="true" tabIndex={-1} className="text-2xs font-medium text-negative">
          {error}
        </p>
      )}
    </div>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Button className="sm:mt-6" aria-label={name} onClick={onClick}>
      Remove
    </Button>
  );
}
