import { Link } from "@tanstack/react-router";
import { cx } from "../../../lib/class-names.ts";
import { count, dayText, exactNumber, momentDay, money, points, readable } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { Delta } from "../../../ui/delta.tsx";
import { BandMark } from "../../../ui/health-mark.tsx";
import { RangeSpark } from "./range-spark.tsx";
import { clockText, clockTone, daysText, endsText, type RiskRow, weeksText } from "./risk-words.ts";

interface Cell {
  row: RiskRow;
}

/** The rank of an account with its factors, and what a save is worth; it opens where they come from. */
export function RankCell({ row, currency, onOpen }: Cell & { currency: string | null; onOpen: () => void }) {
  const { rank, name } = row;
  if (rank === null) return <>—</>;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`Rank of ${name}: ${rank.value}`}
        onClick={onOpen}
        className="term num min-h-6 min-w-6 text-right font-semibold"
        data-rank={rank.value}
      >
        {exactNumber(rank.value)}
      </button>
      <span className="num block whitespace-nowrap text-2xs text-subtle" data-factors="">
        {rank.arr} × {rank.risk} × {rank.urgency}
      </span>
      {currency && (
        <span className="num block whitespace-nowrap text-2xs text-muted">
          Save {money(rank.expectedSave, currency, { whole: true })}
        </span>
      )}
    </>
  );
}

/** The scores that made an account at risk, since when, and how the last thirteen weeks went. */
export function ScoreCell({ row, below }: Cell & { below: number }) {
  const { triggers, moved, weeks, low, high, atRiskSince, daysAtRisk } = row;
  return (
    <span className="flex flex-wrap items-start gap-x-2 xl:max-w-44">
      <span className="min-w-0">
        <span className="num inline-flex items-center gap-1.5 whitespace-nowrap">
          <BandMark band="low" />
          <span className="font-medium">{endsText(low, high)}</span>
          {moved &&
            (moved.low === moved.high ? (
              <Delta change={moved.low} text={points(moved.low, { unit: false })} />
            ) : (
              <span className="text-2xs text-muted">
                {points(moved.low, { unit: false })} to {points(moved.high, { unit: false })}
              </span>
            ))}
        </span>
        <span className="num block whitespace-nowrap text-2xs text-muted">
          By {triggers.map((one) => endsText(one.low, one.high)).join(", ")}
        </span>
        <span className="num block whitespace-nowrap text-2xs text-subtle" title={dayText(atRiskSince)}>
          {weeksText(daysAtRisk)}, since {dayText(atRiskSince)}
        </span>
      </span>
      <RangeSpark weeks={weeks} below={below} />
    </span>
  );
}

/** What keeps the score low, and the red flags that are open. */
export function WhyCell({ row: { reasons, flags, accountId } }: Cell) {
  return (
    <span className="block max-w-[44ch] whitespace-normal text-2xs xl:min-w-52">
      {reasons.map(({ component, text, points: lost }) => (
        <span key={`${component} ${text}`} className="block">
          <span className="num text-negative">−{lost}</span> {readable(text)}
        </span>
      ))}
      {reasons.length === 0 && <span className="text-subtle">No reading keeps a point from it.</span>}
      {flags.length > 0 && (
        <Link
          to="/accounts/$accountId/usage-health"
          params={{ accountId }}
          className="mt-0.5 inline-flex flex-wrap items-center gap-1 hover:underline"
          title={flags.flatMap(({ evidence }) => evidence.map(({ text }) => readable(text))).join("\n")}
        >
          <Chip tone={flags.some(({ severity }) => severity === "high") ? "negative" : "warning"}>
            {flags[0]?.title}
          </Chip>
          {flags.length > 1 && `and ${count(flags.length - 1)} more`}
        </Link>
      )}
    </span>
  );
}

/** The clock to the first step, the play, and what is to be done next by whom. */
export function PlayCell({ row: { clock, runs, accountId } }: Cell) {
  const [run] = runs;
  return (
    <span
      className="block max-w-[40ch] whitespace-normal xl:min-w-48"
      data-clock={clock.done ? "stopped" : "running"}
    >
      <Chip tone={clockTone(clock)}>{clockText(clock)}</Chip>
      <span className="mt-0.5 block text-2xs">
        {run ? (
          <>
            <Link
              to="/accounts/$accountId/plays"
              params={{ accountId }}
              className="font-medium hover:underline"
            >
              {run.name}
            </Link>{" "}
            {run.state === "proposed" ? "is proposed" : `${run.done} of ${run.steps} done`}
            {runs.length > 1 && <span className="text-subtle">, {count(runs.length - 1)} more</span>}
          </>
        ) : (
          <span className="text-muted">No play is proposed or running.</span>
        )}
      </span>
      {run?.next && (
        <span className={cx("block text-2xs", run.next.late ? "text-negative" : "text-muted")}>
          {run.next.title}: {run.next.assignee ?? "nobody"}
          {run.next.dueOn && `, ${run.next.late ? "overdue since" : "due"} ${dayText(run.next.dueOn)}`}
        </span>
      )}
      {run?.through && (
        <span className="block text-2xs text-muted">Every step is done: end it with what came of it.</span>
      )}
    </span>
  );
}

/** Who has the account, and whether whoever leads them has seen it. */
export function OwnerCell({ row: { owner, manager, csm, escalation } }: Cell) {
  return (
    <>
      <span className="block">{owner ?? "Nobody"}</span>
      {csm !== null && csm !== owner && <span className="block text-2xs text-subtle">CSM {csm}</span>}
      <span className="block max-w-32 whitespace-normal text-2xs text-muted">
        {manager.seenAt
          ? `Seen ${momentDay(manager.seenAt)}${manager.seenBy ? ` by ${manager.seenBy}` : ""}`
          : `Not seen${manager.name ? ` by ${manager.name}` : ""}`}
      </span>
      {escalation && (
        <span
          data-escalated=""
          title={escalation.reason}
          className="mt-0.5 block max-w-32 whitespace-normal text-2xs"
        >
          <Chip tone="warning">Escalated</Chip>
          <span className="block text-muted">
            {dayText(escalation.on)} to <bdi>{escalation.sponsorName ?? "somebody who left"}</bdi>
          </span>
        </span>
      )}
    </>
  );
}

/** When it renews. */
export function RenewalLine({ row: { renewalOn, daysToRenewal } }: Cell) {
  return (
    <span className="num block">
      {renewalOn === null ? "No renewal" : `Renews ${dayText(renewalOn)}`}
      {daysToRenewal !== null && `, ${daysText(daysToRenewal)}`}
    </span>
  );
}

/** When somebody was last in touch. */
export function TouchLine({ row: { lastTouch } }: Cell) {
  return (
    <span className="num block text-2xs text-subtle">
      {lastTouch.days === null ? "Never in touch" : `In touch ${daysText(-lastTouch.days)}`}
    </span>
  );
}

/** What was decided of an account that is put off, or whose loss is accepted. */
export function DecisionCell({ row: { snoozed, accepted, decidedBy } }: Cell) {
  const said = snoozed ?? accepted;
  if (said === null) return <>—</>;
  return (
    <span className="block max-w-[44ch] whitespace-normal text-2xs">
      <Chip>{snoozed ? `Until ${dayText(snoozed.until)}` : `Accepted ${dayText(accepted?.on ?? "")}`}</Chip>{" "}
      <bdi>{said.reason}</bdi>
      {decidedBy && <span className="block text-subtle">{decidedBy}</span>}
    </span>
  );
}
