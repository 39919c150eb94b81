import { Link } from "@tanstack/react-router";
import { memo, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, dayText } from "../../lib/format.ts";
import { refusalOf } from "../../lib/trpc.ts";
import { StageMark } from "../../ui/stage-mark.tsx";
import { initials } from "./board-groups.ts";
import type { Card } from "./lifecycle.ts";
import { MoveMenu } from "./move-menu.tsx";
import { useMove } from "./use-move.ts";

/** The kind of data a dragged card carries. */
export const cardData = "application/x-termwise-card";

interface Props {
  card: Card;
  currency: string;
  chosen: boolean;
  mayMove: boolean;
}

/** One account on the board: what it is worth, how long it has been here, what holds and what is in its way. */
export const BoardCard = memo(function BoardCard({ card, currency, chosen, mayMove }: Props) {
  const { accountId, name, owner, days, slaDays, passed, total, column, earned } = card;
  const move = useMove();
  const [failed, setFailed] = useState<string | null>(null);
  const over = slaDays !== null && days > slaDays;
  return (
    <article
      aria-label={name}
      data-card={accountId}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardData, JSON.stringify({ accountId, name }));
        event.dataTransfer.effectAllowed = "move";
      }}
      className={cx(
        "card flex h-[124px] flex-col gap-0.5 overflow-hidden px-3 py-1.5 text-2xs",
        mayMove && "cursor-grab active:cursor-grabbing",
        chosen && "outline-2 outline-(--accent)",
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId }}
          draggable={false}
          className="truncate text-xs font-medium hover:underline"
        >
          {name}
        </Link>
        <span className="flex flex-none items-center gap-0.5">
          {owner !== null && (
            <span title={owner} className="rounded-sm bg-sunken px-1 font-medium text-muted">
              <span aria-hidden>{initials(owner)}</span>
              <span className="sr-only">Owner: {owner}</span>
            </span>
          )}
          {mayMove && (
            <MoveMenu
              name={name}
              column={column}
              onMove={(to) =>
                void move({ accountId, name, to }).catch((error: unknown) =>
                  setFailed(refusalOf(error).message),
                )
              }
            />
          )}
        </span>
      </div>
      <div className="flex items-center justify-between gap-2">
        <span className="num text-xs leading-4 font-semibold">{compactMoney(card.arr, currency)}</span>
        {earned !== null && earned !== column && <StageMark stage={earned} className="text-muted" />}
      </div>
      <div className="flex items-center justify-between gap-2">
        <Progress passed={passed} total={total} />
        {total > 0 && (
          <span className="num text-muted">
            {column === "renewal" ? "Prepared" : "Clauses"} {passed}/{total}
          </span>
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden className="h-1 min-w-0 flex-1 rounded-full bg-sunken">
          <span
            className={cx("block h-1 rounded-full", over ? "bg-(--negative)" : "bg-(--fg-subtle)")}
            style={{ width: `${slaDays === null ? 0 : Math.min(100, (days * 100) / slaDays)}%` }}
          />
        </span>
        <span className={cx("num", over ? "font-medium text-negative" : "text-muted")}>
          {slaDays === null ? `${days} d` : `${days} of ${slaDays} d`}
        </span>
      </div>
      <p
        className={cx("truncate", failed || card.blocker ? "text-warning" : "text-subtle")}
        title={failed ?? lastLine(card)}
      >
        {failed ?? lastLine(card)}
      </p>
    </article>
  );
});

function Progress({ passed, total }: { passed: number; total: number }) {
  return (
    <span aria-hidden className="flex gap-0.5">
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={cx(
            "h-1.5 w-3.5 rounded-[1px] border border-(--fg-subtle)",
            index < passed && "bg-(--fg-muted)",
          )}
        />
      ))}
    </span>
  );
}

/** The most pressing thing to know of an account. */
function lastLine(card: Card): string {
  if (card.skipped.length > 0 && card.blocker === null) return "Adopted, but Onboarded was never shown";
  if (card.staleSince !== null) return `Evidence out of date since ${dayText(card.staleSince)}`;
  if (card.blocker !== null) return card.blocker;
  if (card.column === "churn") return `Left on ${dayText(card.columnSince)}`;
  return card.renewalIn === null ? "No term ends" : `Renews in ${card.renewalIn} d`;
}
