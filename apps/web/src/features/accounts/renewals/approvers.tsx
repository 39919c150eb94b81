import { dayText } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { nameOf, roleName, type Stakeholders } from "../stakeholders/stakeholders.ts";

/** Whose approval the renewal needs, whether or not they ever used the product, and when they last heard from us. */
export function Approvers({ stakeholders: { approvers, gaps, people } }: { stakeholders: Stakeholders }) {
  const quiet = new Set(gaps.flatMap((gap) => (gap.of === "sponsor_quiet" ? [gap.contactId] : [])));
  return (
    <FormSection
      title="Whose approval it needs"
      term="sponsor"
      note="Sponsors and economic buyers. That they never sign in says nothing about their support."
      flush
    >
      {approvers.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nobody is known who approves this renewal. Give somebody the role of the sponsor.
        </p>
      ) : (
        <ul aria-label="Whose approval it needs">
          {approvers.map(({ contactId, role, lastTouchOn, lastReviewOn }) => (
            <li
              key={`${contactId} ${role}`}
              className="flex flex-wrap items-baseline gap-x-3 border-t border-line px-4 py-2 text-xs"
            >
              <span className="font-medium">{nameOf(people, contactId)}</span>
              <span className="text-muted">{roleName(role)}</span>
              <span className="num text-muted">
                {lastTouchOn ? `last touch ${dayText(lastTouchOn)}` : "never in touch"}
                {lastReviewOn && `, last review ${dayText(lastReviewOn)}`}
              </span>
              {quiet.has(contactId) && <Chip tone="negative">out of touch</Chip>}
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}
