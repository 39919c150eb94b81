import { useQuery } from "@tanstack/react-query";
import { Check, CircleAlert, CircleX } from "lucide-react";
import { useState } from "react";
import { dimensionNames } from "../../lib/dimension-names.ts";
import { dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";
import { type Periods, usePeriodActions } from "./periods.ts";

interface Props {
  open: boolean;
  periods: Periods["next"];
  onClose: () => void;
}

/** Closing the next period: what to look at before, what it is broken down by, and the deed. */
export function CloseDialog({ open, periods, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Close a period"
      note="Its figures are frozen with everything recorded up to this moment. Nothing that comes later changes them."
    >
      {periods.length > 0 && <CloseForm periods={periods} onClose={onClose} />}
    </Dialog>
  );
}

const offered = ["segment", "tier", "region", "industry"] as const;
type By = (typeof offered)[number] | "none";

function CloseForm({ periods, onClose }: Omit<Props, "open">) {
  const { close } = usePeriodActions();
  const [period, setPeriod] = useState(periods[0]?.text ?? "");
  const check = useQuery(trpc.periods.check.queryOptions({ period }));
  const form = useForm({
    start: { by: "segment" as By },
    send: async ({ by }) => {
      await close.mutateAsync({ period, dimensions: by === "none" ? [] : [by] });
      onClose();
      return undefined;
    },
  });
  const chosen = periods.find(({ text }) => text === period);
  return (
    <Form form={form}>
      {periods.length > 1 ? (
        <SelectField
          name="period"
          label="Period"
          value={period}
          options={periods.map(({ text }) => ({ value: text, label: text }))}
          onChange={setPeriod}
        />
      ) : (
        <p className="text-xs">
          <span className="text-sm font-medium">{period}</span>
          {chosen && (
            <span className="text-muted">
              , {dayText(chosen.from)} to {dayText(chosen.to)}
            </span>
          )}
        </p>
      )}
      <SelectField
        {...form.field("by")}
        label="Broken down by"
        options={[
          ...offered.map((value) => ({ value, label: dimensionNames[value] ?? value })),
          { value: "none", label: "Nothing: the whole book alone" },
        ]}
      />
      {check.isError ? (
        <Failed what="The checks" error={check.error} onRetry={() => void check.refetch()} />
      ) : check.data ? (
        <ul className="flex flex-col gap-1.5 text-xs" aria-label="Before it is closed">
          {check.data.checks.map(({ check: name, state, text }) => (
            <li key={name} data-check={name} data-state={state} className="flex gap-2">
              <StateIcon state={state} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-24" />
      )}
      <FormMessage text={form.message} />
      <Actions>
        {check.data?.closable && <Submit busy={form.busy}>Close {period}</Submit>}
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}

const icons = {
  fine: { Icon: Check, look: "text-positive", said: "Fine" },
  look: { Icon: CircleAlert, look: "text-warning", said: "To look at" },
  refused: { Icon: CircleX, look: "text-negative", said: "In the way" },
} as const;

function StateIcon({ state }: { state: keyof typeof icons }) {
  const { Icon, look, said } = icons[state];
  return (
    <Icon size={14} strokeWidth={2} className={`mt-0.5 flex-none ${look}`} role="img" aria-label={said} />
  );
}
