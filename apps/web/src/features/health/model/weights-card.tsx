import { useState } from "react";
import { cx } from "../../../lib/class-names.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Models } from "../health.ts";
import { SaveModelForm } from "./save-model-form.tsx";
import { sumOf, type Weights, weightFault } from "./weights.ts";

interface Props {
  models: Models;
  base: Models["versions"][number] | undefined;
  weights: Weights;
  onChange: (weights: Weights) => void;
}

/** The points of each component: they add up to 100, or nothing is tried and nothing is saved. */
export function WeightsCard({ models, base, weights, onChange }: Props) {
  const [saving, setSaving] = useState(false);
  const sum = sumOf(weights);
  const set = (id: string, text: string) => onChange({ ...weights, [id]: text });
  return (
    <FormSection
      title="Weights"
      term="health-score"
      note={`${base ? `From ${base.name} v${base.version}. ` : ""}Points of 100 by component; left empty, a component is no part of the score. The back-test below follows as soon as they add up.`}
      tools={
        mayI("health.saveModel") && (
          <Button
            look="primary"
            aria-haspopup="dialog"
            disabled={sum !== 100}
            onClick={() => setSaving(true)}
          >
            Save as a draft
          </Button>
        )
      }
    >
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 @[65rem]/page:grid-cols-3">
        {models.components.map(({ id, name, reads, inverted, salesContext }) => (
          <TextField
            key={id}
            name={`weight-${id}`}
            label={name}
            optional
            hint={`${reads}${inverted ? " Counts turned round: much is bad." : ""}${salesContext ? " Known from before the close." : ""}`}
            value={weights[id] ?? ""}
            error={weightFault(weights[id] ?? "")}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            onChange={(text) => set(id, text)}
          />
        ))}
      </div>
      <p
        role="status"
        data-sum={sum ?? ""}
        className={cx("num text-xs", sum === 100 ? "text-muted" : "text-warning")}
      >
        {sum === null
          ? "One of the weights is no number."
          : sum === 100
            ? "The weights add up to 100."
            : `The weights add up to ${sum}. ${sum < 100 ? `${100 - sum} points are left to give.` : `${sum - 100} points are too many.`}`}{" "}
        {!models.components.some(({ id, salesContext }) => salesContext && Number(weights[id] ?? 0) > 0) && (
          <Chip>No sales context</Chip>
        )}
      </p>
      <Dialog
        open={saving}
        onClose={() => setSaving(false)}
        title="Save the model as a draft"
        note="A draft scores nothing until it is activated. Versions are never changed."
      >
        <SaveModelForm models={models} base={base} weights={weights} onClose={() => setSaving(false)} />
      </Dialog>
    </FormSection>
  );
}
