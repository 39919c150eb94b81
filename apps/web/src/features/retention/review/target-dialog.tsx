import { useState } from "react";
import { dimensionNames, valueName } from "../../../lib/dimension-names.ts";
import { momentDay } from "../../../lib/format.ts";
import { useScope } from "../../../lib/scope.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Overview } from "../overview.ts";
import { HistoryDialog } from "./history-dialog.tsx";
import type { Review, ReviewedTerm } from "./review.ts";
import { useReviewActions } from "./review-actions.ts";
import { figureNames } from "./review-words.ts";
import { readTarget, targetText, typedTarget } from "./target-text.ts";

interface Props {
  view: Overview;
  review: Review;
  onClose: () => void;
}

/** Sets what a figure should reach over the period on screen, or from its last month on; and lists what was set. */
export function TargetDialog({ view, review, onClose }: Props) {
  const actions = useReviewActions();
  const slice = useSlice();
  const figures = Object.values(view.figures).map(({ figure }) => figure);
  const ofTerm = (term: string) => figures.find((figure) => figure.term === term) ?? view.figures.nrr.figure;
  const standing = (term: string) => {
    const target = review.targets.find((one) => one.term === term);
    return target ? typedTarget(target.value, target) : "";
  };
  const form = useForm({
    start: { term: "nrr", value: standing("nrr"), over: "since" as "since" | "period" },
    check: ({ term, value }) => {
      const read = readTarget(value, ofTerm(term));
      if (read === null) return { value: "Enter a number of 0 or more." };
      const tooMuch = ofTerm(term).unit === "ratio" && Number(read) > 10;
      return { value: tooMuch ? "Enter 1,000 % or less." : undefined };
    },
    send: async ({ term, value, over }) => {
      const read = readTarget(value, ofTerm(term)) ?? "0";
      const days = over === "since" ? { since: view.period.to.slice(0, 7) } : { period: view.period.text };
      const said = {
        term: term as ReviewedTerm,
        value: read,
        ...days,
        ...(slice ? { slice: slice.one } : {}),
      };
      await actions.setTarget(
        said as Parameters<typeof actions.setTarget>[0],
        `Target for ${figureNames[term]}: ${targetText(read, ofTerm(term))}.`,
      );
      onClose();
      return undefined;
    },
  });
  const { unit, currency } = ofTerm(form.values.term);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Targets"
      note={slice === null ? "For a filtered page a target is for one value of one filter." : slice?.text}
      wide
    >
      {slice !== null && (
        <Form form={form} label="Target">
          <div className="grid gap-x-3 sm:grid-cols-3">
            <SelectField
              {...form.field("term")}
              onChange={(term) => form.set({ term, value: standing(term) })}
              label="Figure"
              options={Object.entries(figureNames).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              {...form.field("value")}
              label={`Target, ${unit === "ratio" ? "%" : (currency ?? "accounts")}`}
              inputMode="decimal"
              autoComplete="off"
            />
            <SelectField
              {...form.field("over")}
              label="Holds"
              options={[
                { value: "since" as const, label: `From ${periodName(view.period.to.slice(0, 7))} on` },
                { value: "period" as const, label: `For ${periodName(view.period.text)} alone` },
              ]}
            />
          </div>
          <FormMessage text={form.message} />
          <Actions>
            <Submit busy={form.busy}>Set the target</Submit>
            <Button size="large" onClick={onClose}>
              Cancel
            </Button>
          </Actions>
        </Form>
      )}
      <TargetList review={review} view={view} onRemove={(id, text) => void actions.remove(id, text)} />
    </Dialog>
  );
}

/** The one value of one filter the page is cut by; undefined: the whole book; null: more than that. */
function useSlice() {
  const { filters = {} } = useScope();
  const [first, ...others] = Object.entries(filters);
  if (!first) return undefined;
  const [dimension, values] = first;
  const [value, ...more] = values;
  if (others.length > 0 || more.length > 0 || value === undefined) return null;
  const text = `For ${(dimensionNames[dimension] ?? dimension).toLowerCase()} ${valueName(value, dimension)}.`;
  return { one: { dimension, value }, text };
}

interface ListProps {
  view: Overview;
  review: Review;
  onRemove: (entryId: string, text: string) => void;
}

function TargetList({ view, review, onRemove }: ListProps) {
  const [history, setHistory] = useState<string | null>(null);
  const unitOf = (term: string) =>
    Object.values(view.figures).find(({ figure }) => figure.term === term)?.figure.unit ?? "ratio";
  if (review.all.length === 0) return <p className="mt-4 text-xs text-muted">No target is set yet.</p>;
  return (
    <section aria-label="Targets that stand" className="mt-4 border-t border-line">
      <ul className="divide-y divide-line text-xs">
        {review.all.map((target) => {
          const value = targetText(target.value, { ...target, unit: unitOf(target.term) });
          const name = figureNames[target.term] ?? target.term;
          return (
            <li key={target.entryId} className="flex flex-wrap items-center gap-x-2 py-1.5">
              <span className="min-w-0 flex-1 basis-64">
                <span className="font-medium">
                  {name} {value}
                </span>
                <span className="text-muted">
                  ,{" "}
                  {target.over ? periodName(target.over.period) : `from ${periodName(target.since ?? "")} on`}
                  {target.slice && `, ${valueName(target.slice.value, target.slice.dimension)}`}
                </span>
                <span className="block text-2xs text-subtle">
                  {target.byName ?? "Command line"}, {momentDay(target.recordedAt)}
                </span>
              </span>
              <Button look="quiet" onClick={() => setHistory(target.entryId)}>
                History
              </Button>
              <Button look="quiet" onClick={() => onRemove(target.entryId, `Removed the target of ${name}.`)}>
                Remove
              </Button>
            </li>
          );
        })}
      </ul>
      {history && <HistoryDialog entryId={history} onClose={() => setHistory(null)} />}
    </section>
  );
}
