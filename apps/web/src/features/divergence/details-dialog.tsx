import { Link } from "@tanstack/react-router";
import { counted, dayText, readable } from "../../lib/format.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import type { Line } from "./report.ts";
import { Shows } from "./shows.tsx";
import { claimText, handlingWords, kindWords } from "./words.ts";

/** Everything about one divergence: what is claimed since when, what evidence shows, what is missing, how it is handled. */
export function DetailsDialog({ open, line, onClose }: { open: boolean; line: Line; onClose: () => void }) {
  const { name, kind, claims, says, handling, since, age } = line;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={`${name}: ${kindWords[kind].name.toLowerCase()}`}
      note={`${kindWords[kind].says} So since ${dayText(since)}, ${counted(age, "day")}.`}
    >
      <dl className="grid gap-x-6 gap-y-3 text-xs sm:grid-cols-[120px_minmax(0,1fr)]">
        <dt className="text-subtle">Claimed</dt>
        <dd>
          {claims.map((claim) => (
            <p key={`${claim.system} ${claim.field}`}>
              {claimText(claim)} <span className="text-subtle">since {dayText(claim.since)}</span>
            </p>
          ))}
        </dd>
        <dt className="text-subtle">Evidence shows</dt>
        <dd>
          <Shows shows={line.shows} />
        </dd>
        <dt className="text-subtle">{kind === "mismatch" ? "They differ" : "What speaks against it"}</dt>
        <dd>
          <ul className="flex list-disc flex-col gap-1 pl-4">
            {says.map((sentence) => (
              <li key={sentence}>{readable(sentence)}</li>
            ))}
          </ul>
        </dd>
        {handling && (
          <>
            <dt className="text-subtle">Handled</dt>
            <dd>
              {handlingWords[handling.action]}
              {handling.owner && `, ${handling.owner}`}
              {handling.expiresOn && ` until ${dayText(handling.expiresOn)}`}, put on record{" "}
              {dayText(handling.on)}
              {handling.byName && ` by ${handling.byName}`}.
              {handling.reason && <span className="block text-muted">{handling.reason}</span>}
            </dd>
          </>
        )}
      </dl>
      <Actions>
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId: line.accountId }}
          className={buttonClass("primary", "large")}
        >
          Open the account's lifecycle
        </Link>
      </Actions>
    </Dialog>
  );
}
