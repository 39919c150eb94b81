import { Link } from "@tanstack/react-router";
import { dayText, momentText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { payText, statusWords } from "../pay-words.ts";
import type { StatementView } from "./view.ts";

/** Whose statement it is, of what, where it stands, and what it pays. */
export function StatementHead({ view }: { view: StatementView }) {
  const { status, currency, plan, period } = view;
  const disputes = view.disputes.filter(({ open }) => open).length;
  return (
    <section
      className="card flex flex-wrap items-start justify-between gap-x-8 gap-y-3 px-4 py-3.5"
      aria-label="The statement"
    >
      <div className="min-w-0">
        <p className="text-2xs text-subtle">Payable</p>
        <p className="figure num" data-payable="">
          {payText(view.total, currency)}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs">
          <Chip tone={statusWords[status]?.tone ?? "neutral"}>{statusWords[status]?.name ?? status}</Chip>
          <span className="num text-subtle">No. {view.number}</span>
          {disputes > 0 && (
            <Chip tone="warning">{disputes === 1 ? "1 open dispute" : `${disputes} open disputes`}</Chip>
          )}
          {view.acknowledged && <Chip tone="info">acknowledged</Chip>}
        </p>
      </div>
      <dl className="pairs min-w-0 flex-1 basis-80 text-xs sm:max-w-xl">
        <div>
          <dt>Person</dt>
          <dd>{view.person}</dd>
        </div>
        <div>
          <dt>Period</dt>
          <dd className="num">
            {dayText(period.from)} to {dayText(period.to)}
          </dd>
        </div>
        <div>
          <dt>Plan</dt>
          <dd>
            {mayI("comp.plan") ? (
              <Link
                to="/comp/plans/$id"
                params={{ id: plan.id }}
                search={{ version: String(plan.version) }}
                className="text-link hover:underline"
              >
                {plan.name}
              </Link>
            ) : (
              plan.name
            )}{" "}
            <Chip>v{plan.version}</Chip>
          </dd>
        </div>
        {view.targetPay !== null && (
          <div>
            <dt>Pay at target</dt>
            <dd className="num">{payText(view.targetPay, currency)} a year</dd>
          </div>
        )}
        {(view.publishedAt ?? view.paidAt) && (
          <div>
            <dt>{view.paidAt ? "Paid" : "Published"}</dt>
            <dd className="num">{momentText(view.paidAt ?? view.publishedAt ?? "")}</dd>
          </div>
        )}
        {view.carried.map(({ lossId, account, amount }) => (
          <div key={lossId}>
            <dt>Carried forward</dt>
            <dd className="num">
              {payText(amount, currency)} for {account} are taken back by a later statement
            </dd>
          </div>
        ))}
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code className="text-2xs break-all text-muted">{view.hash}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
