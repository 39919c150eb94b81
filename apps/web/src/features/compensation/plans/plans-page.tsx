import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import type { PlanRow } from "../comp.ts";
import { CompTabs } from "../comp-tabs.tsx";
import { planStateWords } from "../pay-words.ts";
import { teamOptions } from "./component-fields.ts";
import { NewPlan } from "./new-plan.tsx";

/** Every comp plan, with the version that stands. */
export function PlansPage() {
  const query = useQuery(trpc.comp.plans.queryOptions());
  return (
    <Page
      title="Plans"
      term="nrr-comp-plan"
      crumbs={[{ label: "Compensation", to: "/comp" }]}
      tools={mayI("comp.savePlan") && <NewPlan />}
    >
      <CompTabs />
      <Loaded query={query} what="The plans" skeleton={<Skeleton className="h-72" />}>
        {(plans) =>
          plans.length === 0 ? (
            <div className="card">
              <Empty title="There is no comp plan yet." actions={mayI("comp.savePlan") && <NewPlan />}>
                A plan says what is paid for, exactly. A changed plan is a new version; what was paid by the
                one before stays as it was.
              </Empty>
            </div>
          ) : (
            <FormSection
              flush
              title="Comp plans"
              note="A changed plan is a new version: it never moves a closed statement."
            >
              <DataTable
                caption="Comp plans"
                columns={columns}
                rows={plans}
                rowKey={({ id, version }) => `${id}@${version}`}
              />
            </FormSection>
          )
        }
      </Loaded>
    </Page>
  );
}

const columns: Column<PlanRow>[] = [
  {
    key: "name",
    header: "Plan",
    cell: ({ id, version, name }) => (
      <span className="flex items-center gap-2">
        <Link
          to="/comp/plans/$id"
          params={{ id }}
          search={{ version: String(version) }}
          className="link font-medium text-link"
        >
          {name}
        </Link>
        <Chip>v{version}</Chip>
      </span>
    ),
  },
  {
    key: "state",
    header: "State",
    cell: ({ state }) => (
      <Chip tone={planStateWords[state]?.tone ?? "neutral"}>{planStateWords[state]?.name ?? state}</Chip>
    ),
  },
  {
    key: "team",
    header: "Team",
    className: "max-md:hidden",
    cell: ({ team }) => teamOptions.find(({ value }) => value === team)?.label ?? team,
  },
  {
    key: "from",
    header: "In force",
    cell: ({ from, to }) => `${dayText(from)} to ${to === null ? "further notice" : dayText(to)}`,
  },
  {
    key: "people",
    header: "People",
    numeric: true,
    cell: ({ people }) => String(people),
  },
];
