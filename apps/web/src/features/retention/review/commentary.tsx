import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { dayText, momentDay } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { ActionMenu } from "../../../ui/action-menu.tsx";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import type { Overview } from "../overview.ts";
import { CommentDialog } from "./comment-dialog.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import type { Review, Commentary as Said } from "./review.ts";
import { givenAgain, useReviewActions } from "./review-actions.ts";
import { driverName, figureNames, stateNames } from "./review-words.ts";

type Opened = { of: "write" } | { of: "change" | "history"; said: Said };

/** What was said of the figures of the period: driver, cause, action, owner, due, and how it stands. */
export function Commentary({ view, review }: { view: Overview; review: Review }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const may = mayI("review.comment");
  const { commentary, people } = review;
  return (
    <section className="card" aria-labelledby="commentary-title" data-block="commentary">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <div>
          <h2 id="commentary-title" className="text-sm font-semibold">
            Commentary
          </h2>
          <p className="text-2xs text-subtle">{periodName(view.period.text)}</p>
        </div>
        {may && (
          <span className="no-print">
            <Button onClick={() => setOpened({ of: "write" })}>Comment</Button>
          </span>
        )}
      </div>
      {commentary.length === 0 ? (
        <p className="border-t border-line px-4 py-4 text-xs text-muted">
          Nobody has said yet what moved these figures.
        </p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {commentary.map((said) => (
            <Item key={said.entryId} said={said} may={may} onOpen={setOpened} />
          ))}
        </ul>
      )}
      {opened && opened.of !== "history" && (
        <CommentDialog
          said={opened.of === "change" ? opened.said : null}
          view={view}
          people={people}
          onClose={close}
        />
      )}
      {opened?.of === "history" && <HistoryDialog entryId={opened.said.entryId} onClose={close} />}
    </section>
  );
}

interface ItemProps {
  said: Said;
  may: boolean;
  onOpen: (opened: Opened) => void;
}

function Item({ said, may, onOpen }: ItemProps) {
  const { today } = useWorkspace();
  const actions = useReviewActions();
  const late = said.state !== "done" && said.dueOn !== null && said.dueOn < today;
  const about = `${figureNames[said.term] ?? said.term}, ${driverName(said.driver)}`;
  const finish = () =>
    void actions.comment({ ...givenAgain(said), entryId: said.entryId as never, state: "done" }, said);
  return (
    <li className="flex gap-3 px-4 py-3 text-xs" data-commentary={said.entryId}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{about}</span>
          <Chip>{stateNames[said.state]}</Chip>
          {said.restates && (
            <span className="inline-flex items-center gap-1 text-2xs text-warning">
              <TriangleAlert size={12} strokeWidth={1.5} aria-hidden /> Only restates the numbers
            </span>
          )}
        </p>
        {said.cause && (
          <p className="mt-1 max-w-[90ch] whitespace-pre-line wrap-anywhere">
            <span className="text-subtle">Cause: </span>
            {said.cause}
          </p>
        )}
        {said.action && (
          <p className="mt-1 max-w-[90ch] whitespace-pre-line wrap-anywhere">
            <span className="text-subtle">Action: </span>
            {said.action}
          </p>
        )}
        <p className="num mt-1 flex flex-wrap gap-x-3 text-2xs text-subtle">
          {said.owner && <span>{said.owner}</span>}
          {said.dueOn && (
            <span className={late ? "text-negative" : undefined}>
              Due {dayText(said.dueOn)}
              {late && ", overdue"}
            </span>
          )}
          {said.account && (
            <Link
              to={said.task ? "/accounts/$accountId/tasks" : "/accounts/$accountId"}
              params={{ accountId: said.account.accountId }}
              className="link"
            >
              {said.task ? `Task about ${said.account.name}, ${said.task.state}` : said.account.name}
            </Link>
          )}
          <span>
            {said.byName ?? "Command line"}, {momentDay(said.recordedAt)}
          </span>
        </p>
      </div>
      {may && (
        <span className="no-print flex-none">
          <ActionMenu
            label={`Actions for ${about}`}
            actions={[
              { key: "change", label: "Change", run: () => onOpen({ of: "change", said }) },
              ...(said.state === "acting" ? [{ key: "done", label: "Mark as done", run: finish }] : []),
              { key: "history", label: "History", run: () => onOpen({ of: "history", said }) },
              {
                key: "remove",
                label: "Remove",
                run: () => void actions.remove(said.entryId, "Removed the commentary."),
              },
            ]}
          />
        </span>
      )}
    </li>
  );
}
