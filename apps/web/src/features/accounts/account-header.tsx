import { Link } from "@tanstack/react-router";
import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { counted, dayText, money } from "../../lib/format.ts";
import { ownerNames } from "../../lib/people-names.ts";
import { mayI } from "../../lib/who.ts";
import { useStaleArr } from "../../ui/freshness.tsx";
import { HealthMark } from "../../ui/health-mark.tsx";
import { StageMark, stageLooks } from "../../ui/stage-mark.tsx";
import { type Account, arrOn, attributeOf } from "./account.ts";
import { type Standing, useStanding } from "./lifecycle.ts";
import { AccountMenu } from "./merging/account-menu.tsx";
import { RecordButtons } from "./timeline/record-buttons.tsx";

/** Who the account is, and in one line of facts where it stands. */
export function AccountHeader({ account, today }: { account: Account; today: string }) {
  const standing = useStanding(account.accountId).data ?? null;
  const renewal = standing?.renewal ?? null;
  const owners = Object.entries(ownerNames).flatMap(([attribute, label]) => {
    const name = attributeOf(account, attribute);
    return name === null ? [] : [{ label, name }];
  });
  const late = useStaleArr();
  const began = account.movements.some((movement) => movement.on <= today);
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <p className="text-lg font-semibold">{account.name}</p>
        <p className="min-w-0 flex-1 basis-60 text-xs text-muted">
          <PartOf parent={account.parent} />
          {account.records
            .flatMap((record) => Object.entries(record.externalIds))
            .map(([system, id]) => `${system} ${id}`)
            .join(", ")}
        </p>
        <RecordButtons accountId={account.accountId} />
        <AccountMenu account={account} />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-3 text-xs">
        <Fact label="Stage" note={standing && stageNote(standing)}>
          {standing?.column ? <StageMark stage={standing.column} /> : "—"}
        </Fact>
        {account.health && mayI("health.account") && (
          <Fact label="Health" note={healthNote(account.health)}>
            <Link to="/accounts/$accountId/usage-health" params={{ accountId: account.accountId }}>
              <HealthMark scored={account.health} atRisk={account.health.atRiskSince !== null} />
            </Link>
          </Fact>
        )}
        <Fact label="ARR" note={!began ? "no contract yet" : late ? <Late text={late} /> : "today"}>
          {money(arrOn(account, today), account.currency)}
        </Fact>
        <Fact
          label="Renewal"
          note={renewal ? `term ends ${inDays(renewal.daysLeft)}` : "no term is due to end"}
        >
          {renewal ? dayText(dayAfter(renewal.termEndsOn)) : "—"}
        </Fact>
        <div className="min-w-0">
          <dt className="text-2xs text-subtle">Owners</dt>
          <dd className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5">
            {owners.map(({ label, name }) => (
              <span key={label} className="whitespace-nowrap">
                <span className="font-medium">{name}</span> <span className="text-subtle">{label}</span>
              </span>
            ))}
            {owners.length === 0 && <span className="text-subtle">Nobody holds this account</span>}
          </dd>
        </div>
      </dl>
    </header>
  );
}

/** What the ARR is made of is older than it should be. */
function Late({ text }: { text: string }) {
  return (
    <span data-stale="" className="inline-flex items-center gap-1 text-warning">
      <Clock size={12} strokeWidth={1.5} aria-hidden /> {text}
    </span>
  );
}

/** One fact of the header: its name, its value, and a line about it. */
function Fact({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-r border-line pr-6 max-sm:border-r-0 max-sm:pr-0">
      <dt className="text-2xs text-subtle">{label}</dt>
      <dd className="mt-0.5 font-semibold">{children}</dd>
      {note && <dd className="num text-2xs text-muted">{note}</dd>}
    </div>
  );
}

/** How long it has been in its column, and what evidence has earned where a motion or an end stands above it. */
function stageNote({ column, earned, days, staleSince }: Standing): string {
  if (column === null) return "nothing won yet";
  const earnedToo = earned !== null && earned !== column ? `, earned ${stageLooks[earned].name}` : "";
  return `${counted(days, "day")}${earnedToo}${staleSince ? ", stale" : ""}`;
}

/** Since when it is at risk, and what calls for action. */
function healthNote({ atRiskSince, flags }: NonNullable<Account["health"]>): string | null {
  const said = [
    ...(atRiskSince === null ? [] : [`since ${dayText(atRiskSince)}`]),
    ...(flags === 0 ? [] : [counted(flags, "red flag")]),
  ];
  return said.length === 0 ? null : said.join(", ");
}

/** A term renews on the day after its last one, as in every list of accounts. */
const dayAfter = (on: string): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function inDays(days: number): string {
  return days === 0 ? "today" : days > 0 ? `in ${counted(days, "day")}` : `${counted(-days, "day")} ago`;
}

/** The account it belongs to: a way there, where it is one the reader may see. */
function PartOf({ parent: { accountId, name } }: Pick<Account, "parent">) {
  if (accountId === null) return null;
  if (name === null) return "Part of an account outside your book. ";
  return (
    <>
      Part of{" "}
      <Link to="/accounts/$accountId" params={{ accountId }} className="text-link underline">
        {name}
      </Link>
      .{" "}
    </>
  );
}
