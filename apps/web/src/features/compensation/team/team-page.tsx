import { useQuery } from "@tanstack/react-query";
import { counted } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { CompTabs } from "../comp-tabs.tsx";
import { MakeDrafts } from "./make-drafts.tsx";
import { PayrollExport } from "./payroll-export.tsx";
import { TeamTable } from "./team-table.tsx";

/** The statements of everybody whose pay one may read, those to look at first. */
export function TeamPage() {
  const { search, change } = useSearchState();
  const asked = search["period"];
  const query = useQuery(trpc.comp.team.queryOptions(asked === undefined ? {} : { period: asked }));
  const period = query.data?.period ?? null;
  return (
    <Page
      title="Team"
      crumbs={[{ label: "Compensation", to: "/comp" }]}
      tools={
        <span className="no-print flex items-center gap-2">
          {period !== null && mayI("comp.payroll") && <PayrollExport period={period} />}
          {mayI("comp.draft") && <MakeDrafts after={query.data?.periods[0] ?? null} />}
        </span>
      }
    >
      <CompTabs />
      <Loaded query={query} what="The team" skeleton={<Skeleton className="h-[420px]" />}>
        {(team) =>
          team.period === null ? (
            <div className="card">
              <Empty title="There is nobody else's pay you may read.">
                You read the pay of the people you lead, and what was granted to you.
              </Empty>
            </div>
          ) : (
            <FormSection
              flush
              title={`Statements of ${periodName(team.period)}`}
              note={`${counted(team.rows.length, "statement")}. Those to look at stand first: nothing payable, more than twice the target, less than nothing, open disputes.`}
              tools={
                <div className="-mb-6 w-44">
                  <SelectField
                    name="period"
                    label="Period"
                    value={team.period}
                    options={team.periods.map((one) => ({ value: one, label: periodName(one) }))}
                    onChange={(next) => change({ period: next })}
                  />
                </div>
              }
            >
              {team.rows.length === 0 ? (
                <div className="border-t border-line px-4 py-3 text-xs text-muted">
                  Nobody has a statement of this period.{" "}
                  <Button look="quiet" onClick={() => change({ period: undefined })}>
                    Show the latest
                  </Button>
                </div>
              ) : (
                <TeamTable rows={team.rows} period={periodName(team.period)} />
              )}
            </FormSection>
          )
        }
      </Loaded>
    </Page>
  );
}
