import { useQuery } from "@tanstack/react-query";
import { stepChannels, stepRoles } from "@termwise/core/facts";
import { useState } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, NoPermission, Skeleton } from "../../ui/states.tsx";
import { blank, draftOf } from "./draft.ts";
import { PlayForm } from "./play-form.tsx";
import type { EntryId, OnePlay } from "./plays.ts";
import { TriggerTest } from "./trigger-test.tsx";

const crumbs = [{ label: "Plays", to: "/plays" }];

/** One play: what it says, its versions, and its next version; `new` writes one. */
export function PlayPage({ id }: { id: string }) {
  if (id === "new")
    return (
      <Page title="Write a play" term="save-play" crumbs={crumbs}>
        {mayI("plays.save") ? (
          <PlayForm start={blank} of={null} onSaved={() => {}} />
        ) : (
          <NoPermission what="Writing plays" />
        )}
      </Page>
    );
  return <StandingPlay key={id} id={id} />;
}

function StandingPlay({ id }: { id: string }) {
  const query = useQuery(trpc.plays.one.queryOptions({ play: id as EntryId }));
  const [writes, setWrites] = useState(false);
  return (
    <Page
      title={query.data?.name ?? "Play"}
      term="playbooks"
      crumbs={crumbs}
      tools={
        mayI("plays.save") &&
        !writes &&
        query.data && (
          <Button look="primary" onClick={() => setWrites(true)}>
            Change
          </Button>
        )
      }
    >
      <Loaded query={query} what="This play" skeleton={<Skeleton className="h-96" />}>
        {(play) =>
          writes ? (
            <PlayForm
              start={draftOf(play)}
              of={{ id, version: play.version }}
              onSaved={() => setWrites(false)}
            />
          ) : (
            <>
              <Said play={play} />
              <TriggerTest trigger={play.trigger as Parameters<typeof TriggerTest>[0]["trigger"]} />
              <Versions play={play} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Said({ play }: { play: OnePlay }) {
  return (
    <FormSection title={play.name} note={play.purpose} tools={<Chip>v{play.version}</Chip>}>
      <dl className="grid gap-x-6 gap-y-2 text-xs sm:grid-cols-[140px_minmax(0,1fr)]">
        <dt className="text-muted">Set off when</dt>
        <dd>
          {play.triggerSays} {play.active ? null : <Chip tone="warning">By hand only</Chip>}
        </dd>
        <dt className="text-muted">First step</dt>
        <dd className="num">within {play.firstStepHours} hours</dd>
        <dt className="text-muted">Goal</dt>
        <dd>
          {play.goal.says.replace(/\.$/, "")}, within {play.goal.withinDays} days.
        </dd>
      </dl>
      <ol className="mt-4 text-xs">
        {play.steps.map((step) => (
          <li key={`${step.day} ${step.title}`} className="flex gap-3 border-t border-line py-2">
            <span className="num w-14 flex-none text-muted">Day {step.day}</span>
            <span className="min-w-0 flex-1">
              <span className="font-medium">{step.title}</span>
              {step.note && <span className="block text-2xs text-muted">{step.note}</span>}
            </span>
            <span className="flex-none text-right text-muted">
              {stepRoles[step.role]}
              <span className="block text-2xs text-subtle">{stepChannels[step.how]}</span>
            </span>
          </li>
        ))}
      </ol>
    </FormSection>
  );
}

function Versions({ play }: { play: OnePlay }) {
  return (
    <FormSection title="Versions" note="A run keeps what the play said when it was begun.">
      <ul className="text-xs">
        {play.versions.map((one) => (
          <li
            key={one.version}
            className="flex flex-wrap gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="num w-8 flex-none font-medium">v{one.version}</span>
            <span className="text-muted">
              {one.recordedAt === null
                ? "Comes with the product"
                : `${one.byName ?? "Somebody"}, ${dayText(one.on)}`}
            </span>
            <span>
              {one.triggerSays} {counted(one.steps, "step")}.
            </span>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
