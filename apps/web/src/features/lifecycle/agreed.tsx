import { momentText } from "../../lib/format.ts";
import { useRecording } from "../../lib/use-recording.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { mayUse } from "./entry-forms.ts";
import { criteriaAndKickoff } from "./kickoff-words.ts";
import type { Standing } from "./lifecycle.ts";
import type { Ask } from "./lifecycle-tab.tsx";
import { criterionNames } from "./onboarding-forms.ts";

/** What was agreed for each criterion and when, beside the kickoff that locks it. */
export function Agreed({ standing, onAsk }: { standing: Standing; onAsk: Ask | null }) {
  const { withdraw } = useRecording(standing.accountId);
  const { facts, means } = criteriaAndKickoff(standing);
  const mayAgree = onAsk !== null && mayUse("criteria");
  return (
    <section aria-label="What was agreed" className="card p-4">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">What was agreed</h2>
        {mayAgree && standing.kickoffAt === null && (
          <Button aria-haspopup="dialog" onClick={() => onAsk("criteria")}>
            {standing.criteria.length === 0 ? "Agree the criteria" : "Change"}
          </Button>
        )}
      </div>
      <p className="mt-1 mb-3 text-2xs text-muted">
        <span className="font-medium text-fg">{facts}</span> {means}
      </p>
      <ul className="flex flex-col gap-3">
        {standing.criteria.map((one) => (
          <li key={one.entryId} className="text-xs" data-criterion={one.criterion}>
            <div className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{criterionNames[one.criterion]}</span>
              {!one.counts && <Chip tone="negative">After the kickoff</Chip>}
              {one.from !== null && <Chip>From the segment's set</Chip>}
              <span className="flex-1" />
              {mayAgree && (
                <Withdraw
                  title="Withdraw this criterion?"
                  note="It stays readable and no longer counts."
                  name={`Withdraw what was agreed: ${criterionNames[one.criterion]}`}
                  onWithdraw={(reason) => withdraw(one.entryId, reason)}
                />
              )}
            </div>
            <p className="text-muted">{one.text}</p>
            <p className="text-2xs text-subtle">
              Written {momentText(one.at)}
              {one.by && `, ${one.by}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
