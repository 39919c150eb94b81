import { dayText } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { nameOf, roleName, type Stakeholders } from "./stakeholders.ts";

type Move = Stakeholders["moves"][number];

/** How relations passed from one of us to another, whose approval the renewal needs, and the line past the everyday one. */
export function Relations({ stakeholders }: { stakeholders: Stakeholders }) {
  const { people, moves, approvers, escalation, delegations } = stakeholders;
  const columns: Column<Move>[] = [
    { key: "who", header: "Person", cell: (move) => nameOf(people, move.contactId) },
    { key: "role", header: "Role", className: "text-muted", cell: (move) => roleName(move.role) },
    { key: "from", header: "From", cell: (move) => move.from },
    { key: "to", header: "To", cell: (move) => move.to },
    { key: "on", header: "On", numeric: true, cell: (move) => dayText(move.on) },
    {
      key: "introduced",
      header: "Introduced",
      numeric: true,
      className: "text-muted",
      cell: (move) => (move.introducedOn ? dayText(move.introducedOn) : "not together in a meeting"),
    },
  ];
  const names = (ids: readonly string[]) =>
    ids.length === 0 ? "nobody" : ids.map((id) => nameOf(people, id)).join(" and ");
  return (
    <>
      <FormSection title="Renewal and escalation">
        <dl className="pairs text-xs [&>div:first-child]:border-t-0">
          <div>
            <dt>Approves the renewal</dt>
            <dd>
              {approvers.length === 0 && <span className="text-subtle">Nobody is known</span>}
              {approvers.map((one) => (
                <p key={`${one.contactId} ${one.role}`}>
                  <span className="font-medium">{nameOf(people, one.contactId)}</span>{" "}
                  <span className="num text-muted">
                    {roleName(one.role)},{" "}
                    {one.lastTouchOn ? `last touch ${dayText(one.lastTouchOn)}` : "never in touch"}
                    {one.lastReviewOn && `, last review ${dayText(one.lastReviewOn)}`}
                  </span>
                </p>
              ))}
            </dd>
          </div>
          <div>
            <dt>Escalation</dt>
            <dd>
              {escalation ? (
                <>
                  <span className="font-medium">{escalation.ours}</span> with {names(escalation.theirs)}
                  <span className="text-muted">
                    , past {escalation.beside.ours ?? "nobody"} and {names(escalation.beside.theirs)}
                  </span>
                </>
              ) : (
                <span className="text-subtle">
                  No exec sponsor of ours: there is no line beside the everyday one
                </span>
              )}
            </dd>
          </div>
          {delegations.map((one) => (
            <div key={one.entryId}>
              <dt>Delegation</dt>
              <dd>
                {nameOf(people, one.from)} let {nameOf(people, one.to)} confirm
                <span className="num text-muted"> on {dayText(one.on)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </FormSection>
      {moves.length > 0 && (
        <FormSection title="Relations that passed from one of us to another" flush>
          <DataTable
            caption="Relations that passed"
            columns={columns}
            rows={moves}
            rowKey={(move) => `${move.contactId} ${move.role} ${move.on}`}
          />
        </FormSection>
      )}
    </>
  );
}
