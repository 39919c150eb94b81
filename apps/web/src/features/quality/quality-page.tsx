import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { count, dayText, money } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { CheckDialog } from "./check-dialog.tsx";
import { type Check, type Quality, severityLooks, sorted, verdictOf } from "./quality.ts";
import { Trend } from "./trend.tsx";

/** What the data lacks or says twice, check by check. There is no score: counts, and what they are about. */
export function QualityPage() {
  const query = useQuery(trpc.quality.checks.queryOptions());
  const [setting, setSetting] = useState<Check | null>(null);
  return (
    <Page title="Data quality" crumbs={[{ label: "Data", to: "/data/imports" }]}>
      <Loaded query={query} what="Data quality" skeleton={<Skeleton className="h-[560px]" />}>
        {(quality) => <Checks quality={quality} onSet={mayI("quality.set") ? setSetting : null} />}
      </Loaded>
      <CheckDialog check={setting} onClose={() => setSetting(null)} />
    </Page>
  );
}

function Checks({ quality, onSet }: { quality: Quality; onSet: ((check: Check) => void) | null }) {
  const groups = sorted(quality.checks);
  const [worst] = groups.found.filter(({ severity }) => severity === "error");
  return (
    <>
      <div>
        <p className="text-lg font-semibold tracking-[-0.005em]">{verdictOf(groups)}</p>
        <p className="num mt-0.5 text-xs text-muted">
          By what is known on {dayText(quality.on)}.{" "}
          {worst ? `Look first at: ${worst.name}.` : "Nothing found that makes figures wrong."}
        </p>
      </div>
      <Group title="Found" checks={groups.found} currency={quality.currency} onSet={onSet} />
      <Group title="Muted" checks={groups.muted} currency={quality.currency} onSet={onSet} />
      <Group title="In order" checks={groups.inOrder} currency={quality.currency} onSet={onSet} />
      <Group title="Not checked yet" checks={groups.notYet} currency={quality.currency} onSet={onSet} />
    </>
  );
}

interface GroupProps {
  title: string;
  checks: readonly Check[];
  currency: string | null;
  onSet: ((check: Check) => void) | null;
}

function Group({ title, checks, currency, onSet }: GroupProps) {
  if (checks.length === 0) return null;
  return (
    <section className="card min-w-0" aria-label={title}>
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">{title}</h2>
      <ul>
        {checks.map((check) => (
          <One key={check.check} check={check} currency={currency} onSet={onSet} />
        ))}
      </ul>
    </section>
  );
}

function One({ check, currency, onSet }: Omit<GroupProps, "title" | "checks"> & { check: Check }) {
  const look = severityLooks[check.severity];
  const found = check.failing > 0;
  return (
    <li className="border-t border-line px-4 py-3" data-check={check.check} data-failing={check.failing}>
      <div className="grid grid-cols-2 items-start gap-x-6 gap-y-2 @[60rem]/page:grid-cols-[minmax(0,1fr)_7rem_9rem_6rem_8rem_auto]">
        <div className="col-span-2 min-w-0 @[60rem]/page:col-span-1">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm font-medium">
            {check.name}
            {found && <Chip tone={look.tone}>{look.name}</Chip>}
          </p>
          <p className="max-w-[70ch] text-2xs text-subtle">{check.holds}</p>
          {check.looked === 0 && (
            <p className="max-w-[70ch] text-2xs text-muted">
              {check.needs}
              {check.check === "billing_total" && (
                <>
                  {" "}
                  <Link
                    to="/glossary/divergence"
                    search={{ tab: "numbers" }}
                    className="rounded-sm font-medium text-link hover:underline"
                  >
                    Open Numbers
                  </Link>
                </>
              )}
            </p>
          )}
          {check.muted && (
            <p className="text-2xs text-muted">
              Muted until {dayText(check.muted.until)}: {check.muted.reason}
            </p>
          )}
        </div>
        <Fact name="Found">
          {check.looked === 0 ? (
            <span className="text-subtle">nothing to look at</span>
          ) : (
            <>
              <span className="font-semibold">{count(check.failing)}</span>{" "}
              <span className="text-2xs text-subtle">of {count(check.looked)}</span>
            </>
          )}
        </Fact>
        <Fact name="ARR concerned">
          {!found
            ? "—"
            : check.arr === null || currency === null
              ? "—"
              : money(check.arr, currency, { whole: true })}
        </Fact>
        <div>
          <p className="text-2xs text-subtle">Six months</p>
          <Trend points={check.trend} />
        </div>
        <Fact name="Owner">{check.owner ?? <span className="text-subtle">nobody</span>}</Fact>
        {onSet && (
          <Button
            className="max-sm:col-span-2 justify-self-start @[60rem]/page:justify-self-end"
            onClick={() => onSet(check)}
            aria-label={`Owner, mute: ${check.name}`}
          >
            Owner, mute
          </Button>
        )}
      </div>
      {found && <Findings check={check} />}
    </li>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="num min-w-0 text-xs">
      <p className="text-2xs text-subtle">{name}</p>
      <p className="mt-0.5">{children}</p>
    </div>
  );
}

const first = 3;

function Findings({ check }: { check: Check }) {
  const [all, setAll] = useState(false);
  const shown = all ? check.findings : check.findings.slice(0, first);
  return (
    <div className="mt-2 rounded-card bg-sunken px-3 py-2">
      <ul className="flex flex-col gap-1 text-xs">
        {shown.map((finding) => (
          <li key={finding.key} className="flex flex-wrap gap-x-2">
            <FindingLink finding={finding} check={check} />
            <span className="min-w-0 text-muted">{finding.detail}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-2xs text-subtle">{check.remedy}</p>
      {check.findings.length > first && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-1 inline-flex min-h-6 items-center gap-1 rounded-sm text-2xs font-medium text-link"
        >
          {all
            ? "Fewer"
            : `Show ${check.findings.length < check.failing ? `the first ${check.findings.length}` : `all ${check.failing}`}`}
          <ChevronDown size={12} strokeWidth={1.75} aria-hidden className={all ? "rotate-180" : ""} />
        </button>
      )}
    </div>
  );
}

/** The way to what a finding is about. */
function FindingLink({ finding, check }: { finding: Check["findings"][number]; check: Check }) {
  const look = "rounded-sm font-medium text-link hover:underline";
  if (finding.accountId !== null)
    return (
      <Link to="/accounts/$accountId" params={{ accountId: finding.accountId }} className={look}>
        {finding.name}
      </Link>
    );
  if (check.check === "stale_sources" && finding.about !== null)
    return (
      <Link to="/data/sources/$id/runs" params={{ id: finding.about }} className={look}>
        {finding.name}
      </Link>
    );
  if (check.check === "billing_total")
    return (
      <Link to="/glossary/divergence" search={{ tab: "numbers" }} className={look}>
        {finding.name}
      </Link>
    );
  return <span className="font-medium">{finding.name}</span>;
}
