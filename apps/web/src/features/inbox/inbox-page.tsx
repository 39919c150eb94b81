import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { Choices } from "./choices.tsx";
import type { Item } from "./dealing.ts";
import { type Group, groupsOf } from "./groups.ts";
import { useInboxKeys } from "./inbox-keys.ts";
import { Line } from "./line.tsx";
import { Proposals } from "./proposals.tsx";

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
              groupsOf(inbox.notices).map((group) =>
                group.proposals ? (
                  <Proposals key={group.key} items={group.items} today={inbox.today} />
                ) : (
                  <Account key={group.key} group={group} today={inbox.today} />
                ),
              )
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

/** What was told of one account. */
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
