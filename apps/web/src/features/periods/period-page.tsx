import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Dimension } from "@termwise/core/facts";
import { useState } from "react";
import { dimensionNames, valueName } from "../../lib/dimension-names.ts";
import { counted, dayText, momentText } from "../../lib/format.ts";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import type { OneClose } from "./periods.ts";
import { ReopenDialog } from "./reopen-dialog.tsx";
import { ReportedBridge, ReportedFigures } from "./reported-view.tsx";
import { RestatedAccounts } from "./restated-accounts.tsx";
import { RestatementBridge } from "./restatement.tsx";

const crumbs = [
  { label: "Retention", to: "/retention" },
  { label: "Closed periods", to: "/retention/periods" },
];

type ViewInput = Pick<Inputs["periods"]["one"], "number" | "window" | "by" | "value">;

/** One close: what it froze, why that differs from what is told now, and the accounts behind the difference. */
export function PeriodPage({ number }: { number: number | null }) {
  return number === null ? <NoSuchClose /> : <OnePeriod number={number} />;
}

function NoSuchClose() {
  return (
    <Page title="No such close" crumbs={crumbs}>
      <Empty
        title="There is no such close."
        actions={
          <Link to="/retention/periods" className={buttonClass("primary", "large")}>
            Open the closed periods
          </Link>
        }
      >
        Reopening a period takes a number too, so not every number is a close.
      </Empty>
    </Page>
  );
}

function OnePeriod({ number }: { number: number }) {
  const { search } = useSearchState();
  const by = search["by"] as Dimension | undefined;
  const asked: ViewInput = {
    number,
    window: search["window"] === "trailing" ? "trailing" : "period",
    ...(by ? { by, value: search["value"] ?? "" } : {}),
  };
  const close = useQuery(trpc.periods.one.queryOptions(asked, { placeholderData: keepPreviousData }));
  const cause = search["cause"] as Inputs["periods"]["restatement"]["cause"];
  const restatement = useQuery(
    trpc.periods.restatement.queryOptions(
      { ...asked, ...(cause ? { cause } : {}), page: Number(search["page"] ?? "1") || 1 },
      { placeholderData: keepPreviousData },
    ),
  );
  const [reopening, setReopening] = useState(false);
  if (close.isError && asked.by === undefined && refusalOf(close.error).code === "NOT_FOUND")
    return <NoSuchClose />;
  const title = close.data ? `${close.data.period}, No. ${close.data.number}` : `No. ${number}`;
  return (
    <Page
      title={title}
      crumbs={crumbs}
      tools={
        close.data &&
        close.data.reopened === null &&
        mayI("periods.reopen") && (
          <Button aria-haspopup="dialog" onClick={() => setReopening(true)}>
            Reopen
          </Button>
        )
      }
    >
      <Loaded query={close} what="The close" skeleton={<Skeleton className="h-[320px]" />}>
        {(one) => (
          <>
            <Head close={one} />
            <Loaded query={restatement} what="The restatement" skeleton={<Skeleton className="h-[320px]" />}>
              {(found) => (
                <>
                  <RestatementBridge found={found} />
                  <RestatedAccounts found={found} />
                </>
              )}
            </Loaded>
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @[65rem]/page:grid-cols-2 *:min-w-0">
              <ReportedBridge close={one} found={restatement.data} />
              <ReportedFigures close={one} />
            </div>
          </>
        )}
      </Loaded>
      <ReopenDialog open={reopening} close={close.data} onClose={() => setReopening(false)} />
    </Page>
  );
}

function Head({ close }: { close: OneClose }) {
  const { search, change } = useSearchState();
  const trailing = search["window"] === "trailing";
  const [verifying, setVerifying] = useState(false);
  const verdict = useQuery(
    trpc.periods.verify.queryOptions({ number: close.number }, { enabled: verifying }),
  );
  const own = close.slices.map(({ dimension, value }) => ({
    key: dimension === null ? "" : `${dimension}:${value}`,
    label:
      dimension === null
        ? "Whole book"
        : `${dimensionNames[dimension] ?? dimension}: ${valueName(value, dimension)}`,
  }));
  const chosen = search["by"] ? `${search["by"]}:${search["value"] ?? ""}` : "";
  return (
    <section className="card flex flex-col gap-3 px-4 py-3.5" aria-label="The close">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 text-xs">
          <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
            {dayText(close.from)} to {dayText(close.to)}
            {close.reopened ? <Chip tone="warning">reopened</Chip> : <Chip tone="positive">closed</Chip>}
          </p>
          <p className="text-muted">
            Closed by {close.closedBy} on {momentText(close.closedAt)}, with everything recorded up to{" "}
            {momentText(close.recorded)}. {counted(close.accounts, "account")}, {close.currency}.
          </p>
          {close.reopened && (
            <p className="text-warning">
              Reopened as No. {close.reopened.number} by {close.reopened.by} on{" "}
              {momentText(close.reopened.at)}: {close.reopened.reason}
            </p>
          )}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          {close.windows.length > 1 && (
            <Segmented
              label="Window"
              value={trailing ? "trailing" : "period"}
              options={[
                { value: "period", label: close.period },
                { value: "trailing", label: "12 months to its end" },
              ]}
              onChange={(value) =>
                change({ window: value === "trailing" ? value : undefined, page: undefined })
              }
            />
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        {own.length > 1 && (
          <div className="w-56">
            <SelectField
              name="slice"
              label="Told of"
              value={chosen}
              options={own.map(({ key, label }) => ({ value: key, label }))}
              onChange={(key) => {
                const [dimension, ...value] = key.split(":");
                change({ by: dimension || undefined, value: value.join(":") || undefined, page: undefined });
              }}
            />
          </div>
        )}
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 text-2xs text-muted max-sm:basis-full sm:justify-end">
          <code className="min-w-0 break-all" title="SHA-256">
            {close.hash}
          </code>
          <Button
            disabled={verdict.isFetching}
            onClick={() => (verifying ? void verdict.refetch() : setVerifying(true))}
          >
            Verify
          </Button>
          <span role="status">
            {verdict.data &&
              (verdict.data.holds ? (
                <Chip tone="positive">The hash holds</Chip>
              ) : (
                <Chip tone="negative">The hash does not hold</Chip>
              ))}
          </span>
        </div>
      </div>
      <p className="text-2xs text-subtle">{close.policyText}.</p>
    </section>
  );
}
