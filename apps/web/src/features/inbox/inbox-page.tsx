import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { counted, dayText, momentText, readable } from "../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ActionMenu } from "../../ui/action-menu.tsx";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { Choices } from "./choices.tsx";
import { type Group, groupsOf, later } from "./groups.ts";
import { focusOnward, useInboxKeys } from "./inbox-keys.ts";

type Inbox = Outputs["inbox"]["list"];
type Item = Inbox["notices"][number];

/** What one was told about changes, by account, the latest first. */
export function InboxPage() {
  const { search, change } = useSearchState();
  const [choosing, setChoosing] = useState(false);
  useInboxKeys();
  const closed = search["closed"] === "shown";
  const query = useQuery({ ...trpc.inbox.list.queryOptions({ closed }), staleTime: 10_000 });
  return (
    <Page
      title="Inbox"
      tools={
        <Button aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          What you are told
        </Button>
      }
      filters={
        <Button
          look="quiet"
          aria-pressed={closed}
          className={closed ? "bg-selected!" : ""}
          onClick={() => change({ closed: closed ? undefined : "shown" })}
        >
          Done and put off
        </Button>
      }
    >
      <Loaded query={query} what="The inbox" skeleton={<Skeleton className="h-72" />}>
        {(inbox) => (
          <>
            <p role="status" className="num text-xs text-muted">
              {counted(inbox.open, "open item")}
              {inbox.snoozed > 0 && `, ${inbox.snoozed} put off`}.{" "}
              <span className="text-subtle">
                J and K move, E is done, H puts off until tomorrow, Enter opens.
              </span>
            </p>
            {inbox.notices.length === 0 ? (
              <div className="card">
                <Empty title="Nothing new.">
                  You are told here when health crosses a band, an account comes to be at risk, a red flag
                  opens, a play or a step of it is yours, a renewal comes near, a handoff waits for you, or
                  somebody gives you a task: on change only, once a day at most.
                </Empty>
              </div>
            ) : (
              groupsOf(inbox.notices).map((group) => (
                <Account key={group.key} group={group} today={inbox.today} />
              ))
            )}
          </>
        )}
      </Loaded>
      <UndoToasts />
      <Dialog
        open={choosing}
        onClose={() => setChoosing(false)}
        title="What you are told"
        note="For yourself alone, from now on. What you were told stays."
        wide
      >
        <Choices />
      </Dialog>
    </Page>
  );
}

function Account({ group, today }: { group: Group<Item>; today: string }) {
  return (
    <section className="card" aria-label={group.name}>
      <h2 className="px-4 pt-3 pb-1 text-sm font-semibold">
        {group.accountId === null ? (
          group.name
        ) : (
          <Link to="/accounts/$accountId" params={{ accountId: group.accountId }} className="hover:underline">
            <bdi>{group.name}</bdi>
          </Link>
        )}
      </h2>
      <ul className="pb-1">
        {group.items.map((item) => (
          <Line key={item.id} item={item} today={today} />
        ))}
      </ul>
    </section>
  );
}

const tones = {
  at_risk: "negative",
  red_flag: "negative",
  first_step_late: "negative",
  step_late: "warning",
  gate_missed: "warning",
  source_stale: "warning",
} as const;
const toneOf = (kind: string) => (kind in tones ? tones[kind as keyof typeof tones] : "neutral");

function Line({ item, today }: { item: Item; today: string }) {
  const doing = useMutation(trpc.inbox.done.mutationOptions());
  const snoozing = useMutation(trpc.inbox.snooze.mutationOptions());
  const read = useReadAnew();
  const anew = async () => {
    const onward = focusOnward();
    await read();
    onward();
  };
  const reopen = async () => {
    await doing.mutateAsync({ id: item.id, done: false });
    await anew();
  };
  const done = async () => {
    await doing.mutateAsync({ id: item.id });
    offerUndo(`Done: ${item.title}.`, reopen);
    await anew();
  };
  const snooze = async (until: string) => {
    await snoozing.mutateAsync({ id: item.id, until } as Inputs["inbox"]["snooze"]);
    offerUndo(`Put off until ${dayText(until)}: ${item.title}.`, reopen);
    await anew();
  };
  const open = item.state === "open";
  return (
    <li
      data-inbox-row=""
      className="flex items-start gap-3 border-t border-line px-4 py-2 text-xs first:border-t-0 focus-within:bg-hover hover:bg-hover"
    >
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <Chip tone={toneOf(item.kind)}>{item.kindName}</Chip>
          <Link to={item.path} className={cx("font-medium hover:underline", !open && "text-muted")}>
            <bdi>{readable(item.title)}</bdi>
          </Link>
          {item.state === "snoozed" && item.snoozedUntil && (
            <span className="text-2xs text-subtle">until {dayText(item.snoozedUntil)}</span>
          )}
          {item.state === "done" && <span className="text-2xs text-subtle">done</span>}
        </span>
        {item.detail && (
          <span className="block text-2xs text-muted">
            <bdi>{readable(item.detail)}</bdi>
          </span>
        )}
        <span className="num block text-2xs text-subtle">{momentText(item.at)}</span>
      </span>
      {open ? (
        <>
          <Button data-does="done" onClick={() => void done()}>
            Done
          </Button>
          <Button
            data-does="put-off"
            look="quiet"
            className="max-sm:hidden"
            aria-label={`Put ${item.title} off until tomorrow`}
            onClick={() => void snooze(later(today, 1))}
          >
            Tomorrow
          </Button>
          <ActionMenu
            label={`More for ${item.title}`}
            actions={[
              { key: "day", label: "Put off until tomorrow", run: () => void snooze(later(today, 1)) },
              { key: "week", label: "Put off for a week", run: () => void snooze(later(today, 7)) },
            ]}
          />
        </>
      ) : (
        <Button look="quiet" onClick={() => void reopen()}>
          Open again
        </Button>
      )}
    </li>
  );
}
