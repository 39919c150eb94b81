import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import type { AccountHealth } from "../health.ts";
import { JudgeForm } from "./judge-form.tsx";
import { OverrideForm } from "./override-form.tsx";

/** What people say of the health, beside the score that is computed. */
export function SaidCard({ health }: { health: AccountHealth }) {
  const { override, sentiment, accountId } = health;
  const [asking, setAsking] = useState<"override" | "judge" | null>(null);
  const close = () => setAsking(null);
  return (
    <FormSection
      title="What we say"
      note="Kept apart from the computed score, with who said it, why, and until when."
      flush
    >
      <dl className="text-xs">
        <div className="border-t border-line px-4 py-2.5">
          <dt className="flex items-center justify-between gap-2 text-muted">
            Override
            {mayI("health.override") && (
              <Button aria-haspopup="dialog" onClick={() => setAsking("override")}>
                Override the score
              </Button>
            )}
          </dt>
          <dd data-override={override?.score ?? ""}>
            {override ? (
              <>
                <span className="num font-medium">{override.score}</span> until {dayText(override.expiresOn)}
                <p className="break-words">{override.reason}</p>
                <p className="text-2xs text-subtle">
                  {override.byName ?? "Unknown"}, {dayText(override.on)}
                </p>
              </>
            ) : (
              "None. The computed score stands."
            )}
          </dd>
        </div>
        <div className="border-t border-line px-4 py-2.5">
          <dt className="flex items-center justify-between gap-2 text-muted">
            CSM’s judgement
            {mayI("health.sentiment") && (
              <Button aria-haspopup="dialog" onClick={() => setAsking("judge")}>
                Judge
              </Button>
            )}
          </dt>
          <dd>
            {sentiment ? (
              <>
                <span className="font-medium">{sentimentNames[sentiment.value]}</span> until{" "}
                {dayText(sentiment.validUntil)}
                <p className="break-words">{sentiment.reason}</p>
                <p className="text-2xs text-subtle">
                  {sentiment.byName ?? "Unknown"}, {dayText(sentiment.on)}
                </p>
              </>
            ) : (
              "None that still counts."
            )}
          </dd>
        </div>
      </dl>
      <Dialog
        open={asking === "override"}
        onClose={close}
        title="Override the score"
        note="Shown beside the computed score until the day you choose. Thresholds go on reading the computed one."
      >
        <OverrideForm accountId={accountId} today={health.on} onClose={close} />
      </Dialog>
      <Dialog
        open={asking === "judge"}
        onClose={close}
        title="Judge the relationship"
        note="Counts as a reading of Sentiment until the day you choose."
      >
        <JudgeForm accountId={accountId} today={health.on} onClose={close} />
      </Dialog>
    </FormSection>
  );
}

const sentimentNames = { positive: "Positive", neutral: "Neutral", negative: "Negative" } as const;
