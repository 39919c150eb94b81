import { useQuery } from "@tanstack/react-query";
import { count, counted, momentText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { NewKey } from "./new-key.tsx";
import { Snippet } from "./snippet.tsx";
import { SourceTable } from "./source-table.tsx";
import { UnknownAccounts } from "./unknown-accounts.tsx";
import { type Sources, useUsageActions } from "./usage.ts";

/** How events of the product come in: sources and keys, what was not taken, and whose nobody knows. */
export function UsagePage() {
  const query = useQuery({ ...trpc.usage.sources.queryOptions(), refetchInterval: 15_000 });
  const sources = query.data?.sources ?? [];
  return (
    <Page
      title="Usage"
      crumbs={[{ label: "Data", to: "/data/imports" }]}
      tools={<NewKey sources={sources} label="New key" />}
    >
      <Loaded query={query} what="The sources of events" skeleton={<Skeleton className="h-80" />}>
        {(told) => <Content told={told} />}
      </Loaded>
    </Page>
  );
}

function Content({ told }: { told: Sources }) {
  const { sources, at, rawDays } = told;
  const waiting = sources.reduce((sum, { queue }) => sum + queue.waiting, 0);
  if (sources.length === 0)
    return (
      <>
        <div className="card">
          <Empty
            title="No events have come in yet."
            actions={<NewKey sources={sources} label="Make the first key" />}
          >
            The clients of Segment and PostHog send their events here unchanged, with a key and this address.
            Each event counts once, on the day it happened, for the account of its user.
          </Empty>
        </div>
        <FormSection title="How a program sends events">
          <Snippet />
        </FormSection>
      </>
    );
  return (
    <>
      <Headline told={told} />
      <SourceTable sources={sources} at={at} />
      <UnknownAccounts />
      <DeadLetters sources={sources} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <FormSection title="How a program sends events">
          <Snippet />
        </FormSection>
        <FormSection
          title="How long events are kept"
          note="What they add up to stays for good. An event older than this is not taken, so that none can count twice."
        >
          <RawDays key={rawDays} days={rawDays} waiting={waiting} />
        </FormSection>
      </div>
    </>
  );
}

function Headline({ told: { sources } }: { told: Sources }) {
  const queue = {
    fresh: sources.reduce((sum, source) => sum + source.queue.fresh, 0),
    waiting: sources.reduce((sum, source) => sum + source.queue.waiting, 0),
    oldest: sources.flatMap((source) => source.queue.oldest ?? []).sort()[0] ?? null,
  };
  const open = sources.reduce((sum, source) => sum + source.open, 0);
  const last = sources
    .flatMap(({ lastAt }) => lastAt ?? [])
    .sort()
    .at(-1);
  return (
    <div>
      <p className="text-lg font-semibold tracking-[-0.005em]">
        {queue.fresh === 0
          ? "Everything that came is counted"
          : `${counted(queue.fresh, "event")} are being counted`}
        {queue.waiting > 0 && `, ${count(queue.waiting)} wait for their account`}
      </p>
      <p className="num mt-0.5 text-xs text-muted">
        {counted(sources.length, "source")}
        {last !== undefined && `, last event ${momentText(last)}`}
        {queue.oldest !== null && `, not counted since ${momentText(queue.oldest)}`}.{" "}
        {open > 0 && `${counted(open, "event")} could not be taken.`}
      </p>
    </div>
  );
}

function RawDays({ days, waiting }: { days: number; waiting: number }) {
  const { setRawDays } = useUsageActions();
  const form = useForm({
    start: { days: String(days) },
    check: (values) => ({
      days:
        /^\d+$/.test(values.days) && Number(values.days) >= 7 && Number(values.days) <= 730
          ? undefined
          : "From 7 to 730.",
    }),
    send: async (values) => {
      await setRawDays.mutateAsync({ days: Number(values.days) });
      return undefined;
    },
  });
  const changed = form.values.days !== String(days);
  return (
    <Form form={form} label="How long events are kept">
      <div className="max-w-40">
        <TextField {...form.field("days")} label="Days" inputMode="numeric" autoComplete="off" />
      </div>
      {waiting > 0 && (
        <p className="mb-2 text-2xs text-subtle">Events that wait for their account are kept longer.</p>
      )}
      <FormMessage text={form.message} />
      <div className="flex gap-2">
        <Submit busy={form.busy}>Keep so long</Submit>
        {changed && (
          <Button size="large" onClick={() => form.reset()}>
            Cancel
          </Button>
        )}
      </div>
    </Form>
  );
}
