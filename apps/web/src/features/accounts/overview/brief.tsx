import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { counted, dayText, money, readable } from "../../../lib/format.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Chip } from "../../../ui/chip.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { HealthMark } from "../../../ui/health-mark.tsx";
import { type Account, arrOn } from "../account.ts";
import { ownershipGapText } from "../gap-words.ts";
import { gateProgress, type Standing } from "../lifecycle.ts";
import { gapWords, type Stakeholders } from "../stakeholders/stakeholders.ts";
import { monthlyArr } from "./monthly-arr.ts";

interface Props {
  account: Account;
  standing: Standing;
  coverage: Outputs["coverage"]["ofAccount"];
  /** Null for whoever may not read contacts. */
  stakeholders: Stakeholders | null;
  openTasks: number;
}

const stageNames: Readonly<Record<string, string>> = {
  won: "Won",
  onboarded: "Onboarded",
  adopted: "Adopted",
};

/** The account in a few lines, each of them leading to where there is more: what one reads before a call. */
export function Brief({ account, standing, coverage, stakeholders, openTasks }: Props) {
  const { today } = useWorkspace();
  const { accountId } = account;
  const { earned, earnedSince, staleSince, skipped, renewal } = standing;
  const progress = gateProgress(standing);
  const missing = stakeholders?.gaps ?? [];
  return (
    <FormSection title="In brief">
      <dl className="pairs text-xs [&>div]:grid-cols-[112px_minmax(0,1fr)] [&>div:first-child]:border-t-0">
        <Pair term="Stage">
          {earned === null ? (
            <span className="text-subtle">{standing.column === "churn" ? "Churned" : "Nothing won yet"}</span>
          ) : (
            <>
              <span className="font-medium">{stageNames[earned]}</span>
              {earnedSince && <span className="num text-muted"> since {dayText(earnedSince)}</span>}{" "}
              {staleSince && <Chip tone="warning">stale since {dayText(staleSince)}</Chip>}
              {skipped.length > 0 && (
                <Chip tone="warning">without {skipped.map((one) => stageNames[one]).join(" and ")}</Chip>
              )}
            </>
          )}
        </Pair>
        {account.health && mayI("health.account") && (
          <HealthLines accountId={accountId} health={account.health} />
        )}
        {progress && (
          <Pair term="Next gate">
            <Link to="/accounts/$accountId/lifecycle" params={{ accountId }} className="text-link underline">
              {stageNames[progress.gate]}
            </Link>
            <span className="num text-muted">
              : {progress.met} of {progress.of} clauses met
            </span>
          </Pair>
        )}
        <Pair term="Renewal">
          {renewal ? (
            <>
              <Link to="/accounts/$accountId/renewals" params={{ accountId }} className="text-link underline">
                Term ends on {dayText(renewal.termEndsOn)}
              </Link>
              <span className="num text-muted">
                , in {counted(renewal.daysLeft, "day")}. {readable(renewal.says)}
              </span>{" "}
              {renewal.state === "late" && <Chip tone="negative">late</Chip>}
            </>
          ) : (
            <span className="text-subtle">No term is due to end</span>
          )}
        </Pair>
        <Pair term="Last touch">
          {coverage.touch.lastOn ? (
            <Link
              to="/accounts/$accountId/timeline"
              params={{ accountId }}
              search={{ show: "touchpoints" }}
              className="num text-link underline"
            >
              {dayText(coverage.touch.lastOn)}, {counted(coverage.touch.days ?? 0, "day")} ago
            </Link>
          ) : (
            <span className="text-subtle">Never</span>
          )}{" "}
          {coverage.touch.overdue && <Chip tone="warning">overdue</Chip>}
        </Pair>
        <Pair term="Open tasks">
          <span className="num">
            {openTasks === 0 ? <span className="text-subtle">None</span> : counted(openTasks, "task")}
          </span>
        </Pair>
        <Pair term="People">
          {stakeholders === null ? (
            <span className="text-subtle">Your role does not read contacts</span>
          ) : missing.length === 0 ? (
            "Champion and sponsor are known and in touch"
          ) : (
            <ul>
              {missing.map((gap) => {
                const { title, tone } = gapWords(gap, stakeholders.people);
                return (
                  <li key={`${gap.of} ${"contactId" in gap ? gap.contactId : ""}`}>
                    <Chip tone={tone}>{title}</Chip>
                  </li>
                );
              })}
            </ul>
          )}
        </Pair>
        <Pair term="Ownership">
          {coverage.gaps.length === 0 ? (
            "No gap"
          ) : (
            <ul>
              {coverage.gaps.map((gap) => (
                <li key={JSON.stringify(gap)}>{ownershipGapText(gap)}</li>
              ))}
            </ul>
          )}
        </Pair>
        <Pair term="ARR">
          <span className="flex flex-wrap items-center gap-3">
            <Link
              to="/accounts/$accountId/revenue"
              params={{ accountId }}
              className="num text-link underline"
            >
              {money(arrOn(account, today), account.currency)}
            </Link>
            <span className="text-subtle">24 months</span>
            <Sparkline points={monthlyArr(account.series, today)} width={140} height={28} />
          </span>
        </Pair>
      </dl>
    </FormSection>
  );
}

interface HealthProps {
  accountId: string;
  health: NonNullable<Account["health"]>;
}

/** How healthy the account is, and what is done about it. */
function HealthLines({ accountId, health }: HealthProps) {
  const { atRiskSince, flags, play } = health;
  return (
    <>
      <Pair term="Health">
        <Link to="/accounts/$accountId/usage-health" params={{ accountId }} className="text-link underline">
          <HealthMark scored={health} atRisk={atRiskSince !== null} />
        </Link>
        {atRiskSince && <span className="num text-muted"> since {dayText(atRiskSince)}</span>}{" "}
        {flags > 0 && <Chip tone="negative">{counted(flags, "open red flag")}</Chip>}
      </Pair>
      <Pair term="Play">
        {play === null ? (
          <span className="text-subtle">None</span>
        ) : (
          <>
            <Link to="/accounts/$accountId/plays" params={{ accountId }} className="text-link underline">
              <bdi>{play.name}</bdi>
            </Link>{" "}
            <Chip>{play.state}</Chip>
          </>
        )}
      </Pair>
    </>
  );
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
