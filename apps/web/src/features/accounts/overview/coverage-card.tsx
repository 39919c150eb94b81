import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { counted, dayText, percent } from "../../../lib/format.ts";
import { touchModelNames, touchpointNames } from "../../../lib/people-names.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

type Coverage = Outputs["coverage"]["ofAccount"];

const because = {
  account: "set for this account",
  rules: "by the coverage rules",
  house_rules: "by the house rules",
} as const;

/** How the account is looked after: segment, tier, touch model, fit, and who keeps the relation. */
export function CoverageCard({
  coverage: { coverage, covered, fit, reviews, touch },
}: {
  coverage: Coverage;
}) {
  return (
    <FormSection title="Coverage" term="segmentation-strategy">
      <dl className="pairs text-xs [&>div]:grid-cols-[112px_minmax(0,1fr)] [&>div:first-child]:border-t-0">
        <Pair term="Segment">{coverage.segment ?? <Unknown />}</Pair>
        <Pair term="Tier" note={coverage.tier.value && because[coverage.tier.because]}>
          {coverage.tier.value ?? <Unknown />}
        </Pair>
        <Pair term="Touch model" note={because[coverage.touch.because]}>
          {coverage.touch.value ? touchModelNames[coverage.touch.value] : <Unknown />}
          {coverage.everyDays !== null && (
            <span className="num text-muted">, every {counted(coverage.everyDays, "day")}</span>
          )}
        </Pair>
        <Pair term="Last touch">
          {touch.lastOn === null ? (
            <span className="text-subtle">Never</span>
          ) : (
            <span className="num">
              {dayText(touch.lastOn)}, {counted(touch.days ?? 0, "day")} ago
            </span>
          )}{" "}
          {touch.overdue && <Chip tone="warning">overdue</Chip>}
        </Pair>
        <Pair term="Strategic" note={because[coverage.strategic.because]}>
          {coverage.strategic.value ? "Yes" : "No"}
        </Pair>
        <Pair term="Relationship">
          {covered.relationship ? (
            <>
              {covered.relationship.name}{" "}
              <span className="text-muted">
                {covered.relationship.role.toUpperCase()}
                {covered.support === "pooled" && ", pooled support"}
                {covered.bothModes && ", sells and retains"}
              </span>
            </>
          ) : (
            <span className="text-subtle">Nobody</span>
          )}
        </Pair>
        <Pair term="ICP fit" note={fit && `profile of ${dayText(fit.since)}`}>
          {fit?.fit ? percent(fit.fit) : <span className="text-subtle">No profile is written</span>}
          {fit?.conditions.some(({ met }) => !met) && (
            <span className="block text-2xs text-subtle">
              Not met:{" "}
              {fit.conditions
                .filter(({ met }) => !met)
                .map(({ name }) => name)
                .join(", ")}
            </span>
          )}
        </Pair>
        {reviews.map(({ type, state, lastOn, dueBy, without }) => (
          <Pair key={type} term={touchpointNames[type]} note={lastOn && `last on ${dayText(lastOn)}`}>
            {state === "held" ? "Held" : `Due by ${dayText(dueBy)}`}{" "}
            {state === "missed" && <Chip tone="warning">missed last time</Chip>}
            {without.length > 0 && (
              <Chip tone="warning">
                without{" "}
                {without.map((who) => (who === "sponsor" ? "the sponsor" : "our exec sponsor")).join(" and ")}
              </Chip>
            )}
          </Pair>
        ))}
      </dl>
      <p className="pt-2 text-2xs text-subtle">
        The rules stand in{" "}
        <Link to="/settings/lifecycle" className="text-link underline">
          the lifecycle settings
        </Link>
        .
      </p>
    </FormSection>
  );
}

function Pair({ term, note, children }: { term: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {note && <span className="num block text-2xs text-subtle">{note}</span>}
      </dd>
    </div>
  );
}

function Unknown() {
  return <span className="text-subtle">Not known</span>;
}
