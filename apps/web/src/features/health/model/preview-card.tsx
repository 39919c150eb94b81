import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count, counted, dayText, money } from "../../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { BandMark, bandLooks, HealthMark } from "../../../ui/health-mark.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";
import type { askedOf } from "./draft.ts";

type Preview = Outputs["health"]["preview"];
type Moved = Preview["entering"][number];

interface Props {
  asked: ReturnType<typeof askedOf>;
  segments: readonly string[];
}

/** What would change today if the model as it is typed scored the accounts. */
export function PreviewCard({ asked, segments }: Props) {
  const [segment, setSegment] = useState("");
  const query = useQuery({
    ...trpc.health.preview.queryOptions({
      ...(asked ?? {}),
      segment: segment === "" ? null : segment,
    } as Inputs["health"]["preview"]),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    retry: false,
  });
  return (
    <FormSection
      title="What would change today"
      term="health-score-distribution"
      note="Accounts as they were measured, and as the model above would score them over the last thirteen weeks. Nothing is saved. Once it is active, scores change with the next weekly measurement."
      flush
    >
      <div className="max-w-72 px-4 pb-3">
        <SelectField
          name="preview-segment"
          label="For accounts of"
          value={segment}
          options={[
            { value: "", label: "Every segment" },
            ...segments.map((value) => ({ value, label: value })),
          ]}
          onChange={setSegment}
        />
      </div>
      {query.isError ? (
        <div className="px-4 pb-3">
          <FormMessage text={query.error.message} />
        </div>
      ) : query.data ? (
        <Told preview={query.data} old={asked === null || query.isPlaceholderData} />
      ) : (
        <Skeleton className="m-4 h-40" />
      )}
    </FormSection>
  );
}

function Told({ preview, old }: { preview: Preview; old: boolean }) {
  const { bands, currency, entering, leaving, moved, accounts, week, reason } = preview;
  const amount = (minor: string | undefined) =>
    currency && minor !== undefined ? money(minor, currency, { whole: true }) : "—";
  if (bands === null) return <p className="border-t border-line px-4 py-3 text-xs text-muted">{reason}.</p>;
  return (
    <div className={old ? "opacity-60" : undefined} aria-busy={old} data-preview="">
      <DataTable
        caption="Accounts by band before and after"
        rows={bands}
        rowKey={({ band }) => band}
        columns={[
          {
            key: "band",
            header: "Band",
            cell: ({ band }) => (
              <span className="inline-flex items-center gap-1.5">
                <BandMark band={band} /> {bandLooks[band].name}
              </span>
            ),
          },
          { key: "was", header: "Today", numeric: true, cell: ({ before }) => count(before?.accounts ?? 0) },
          {
            key: "will",
            header: "Would be",
            numeric: true,
            cell: ({ after }) => count(after?.accounts ?? 0),
          },
          { key: "arr", header: "ARR today", numeric: true, cell: ({ before }) => amount(before?.arr) },
          { key: "arrs", header: "ARR would be", numeric: true, cell: ({ after }) => amount(after?.arr) },
        ]}
      />
      <p role="status" className="num border-t border-line px-4 py-2.5 text-xs text-muted">
        {counted(moved, "account")} of {count(accounts)} would stand in another band in the week to{" "}
        {dayText(week)}; {count(entering.length)} would come to be at risk, {count(leaving.length)} would not
        be any more.
      </p>
      <Accounts title="Would come to be at risk" rows={entering} amount={amount} />
      <Accounts title="Would not be at risk any more" rows={leaving} amount={amount} />
    </div>
  );
}

const shown = 12;

function Accounts(props: { title: string; rows: readonly Moved[]; amount: (minor: string) => string }) {
  const { title, rows, amount } = props;
  if (rows.length === 0) return null;
  const score = (of: Moved["before"]) =>
    of.score === null ? "—" : <HealthMark scored={of.score} atRisk={of.atRisk} />;
  return (
    <section aria-label={title} className="border-t border-line">
      <h3 className="num px-4 py-2 text-xs font-semibold">
        {title}
        {rows.length > shown && `, the largest ${shown} of ${count(rows.length)}`}
      </h3>
      <DataTable
        caption={title}
        rows={rows.slice(0, shown)}
        rowKey={({ accountId }) => accountId}
        tall
        columns={[
          { key: "account", header: "Account", cell: (row) => <HealthLink account={row} under={row.csm} /> },
          { key: "before", header: "Measured", cell: ({ before }) => score(before) },
          { key: "after", header: "Would be", cell: ({ after }) => score(after) },
          { key: "arr", header: "ARR", numeric: true, cell: ({ arr }) => amount(arr) },
        ]}
      />
    </section>
  );
}
