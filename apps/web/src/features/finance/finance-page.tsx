import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted, dayText, momentDay, percent } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Page } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { FileDialog } from "./file-dialog.tsx";
import { type Finance, figureText, inputs, inputText, type Period, useFinanceActions } from "./finance.ts";
import { PeriodDialog } from "./period-dialog.tsx";

/** The figures of Finance period by period, each with its definition and what it is made of. */
export function FinancePage() {
  const query = useQuery(trpc.finance.periods.queryOptions());
  const [editing, setEditing] = useState<Period | "new" | null>(null);
  const [file, setFile] = useState(false);
  const may = mayI("finance.set");
  return (
    <Page
      title="Finance"
      tools={
        may && (
          <>
            <Button onClick={() => setFile(true)} className="max-sm:hidden">
              From a file
            </Button>
            <Button look="primary" onClick={() => setEditing("new")}>
              Enter a period
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} what="Finance" skeleton={<Skeleton className="h-[480px]" />}>
        {(finance) =>
          finance.periods.length === 0 ? (
            <div className="card">
              <Empty
                title="Finance has entered nothing yet."
                actions={
                  may && (
                    <Button look="primary" size="large" onClick={() => setEditing("new")}>
                      Enter a period
                    </Button>
                  )
                }
              >
                Revenue, costs and cash of a quarter or a year give the Rule of 40, CAC and its payback, CLTV,
                burn rate and margins.
              </Empty>
            </div>
          ) : (
            <Figures finance={finance} onEdit={setEditing} />
          )
        }
      </Loaded>
      <PeriodDialog
        editing={editing}
        currency={query.data?.currency ?? "USD"}
        onClose={() => setEditing(null)}
      />
      <FileDialog open={file} onClose={() => setFile(false)} />
    </Page>
  );
}

const name = ({ from, to }: Period): string => `${dayText(from)} to ${dayText(to)}`;

function Figures({ finance, onEdit }: { finance: Finance; onEdit: (period: Period) => void }) {
  const shown = finance.periods.slice(0, 9);
  const [latest] = shown;
  const [opened, setOpened] = useState(latest?.entryId);
  const period = finance.periods.find(({ entryId }) => entryId === opened) ?? latest;
  if (!latest || !period) return null;
  const { attachment } = finance;
  return (
    <>
      <section className="card" aria-label="Figures by period">
        <ScrollRegion label="Figures by period" className="overflow-x-auto">
          <table className="table sticky-first open-end">
            <caption className="sr-only">Figures of Finance, the latest period first</caption>
            <thead>
              <tr>
                <th scope="col">Figure</th>
                {shown.map((one) => (
                  <th key={one.entryId} scope="col" className="num">
                    <button
                      type="button"
                      aria-pressed={one.entryId === period.entryId}
                      onClick={() => setOpened(one.entryId)}
                      className="rounded-sm whitespace-nowrap hover:underline aria-pressed:text-fg"
                    >
                      to {dayText(one.to)}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {latest.figures.map((figure, index) => (
                <tr key={figure.id}>
                  <th scope="row">
                    <Link
                      to="/glossary/$term"
                      params={{ term: figure.term }}
                      className="rounded-sm text-link hover:underline"
                    >
                      {figure.name}
                    </Link>
                  </th>
                  {shown.map((one) => {
                    const own = one.figures[index];
                    return (
                      <td key={one.entryId} className="num" title={own?.reason ?? undefined}>
                        {own ? figureText(own, one.currency) : "—"}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
      <div className="grid items-start gap-4 @[60rem]/page:grid-cols-2">
        <FormSection
          title={name(period)}
          note={`Entered by ${period.byName ?? "a source"}, ${momentDay(period.recordedAt)}.`}
          tools={mayI("finance.set") && <Changes period={period} onEdit={onEdit} />}
        >
          <dl className="pairs text-xs">
            {inputs.map(([input, label]) => (
              <div key={input}>
                <dt>{label}</dt>
                <dd className={period[input] === null ? "text-subtle" : "num"}>{inputText(period, input)}</dd>
              </div>
            ))}
          </dl>
        </FormSection>
        <FormSection
          title="What each figure is made of"
          note="By the definitions in force at the end of the period."
        >
          <dl className="pairs text-xs">
            {period.figures.map((figure) => (
              <div key={figure.id}>
                <dt>
                  {figure.name} <Chip>v{figure.version}</Chip>
                </dt>
                <dd>
                  <span className="num font-medium">{figureText(figure, period.currency)}</span>{" "}
                  {figure.healthy !== null && (
                    <Chip tone={figure.healthy ? "positive" : "warning"}>
                      {figure.healthy ? "healthy" : "not above what counts as healthy"}
                    </Chip>
                  )}
                  <span className="block text-subtle">
                    {figure.reason ??
                      inputs
                        .filter(([input]) => figure.inputs.includes(input))
                        .map(([, label]) => label)
                        .join(", ")}
                  </span>
                </dd>
              </div>
            ))}
            <div>
              <dt>
                <Link
                  to="/glossary/$term"
                  params={{ term: "attachment-rate" }}
                  className="rounded-sm text-link hover:underline"
                >
                  Attachment rate
                </Link>
              </dt>
              <dd>
                <span className="num font-medium">
                  {attachment.value === null ? "—" : percent(attachment.value)}
                </span>
                <span className="block text-subtle">
                  {attachment.reason ??
                    `${counted(attachment.attached, "customer")} of ${attachment.customers} with an add-on or a service on ${dayText(attachment.on)}, from contract lines`}
                </span>
              </dd>
            </div>
          </dl>
        </FormSection>
      </div>
    </>
  );
}

function Changes({ period, onEdit }: { period: Period; onEdit: (period: Period) => void }) {
  const { remove } = useFinanceActions();
  return (
    <>
      <Button onClick={() => onEdit(period)}>Change</Button>
      <ConfirmButton
        label="Remove"
        title={`Remove ${name(period)}?`}
        onConfirm={() => remove.mutateAsync({ entryId: period.entryId })}
      >
        Its figures go with it, and growth of the year after has nothing to be held against.
      </ConfirmButton>
    </>
  );
}
