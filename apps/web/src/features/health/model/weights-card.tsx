import { useState } from "react";
import { cx } from "../../../lib/class-names.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Models } from "../health.ts";
import { askedOf, type Draft, fullFault } from "./draft.ts";
import { SaveModelForm } from "./save-model-form.tsx";
import { sumOf, weightFault } from "./weights.ts";

interface Props {
  models: Models;
  base: Models["versions"][number] | undefined;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The points of each component: they add up to 100, or nothing is tried and nothing is saved. */
export function WeightsCard({ models, base, draft, onChange }: Props) {
  const { weights, fullAt } = draft;
  const [saving, setSaving] = useState(false);
  const sum = sumOf(weights);
  const set = (of: "weights" | "fullAt", id: string, text: string) =>
    onChange({ ...draft, [of]: { ...draft[of], [id]: text } });
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
            disabled={askedOf(draft) === null}
            onClick={() => setSaving(true)}
          >
            Save as a draft
          </Button>
        )
      }
    >
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        {models.components.map(({ id, name, reads, inverted, salesContext }) => (
          <div key={id} className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-2">
            <TextField
              name={`weight-${id}`}
              label={name}
              optional
              hint={`${reads}${inverted ? " Counts turned round: much is bad." : ""}${salesContext ? " Known from before the close." : ""}`}
              value={weights[id] ?? ""}
              error={weightFault(weights[id] ?? "")}
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              onChange={(text) => set("weights", id, text)}
            />
            {Number(weights[id] ?? 0) > 0 && (
              <TextField
                name={`full-${id}`}
                label="Full at %"
                aria-label={`${name} is full from, per cent of its reading`}
                optional
                value={fullAt[id] ?? ""}
                error={fullFault(fullAt[id] ?? "")}
                placeholder="100"
                inputMode="numeric"
                maxLength={3}
                autoComplete="off"
                onChange={(text) => set("fullAt", id, text)}
              />
            )}
          </div>
        ))}
      </div>
      <p
        role="status"
        data-sum={sum ?? ""}
        className={cx("num mt-3 text-xs", sum === 100 ? "text-muted" : "text-warning")}
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
        <SaveModelForm models={models} base={base} draft={draft} onClose={() => setSaving(false)} />
      </Dialog>
    </FormSection>
  );
}
