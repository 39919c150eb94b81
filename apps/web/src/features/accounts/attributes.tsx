import { dayText, momentDay, momentText } from "../../lib/format.ts";
import { type Account, sourceText } from "./account.ts";

const names: Record<string, string> = {
  name: "Name",
  parent: "Parent",
  domain: "Domain",
  segment: "Segment",
  tier: "Tier",
  region: "Region",
  industry: "Industry",
  currency: "Currency",
  csm: "CSM",
  ae: "AE",
  am: "AM",
  cse: "CSE",
  cs_manager: "CS manager",
  exec_sponsor: "Exec sponsor",
  renewal_owner: "Renewal owner",
  expansion_owner: "Expansion owner",
  employees: "Employees",
  touch_model: "Touch model",
  strategic: "Strategic",
};

const fromBeginning = "1900-01-01";

/** What is known of the account: each value with where it came from and since when, and what it was before. */
export function Attributes({ account }: { account: Account }) {
  const known = account.attributes.filter((one) => one.value !== null || one.history.length > 0);
  const unknown = account.attributes.filter((one) => one.value === null && one.history.length === 0);
  return (
    <section className="card" aria-labelledby="attributes-title">
      <h2 id="attributes-title" className="px-4 pt-3 pb-2 text-sm font-semibold">
        Attributes
      </h2>
      <dl className="pairs px-4 pb-3 text-xs [&>div]:grid-cols-[96px_minmax(0,1fr)]">
        {known.map(({ attribute, value, history }) => {
          const [now, ...before] = history;
          return (
            <div key={attribute}>
              <dt>{names[attribute] ?? attribute}</dt>
              <dd>
                <span className="font-medium">{value ?? "None"}</span>
                {now && (
                  <span
                    className="num block text-2xs text-subtle"
                    title={`Recorded ${momentText(now.recordedAt)}`}
                  >
                    {sourceText(now.source)} · {momentDay(now.recordedAt)}
                  </span>
                )}
                {before.map((was) => (
                  <span
                    key={`${was.effectiveOn} ${was.recordedAt}`}
                    className="num block text-2xs text-subtle"
                  >
                    {was.value ?? "None"} until{" "}
                    {now && now.effectiveOn !== fromBeginning ? dayText(now.effectiveOn) : "changed"}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
        {unknown.length > 0 && (
          <div>
            <dt>Not known</dt>
            <dd className="text-muted">
              {unknown.map(({ attribute }) => names[attribute] ?? attribute).join(", ")}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
