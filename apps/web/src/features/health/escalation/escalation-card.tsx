import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import type { AccountHealth } from "../health.ts";
import { EscalationDialog } from "./escalation-dialog.tsx";

/** How long an escalation has been open, or was. */
const lastedText = (days: number, isClosed: boolean): string =>
  isClosed
    ? `closed ${days === 0 ? "the same day" : `after ${counted(days, "day")}`}`
    : `open ${days === 0 ? "since today" : `for ${counted(days, "day")}`}`;

/** What of an account was raised to executives of ours: what is open, and what came of the others. */
export function EscalationCard({ health }: { health: AccountHealth }) {
  const { escalations, accountId, atRisk } = health;
  const [asking, setAsking] = useState<"escalate" | "close" | null>(null);
  const isOpen = escalations.some(({ closed }) => closed === null);
  const isMine = escalations.some(({ closed, mine }) => closed === null && mine);
  const risky = atRisk.some(({ until }) => until === null);
  if (escalations.length === 0 && !risky) return null;
  return (
    <FormSection
      title={isOpen ? "Escalations, 1 open" : "Escalations"}
      term="manager-escalation"
      flush
      tools={
        isOpen
          ? (mayI("health.escalate") || isMine) && (
              <Button aria-haspopup="dialog" onClick={() => setAsking("close")}>
                Close it
              </Button>
            )
          : risky &&
            mayI("health.escalate") && (
              <Button aria-haspopup="dialog" onClick={() => setAsking("escalate")}>
                Escalate
              </Button>
            )
      }
    >
      {escalations.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nobody has raised this account to an executive.
        </p>
      )}
      <ul aria-label="Escalations">
        {escalations.map(({ entryId, on, sponsorName, byName, reason, closed, days }) => (
          <li
            key={entryId}
            data-escalation={closed ? "closed" : "open"}
            className="border-t border-line px-4 py-2.5 text-xs"
          >
            <p className={closed ? "text-muted" : "font-medium"}>
              To <bdi>{sponsorName ?? "somebody who left"}</bdi>
            </p>
            <p className="break-words">{reason}</p>
            <p className="num text-2xs text-subtle">
              {byName ?? "Somebody"}, {dayText(on)}; {lastedText(days, closed !== null)}
            </p>
            {closed && <p className="break-words text-2xs text-muted">{closed.reason}</p>}
          </li>
        ))}
      </ul>
      <EscalationDialog asked={asking && { accountId, does: asking }} onClose={() => setAsking(null)} />
    </FormSection>
  );
}
