import { useState } from "react";
import { dayText, readable } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { Agreed } from "./agreed.tsx";
import { AsOfDay, useShownDay } from "./as-of-day.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { Values } from "./entry-form-parts.ts";
import { entryForms, type FormKey } from "./entry-forms.ts";
import { GateCard } from "./gate-card.tsx";
import { History } from "./history.tsx";
import { type Standing, useStandingOn } from "./lifecycle.ts";
import { Motions } from "./motions.tsx";
import { Stepper } from "./stepper.tsx";
import { TabActions } from "./tab-actions.tsx";
import { useFormContext } from "./use-form-context.ts";

/** Opens a form of an account, with what is filled in already. */
export type Ask = (form: FormKey, start?: Values) => void;

/** Where an account stands, gate by gate, with what that rests on; what is missing can be put on record here. */
export function LifecycleTab({ accountId, name }: { accountId: string; name: string }) {
  const { on, past } = useShownDay();
  const query = useStandingOn(accountId, on);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-xs text-muted">
          {past
            ? `As it stood on ${dayText(on ?? "")}, by what was on record for it and the rules of that day.`
            : "A stage is a conclusion from what is on record, never a label somebody typed."}
        </p>
        <AsOfDay />
      </div>
      <Loaded query={query} what="Where this account stands" skeleton={<Skeleton className="h-96" />}>
        {(standing) => <Stands standing={standing} name={name} past={past} />}
      </Loaded>
      <UndoToasts />
    </>
  );
}

function Stands({ standing, name, past }: { standing: Standing; name: string; past: boolean }) {
  const { accountId } = standing;
  const [open, setOpen] = useState<{ key: FormKey; start: Values } | null>(null);
  const forms = entryForms(useFormContext(accountId, name, standing));
  const form = open && forms[open.key];
  const ask: Ask | null = past ? null : (key, start = {}) => setOpen({ key, start });
  const close = () => setOpen(null);
  return (
    <>
      <Stepper standing={standing} past={past} />
      <Marks standing={standing} />
      {ask && <TabActions standing={standing} name={name} onAsk={ask} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {standing.gates.map((gate) => (
            <GateCard
              key={gate.gate}
              gate={gate}
              standing={standing}
              has={(key) => key in forms}
              onAsk={ask}
            />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Agreed standing={standing} onAsk={ask} />
          <Motions standing={standing} onAsk={ask} />
        </div>
      </div>
      <History standing={standing} />
      <Dialog
        open={form != null}
        onClose={close}
        title={form?.title ?? ""}
        note={form && readable(form.note)}
      >
        {form && open && (
          <EntryForm
            accountId={accountId}
            name={name}
            form={form}
            start={open.start}
            seen={standing.journalToken}
            onDone={close}
            onCancel={close}
          />
        )}
      </Dialog>
    </>
  );
}

/** What is to be known of the stage beside its name: passed over, or resting on what has run out. */
function Marks({ standing: { skipped, staleSince, returns } }: { standing: Standing }) {
  return (
    <>
      {skipped.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-xs">
          <Chip tone="warning">Skipped</Chip> Usage shows Adopted, but Onboarded was never shown by evidence.
        </p>
      )}
      {staleSince !== null && (
        <p className="flex flex-wrap items-center gap-2 text-xs">
          <Chip tone="warning">Stale</Chip> What this stage rests on has been out of date since{" "}
          {dayText(staleSince)}.
        </p>
      )}
      {returns > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-xs">
          <Chip tone="info">Came back</Chip> It left and was won again; what was on record before does not
          count.
        </p>
      )}
    </>
  );
}
