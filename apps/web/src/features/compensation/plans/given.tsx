import { useQuery } from "@tanstack/react-query";
import type { CompPlan } from "@termwise/core/compensation";
import { dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { Assignment } from "../comp.ts";
import { payText } from "../pay-words.ts";
import { Assign } from "./assign.tsx";
import { EndAssignment } from "./end-assignment.tsx";

/** To whom a version of a plan is given; what they are paid at target only where their pay is one's to read. */
export function Given({ plan }: { plan: CompPlan }) {
  const query = useQuery(trpc.comp.assignments.queryOptions());
  const open = plan.state === "approved" || plan.state === "active";
  return (
    <Loaded query={query} what="To whom the plan is given" skeleton={<Skeleton className="h-32" />}>
      {(all) => {
        const own = all.filter(({ planId, version }) => planId === plan.id && version === plan.version);
        return (
          <FormSection
            flush
            title="Given to"
            note="Each was sent a letter made from the plan. Pay at target and quotas are told only of those whose pay is yours to read."
            tools={open && mayI("comp.assign") && <Assign plan={plan} />}
          >
            {own.length === 0 ? (
              <p className="border-t border-line px-4 py-3 text-xs text-muted">
                Nobody{open ? "" : ": it is given to people once it is approved"}.
              </p>
            ) : (
              <DataTable
                caption="To whom the plan is given"
                columns={columnsOf(plan)}
                rows={own}
                rowKey={({ id }) => id}
              />
            )}
          </FormSection>
        );
      }}
    </Loaded>
  );
}

const columnsOf = ({ currency, components }: CompPlan): Column<Assignment>[] => [
  { key: "person", header: "Person", cell: ({ person }) => person },
  { key: "from", header: "From", cell: ({ from }) => dayText(from) },
  { key: "to", header: "Until", cell: ({ to }) => (to === null ? "further notice" : dayText(to)) },
  {
    key: "target",
    header: "Pay at target",
    numeric: true,
    cell: ({ terms }) =>
      terms === null ? (
        <span className="text-subtle">not yours to read</span>
      ) : terms.targetPay === null ? (
        ""
      ) : (
        payText(terms.targetPay, currency)
      ),
  },
  {
    key: "quotas",
    header: "Quotas",
    className: "max-lg:hidden",
    cell: ({ terms }) =>
      Object.entries(terms?.quotas ?? {})
        .map(
          ([id, minor]) =>
            `${components.find((one) => one.id === id)?.name ?? id} ${payText(minor, currency)}`,
        )
        .join(", "),
  },
  {
    key: "end",
    header: <span className="sr-only">End</span>,
    cell: (assignment) =>
      mayI("comp.assign") && assignment.terms !== null && <EndAssignment assignment={assignment} />,
  },
];
