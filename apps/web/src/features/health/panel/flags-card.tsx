import { useState } from "react";
import { count, dayText, readable } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { FlagClearing } from "../flag-clearing.tsx";
import type { AccountHealth } from "../health.ts";
import { RaiseForm } from "./raise-form.tsx";

/** How a flag stands that calls for nothing. */
const standsAs = ({ open, silencedUntil }: AccountHealth["flags"][number]) =>
  open ? (silencedUntil === null ? "accepted" : "silenced") : "cleared";

/** The red flags of an account: what was seen, and how each was cleared. */
export function FlagsCard({ health: { flags, accountId } }: { health: AccountHealth }) {
  const [clearing, setClearing] = useState<AccountHealth["flags"][number] | null>(null);
  const [raising, setRaising] = useState(false);
  const open = flags.filter(({ calls }) => calls).length;
  return (
    <FormSection
      title={`Red flags, ${count(open)} open`}
      term="red-flag"
      flush
      tools={
        mayI("health.raiseFlag") && (
          <Button aria-haspopup="dialog" onClick={() => setRaising(true)}>
            Raise a flag
          </Button>
        )
      }
    >
      {flags.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nothing was seen that calls for action.
        </p>
      )}
      <ul aria-label="Red flags">
        {flags.slice(0, 12).map((flag) => (
          <li
            key={flag.entryId}
            data-flag={flag.calls ? "open" : standsAs(flag)}
            className="flex items-start justify-between gap-3 border-t border-line px-4 py-2.5 text-xs"
          >
            <div className="min-w-0 flex-1">
              <p className={flag.calls ? "font-medium" : "text-muted"}>{flag.title}</p>
              {flag.evidence.map(({ on, text }) => (
                <p key={`${on} ${text}`} className="break-words text-2xs text-muted">
                  {dayText(on)}: {readable(text)}
                </p>
              ))}
              <p className="text-2xs text-subtle">
                {flag.rule === null ? "Raised by hand" : "Opened by its rule"} {dayText(flag.on)}
                {flag.cleared && `; cleared ${dayText(flag.cleared.on)}: ${flag.cleared.reason}`}
                {flag.open && flag.state === "accepted" && "; accepted: it does not count as open"}
                {flag.open && flag.silencedUntil && `; silenced until ${dayText(flag.silencedUntil)}`}
              </p>
            </div>
            {flag.open && mayI("health.clearFlag") && (
              <Button
                aria-haspopup="dialog"
                aria-label={`Clear: ${flag.title}`}
                onClick={() => setClearing(flag)}
              >
                Clear
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FlagClearing flag={clearing && { ...clearing, accountId }} onClose={() => setClearing(null)} />
      <Dialog open={raising} onClose={() => setRaising(false)} title="Raise a red flag">
        <RaiseForm accountId={accountId} onClose={() => setRaising(false)} />
      </Dialog>
    </FormSection>
  );
}
