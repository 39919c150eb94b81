import { counted } from "../../../lib/format.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { Models } from "../health.ts";

/** The thresholds in force. They are parameters of the terms they belong to, and change as definitions do. */
export function Thresholds({ policy }: { policy: Models["policy"] }) {
  const rows = [
    [
      "at-risk",
      "At risk",
      `below ${policy.atRiskBelow} in ${policy.atRiskReadings} weekly measurements in a row`,
    ],
    ["health-review-trigger", "Review", `below ${policy.healthReviewBelow}`],
    ["expansion-ready-flag", "Expansion conversation", `above ${policy.expansionAbove}`],
    ["health-score", "A reading counts for", counted(policy.carriedDays, "day")],
    [
      "feature-area-health",
      "An area is flagged",
      `below ${policy.areaHealthBelow} in ${policy.areaReadings} months in a row`,
    ],
    [
      "red-flag",
      "Logins fell",
      `by ${policy.loginDropPercent} % or more within ${counted(policy.loginDropDays, "day")}`,
    ],
  ] as const;
  return (
    <FormSection
      title="Thresholds"
      note="A review and an expansion conversation are said, not done: they open no flag and start nothing. Each threshold belongs to a term, and is changed by a proposal there; a model may have boundaries of its own, which go before these."
      flush
    >
      <dl className="text-xs">
        {rows.map(([term, name, text]) => (
          <div
            key={name}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,5fr)] gap-3 border-t border-line px-4 py-2"
          >
            <dt>
              <OpensPanel panel={`def:${term}`} data-definition="" className="term min-h-6 text-left">
                {name}
              </OpensPanel>
            </dt>
            <dd className="num text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </FormSection>
  );
}
