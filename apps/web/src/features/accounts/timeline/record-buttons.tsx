import { lazy, Suspense, useState } from "react";
import type { TouchpointKind } from "../../../lib/people-names.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";

const load = () => import("./touchpoint-dialog.tsx").then((m) => ({ default: m.TouchpointDialog }));
const TouchpointDialog = lazy(load);

const kinds: readonly { type: TouchpointKind; label: string }[] = [
  { type: "note", label: "Note" },
  { type: "call", label: "Call" },
  { type: "meeting", label: "Meeting" },
  { type: "email", label: "Mail" },
  { type: "qbr", label: "Review" },
];

/** From every page of an account: one press names what is recorded, then its text, then it is on record. */
export function RecordButtons({ accountId }: { accountId: string }) {
  const [type, setType] = useState<TouchpointKind | null>(null);
  const [used, setUsed] = useState(false);
  if (!mayI("journal.record")) return null;
  return (
    <>
      <fieldset className="no-print m-0 flex min-w-0 flex-wrap items-center gap-1.5 border-0 p-0">
        <legend className="sr-only">Put on record</legend>
        {kinds.map(({ type: one, label }) => (
          <Button
            key={one}
            aria-haspopup="dialog"
            aria-label={`Record a ${label.toLowerCase()}`}
            // The dialog is there by the time somebody presses, so that the first letters are not lost.
            onPointerEnter={() => void load()}
            onFocus={() => void load()}
            onClick={() => {
              setUsed(true);
              setType(one);
            }}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      {used && (
        <Suspense fallback={null}>
          <TouchpointDialog type={type} accountId={accountId} onClose={() => setType(null)} />
        </Suspense>
      )}
    </>
  );
}
