import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { count, counted, money, percent } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Chip } from "../../ui/chip.tsx";
import { periodName } from "../../ui/figure-text.ts";
import { Card } from "./term-parts.tsx";

const milestones = ["won", "onboarded", "adopted", "expansion", "renewal", "churn"];

/** How other systems say a term: their labels for a milestone, or the value they report for a metric, held against ours. */
export function Systems({ termId }: { termId: string }) {
  return milestones.includes(termId) ? <Labels termId={termId} /> : <Reported termId={termId} />;
}

function Labels({ termId }: { termId: string }) {
  const { data } = useQuery({ ...trpc.divergence.labels.queryOptions(), enabled: mayI("divergence.labels") });
  const labels = data?.rows.filter(({ means, accounts }) => means === termId && accounts > 0) ?? [];
  if (labels.length === 0) return null;
  const apart = data?.gaps.some(({ means }) => means === termId) ?? false;
  return (
    <Card title="In other systems">
      <p className="flex flex-wrap items-center gap-2 text-xs">
        <Chip tone={apart ? "negative" : "positive"}>{apart ? "Labels differ" : "Labels agree"}</Chip>
        <span className="text-muted">
          {apart
            ? "Two systems do not use the same label, so their reports cannot be read side by side."
            : "Every system that tells this milestone uses the same label."}
        </span>
      </p>
      <dl className="pairs text-xs">
        {labels.map(({ system, field, label, accounts }) => (
          <div key={`${system} ${field} ${label}`}>
            <dt>
              {system}, {field}
            </dt>
            <dd>
              “{label}” <span className="text-subtle">on {counted(accounts, "account")}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-xs">
        <Link to="/data/labels" className="rounded-sm text-link hover:underline">
          What labels mean
        </Link>
      </p>
    </Card>
  );
}

function Reported({ termId }: { termId: string }) {
  const { data } = useQuery({
    ...trpc.divergence.numbers.queryOptions(),
    enabled: mayI("divergence.numbers"),
  });
  const rows = data?.rows.filter(({ term }) => term === termId) ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="In other systems">
      <dl className="pairs text-xs">
        {rows.map(({ entryId, system, period, unit, currency, theirs, ours }) => (
          <div key={entryId}>
            <dt>
              {system}, {periodName(period.text)}
            </dt>
            <dd className="num">
              {said(theirs, { unit, currency })}{" "}
              <span className="text-subtle">
                ours {ours === null ? "unknown" : said(ours, { unit, currency })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-xs">
        <Link
          to="/glossary/divergence"
          search={{ tab: "numbers" }}
          className="rounded-sm text-link hover:underline"
        >
          Held against ours
        </Link>
      </p>
    </Card>
  );
}

function said(
  value: string,
  { unit, currency }: { unit: "ratio" | "money" | "count"; currency: string | null },
): string {
  if (unit === "ratio") return percent(value);
  return unit === "money" && currency !== null ? money(value, currency) : count(value);
}
