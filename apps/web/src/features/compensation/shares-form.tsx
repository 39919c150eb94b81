import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions } from "../../ui/dialog.tsx";
import { controlClass } from "../../ui/field.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { namedShares, splitFault, type TypedShare } from "./shares.ts";

interface Props {
  label: string;
  start: readonly TypedShare[];
  /** A reason is kept with it; a simulation has none. */
  reasoned: boolean;
  verb: string;
  onSend: (split: TypedShare[], reason: string) => Promise<unknown>;
  onClose: () => void;
}

const empty: TypedShare = { person: "", percent: "" };

/** Who shares a deal, in per cent that add up to 100; with every row empty the credit rule decides again. */
export function SharesForm({ label, start, reasoned, verb, onSend, onClose }: Props) {
  const people = useQuery(trpc.comp.people.queryOptions()).data ?? [];
  const form = useForm({
    start: { split: start.length > 0 ? [...start] : [empty, empty], reason: "" },
    check: ({ split, reason }) => ({
      split: splitFault(split),
      reason: reasoned && reason.trim().length < 3 ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ split, reason }) => {
      await onSend(namedShares(split), reason.trim());
      onClose();
      return undefined;
    },
  });
  const { value: split, error, onChange } = form.field("split");
  const set = (index: number, patch: Partial<TypedShare>) =>
    onChange(split.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <Form form={form} label={label}>
      <datalist id="paid-people">
        {people.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
      <fieldset className="mb-3" aria-describedby={error ? "split-fault" : undefined}>
        <legend className="mb-1 text-xs font-medium">Who shares it, and how much of it in per cent</legend>
        {split.map((share, index) => (
          // Rows have no identity beside their place.
          <div key={index} className="mb-1.5 flex items-center gap-2">
            <input
              type="text"
              list="paid-people"
              autoComplete="off"
              maxLength={200}
              aria-label={`Person ${index + 1}`}
              aria-invalid={error !== undefined}
              value={share.person}
              onChange={({ target }) => set(index, { person: target.value })}
              className={`${controlClass} min-w-0 flex-1`}
            />
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`Share of person ${index + 1}, %`}
              aria-invalid={error !== undefined}
              value={share.percent}
              onChange={({ target }) => set(index, { percent: target.value })}
              className={`${controlClass} num w-20! text-right`}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={`Take out person ${index + 1}`}
              onClick={() => onChange(split.filter((_, at) => at !== index))}
            >
              <X size={14} strokeWidth={1.5} aria-hidden />
            </button>
          </div>
        ))}
        {split.length < 20 && (
          <Button look="quiet" onClick={() => onChange([...split, empty])}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            Add somebody
          </Button>
        )}
        <p id="split-fault" role={error ? "alert" : undefined} className="mt-1 text-xs text-negative">
          {error}
        </p>
      </fieldset>
      {reasoned && <TextField {...form.field("reason")} label="Reason" maxLength={500} autoComplete="off" />}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{verb}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
