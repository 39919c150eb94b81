import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { roleNames } from "@termwise/core/access";
import { useState } from "react";
import { counted, dayText, momentDay } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Pairs } from "../term-parts.tsx";
import { ReviewDialog, type ReviewForm } from "./review-dialogs.tsx";
import type { SetReview } from "./reviews.ts";

/** Who looks after the definitions, what waits for signatures, and when each set of terms is reviewed again. */
export function ReviewsPage() {
  const query = useQuery(trpc.definitions.reviews.queryOptions());
  const waiting = useQuery(trpc.definitions.proposals.queryOptions());
  return (
    <Page title="Reviews of definitions" crumbs={[{ label: "Glossary", to: "/glossary" }]}>
      {waiting.data && <Waiting proposals={waiting.data} />}
      <Loaded query={query} what="The reviews" skeleton={<Skeleton className="h-96" />}>
        {(sets) => (
          <div className="grid items-start gap-4 @[60rem]/page:grid-cols-2">
            {sets.map((set) => (
              <SetCard key={set.set} set={set} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Waiting({ proposals }: { proposals: Outputs["definitions"]["proposals"] }) {
  return (
    <FormSection
      title="Waiting for signatures"
      note="A proposal holds once every team has signed it. Until then the version before stays in force."
    >
      {proposals.length === 0 && <p className="text-xs text-muted">Nothing waits.</p>}
      <ul className="flex flex-col gap-2 text-xs">
        {proposals.map(({ entryId, termId, termName, byName, at, teams, missing, takesEffectOn }) => (
          <li key={entryId}>
            <Link
              to="/glossary/$term"
              params={{ term: termId }}
              hash="proposals"
              className="rounded-sm font-medium text-link hover:underline"
            >
              {termName}
            </Link>{" "}
            <span className="text-muted">
              proposed by {byName ?? "somebody"}, {momentDay(at)}, to hold from {dayText(takesEffectOn)}.
              Missing:{" "}
              {new Intl.ListFormat("en").format(
                teams.filter(({ team }) => missing.includes(team)).map(({ name }) => name),
              )}
            </span>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}

function SetCard({ set }: { set: SetReview }) {
  const [form, setForm] = useState<ReviewForm | null>(null);
  const signs = set.teams.map(({ name, approvers }): [string, string] => [
    `Signs for ${name}`,
    approvers.length > 0
      ? approvers.map((one) => one.name ?? "Somebody").join(", ")
      : "Whoever's role speaks for the team",
  ]);
  return (
    <FormSection
      title={set.name}
      note={`Reviewed every ${counted(set.reviewMonths, "month")}; a session takes ${counted(set.minutes, "minute")}.`}
      tools={
        <Chip tone={set.overdue ? "negative" : "positive"}>
          {set.dueOn === null ? "Never reviewed" : `${set.overdue ? "Was due" : "Due"} ${dayText(set.dueOn)}`}
        </Chip>
      }
    >
      <Pairs
        pairs={[
          ["Owner", set.owner?.name ?? `Nobody named: ${roleNames[set.ownerRole]}`],
          ...signs,
          [
            "Last review",
            set.last
              ? [dayText(set.last.on), set.last.byName, set.last.note].filter(Boolean).join(", ")
              : "None yet",
          ],
        ]}
      />
      {set.triggers.length > 0 && (
        <ul
          className="mt-3 flex flex-col gap-1 border-t border-line pt-2 text-xs"
          aria-label="What calls for a review"
        >
          {set.triggers.map(({ name, on, note, byName }) => (
            <li key={`${name} ${on} ${note}`}>
              <span className="font-medium">{name}</span>{" "}
              <span className="text-muted">
                {dayText(on)}
                {byName ? `, ${byName}` : ", found in the book"}: {note}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3 className="mt-3 mb-1 border-t border-line pt-2 text-2xs font-medium text-subtle">
        To look at first
      </h3>
      <ul className="flex flex-col text-xs">
        {set.first.map(({ id, name, reviewedOn }) => (
          <li key={id} className="flex justify-between gap-3 py-0.5">
            <Link to="/glossary/$term" params={{ term: id }} className="rounded-sm text-link hover:underline">
              {name}
            </Link>
            <span className="text-subtle">
              {reviewedOn ? `reviewed ${dayText(reviewedOn)}` : "never reviewed"}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {mayI("definitions.review") && <Button onClick={() => setForm("reviewed")}>It was reviewed</Button>}
        {mayI("definitions.report") && <Button onClick={() => setForm("report")}>Report a reason</Button>}
        {mayI("sessions.plan") && (
          <Link to="/glossary/sessions" search={{ plan: set.set }} className={buttonClass()}>
            Plan a session
          </Link>
        )}
        {mayI("definitions.setSet") && <Button onClick={() => setForm("people")}>Set who signs</Button>}
      </div>
      <ReviewDialog set={set} form={form} onClose={() => setForm(null)} />
    </FormSection>
  );
}
