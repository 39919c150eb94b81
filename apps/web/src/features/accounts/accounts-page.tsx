import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { count, dayText } from "../../lib/format.ts";
import { dimensions } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { healthChoices } from "../../ui/health-columns.tsx";
import { Page } from "../../ui/page.tsx";
import { Pages } from "../../ui/pages.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { Term } from "../../ui/term.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { accountColumns } from "./account-columns.tsx";
import { type AccountList, pageSize, sortOf, useAccountList } from "./account-list.ts";
import { AccountsExport } from "./accounts-export.tsx";

const statuses = [
  { value: "", label: "All" },
  { value: "customer", label: "Customers" },
  { value: "churned", label: "Churned" },
  { value: "prospect", label: "Not begun" },
];

/** Every account on a day, to be found, filtered and sorted. */
export function AccountsPage({ filters }: { filters: ReactNode }) {
  const query = useAccountList();
  const { search, change } = useSearchState();
  return (
    <Page
      title="Accounts"
      term="customer-identity"
      crumbs={[]}
      tools={
        <>
          <SavedViews path="/accounts" />
          <Link to="/accounts/gaps" className={buttonClass("quiet")}>
            Ownership gaps
          </Link>
        </>
      }
      filters={
        <>
          <FindField label="Find accounts" placeholder="Find by name, domain or id" />
          <ChoiceMenu
            label="Status"
            value={search["status"] ?? ""}
            align="start"
            className="flex-none"
            choices={statuses}
            onChange={(next) => change({ status: next || undefined, page: undefined })}
          />
          <ChoiceMenu
            label="Health"
            value={search["f.health"] ?? ""}
            align="start"
            className="flex-none"
            choices={healthChoices}
            onChange={(next) => change({ "f.health": next || undefined, page: undefined })}
          />
          {filters}
        </>
      }
    >
      <Loaded query={query} what="The list of accounts" skeleton={<Skeleton className="h-[640px]" />}>
        {(list) => (list.total === 0 ? <NothingFound /> : <List list={list} />)}
      </Loaded>
      <UndoToasts />
    </Page>
  );
}

function List({ list }: { list: AccountList }) {
  const { search, change } = useSearchState();
  const sort = sortOf(search["sort"]);
  const first = (list.page - 1) * pageSize + 1;
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Accounts">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
        <p className="num text-2xs text-subtle" role="status">
          {count(first)} to {count(first + list.rows.length - 1)} of {count(list.total)}, on{" "}
          {dayText(list.on)}
          {list.rows.some(({ health }) => health !== null) && (
            <>
              , <Term id="health-score">health</Term> of the last week that is over
            </>
          )}
        </p>
        <span className="flex items-center gap-2">
          <Pages
            of="accounts"
            page={list.page}
            pageSize={pageSize}
            total={list.total}
            onGo={(next) => change({ page: next === 1 ? undefined : String(next) }, { push: true })}
          />
          <AccountsExport />
        </span>
      </div>
      <DataTable
        caption="Accounts"
        columns={accountColumns(list)}
        rows={list.rows}
        rowKey={(row) => row.accountId}
        sort={sort}
        onSort={(next) => change({ sort: next === "-arr" ? undefined : next, page: undefined })}
        footer
        className="border-t border-line"
      />
    </section>
  );
}

function NothingFound() {
  const { search, change } = useSearchState();
  const filters = ["q", "status", "f.health", ...dimensions.map((dimension) => `f.${dimension}`)].filter(
    (key) => search[key],
  );
  return (
    <div className="card">
      <Empty
        title="No account is found."
        actions={filters.map((key) => (
          <Button key={key} onClick={() => change({ [key]: undefined, page: undefined })}>
            Remove {key.replace("f.", "").replace(/^q$/, "search")}: {search[key]}
          </Button>
        ))}
      >
        {filters.length > 0 ? "These choices leave none together." : "This page of the list has no rows."}
      </Empty>
    </div>
  );
}
