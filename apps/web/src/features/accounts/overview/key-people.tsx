import { Link } from "@tanstack/react-router";
import { counted } from "../../../lib/format.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { personName, roleName, type Stakeholders } from "../stakeholders/stakeholders.ts";

/** Those who decide at the customer, or move who does, and when they were last in touch. */
export function KeyPeople({ stakeholders }: { stakeholders: Stakeholders }) {
  const { accountId } = stakeholders;
  const key = stakeholders.people.filter((person) => person.key);
  return (
    <FormSection
      title="Key stakeholders"
      term="key-stakeholders"
      tools={
        <Link
          to="/accounts/$accountId/stakeholders"
          params={{ accountId }}
          className="text-xs text-link underline"
        >
          All people
        </Link>
      }
      flush
    >
      {key.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">Nobody who decides is known.</p>
      ) : (
        <ul aria-label="Key stakeholders">
          {key.map((person) => (
            <li key={person.contactId} className="border-t border-line px-4 py-2 text-xs">
              <p className="font-medium">{personName(person)}</p>
              <p className="text-2xs text-subtle">
                {person.roles
                  .filter(({ state }) => state === "active")
                  .map(({ role }) => roleName(role))
                  .join(", ")}
                {person.lastTouch.days === null
                  ? ", never in touch"
                  : `, in touch ${counted(person.lastTouch.days, "day")} ago`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}
