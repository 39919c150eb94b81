import { useState } from "react";
import { count, counted, dayText } from "../../../lib/format.ts";
import { touchModelNames } from "../../../lib/people-names.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { allText, conditionText } from "./conditions.ts";
import { CoverageForm } from "./coverage-form.tsx";
import type { Rules } from "./rules.ts";

/** How customers are looked after: tiers, touch models and which are strategic, each with how many it comes to. */
export function CoverageRules({ rules }: { rules: Rules }) {
  const [editing, setEditing] = useState(false);
  const { coverage, tally } = rules;
  const currency = rules.currency ?? "USD";
  const { tiers, touch, strategic } = coverage.rules;
  const customers = (of: readonly { value: string | null; customers: number }[], value: string) =>
    counted(of.find((one) => one.value === value)?.customers ?? 0, "customer");
  return (
    <FormSection
      title="Coverage"
      term="segmentation-strategy"
      note={
        coverage.since
          ? `In force since ${dayText(coverage.since)}. The first tier and the first touch model that fit decide; what is set for an account itself stands above.`
          : "The rules of the house; none was set here. The first touch model that fits decides; what is set for an account itself stands above."
      }
      tools={
        mayI("journal.setRule") && (
          <Button
            aria-haspopup="dialog"
            aria-label="Change the coverage rules"
            onClick={() => setEditing(true)}
          >
            Change
          </Button>
        )
      }
    >
      <dl className="pairs text-xs [&>div:first-child]:border-t-0">
        <div>
          <dt>Tiers</dt>
          <dd>
            {tiers.length === 0 && <span className="text-subtle">As imported</span>}
            {tiers.map(({ tier, when }) => (
              <p key={tier}>
                <span className="font-medium">{tier}</span>: {allText(when, currency)}{" "}
                <span className="num text-subtle">{customers(tally.tiers, tier)}</span>
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>Touch models</dt>
          <dd>
            {touch.map(({ model, everyDays, when }) => (
              <p key={`${model} ${everyDays} ${allText(when, currency)}`}>
                <span className="font-medium">{touchModelNames[model]}</span>, every{" "}
                {counted(everyDays, "day")}: {allText(when, currency)}{" "}
                <span className="num text-subtle">{customers(tally.touch, model)}</span>
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>Strategic</dt>
          <dd>
            {strategic.length === 0 ? (
              <span className="text-subtle">Only accounts set so by hand</span>
            ) : (
              strategic.map((one) => conditionText(one, currency)).join(", or ")
            )}{" "}
            <span className="num text-subtle">{counted(tally.strategic, "customer")}</span>
          </dd>
        </div>
      </dl>
      <p className="num mt-1 text-2xs text-subtle">{count(tally.customers)} customers today.</p>
      <Dialog open={editing} onClose={() => setEditing(false)} title="Coverage rules" wide>
        <CoverageForm rules={rules} onClose={() => setEditing(false)} />
      </Dialog>
    </FormSection>
  );
}
