import { Link } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { memo, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, count, counted, dayText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import { initials } from "./board-groups.ts";
import { startDrag } from "./dragging.ts";
import type { Card } from "./lifecycle.ts";
import { MoveMenu } from "./move-menu.tsx";
import type { Asked } from "./use-move.ts";

interface Props {
  card: Card;
  currency: string;
  /** The panel its move is open in, as the address has it; null: none is. */
  panel: string | null;
  /** Asks for a move; left out where nothing can be moved. */
  onMove?: ((asked: Asked) => void) | undefined;
}

/** One account on the board: what it is worth, how long it has been here, what holds and what is in its way. */
export const BoardCard = memo(function BoardCard({ card, currency, panel, onMove }: Props) {
  const { accountId, name, owner, days, slaDays, passed, total, column, earned, renewalIn } = card;
  const over = slaDays !== null && days > slaDays;
  // The panel that was open last comes back here when it closes.
  const [opened, setOpened] = useState(panel);
  if (panel !== null && panel !== opened) setOpened(panel);
  return (
    <article
      aria-label={name}
      data-card={accountId}
      draggable={onMove !== undefined}
      onDragStart={(event) => startDrag(event, { accountId, name, from: column })}
      className={cx(
        "card flex flex-col gap-1 overflow-hidden px-3 py-2 text-2xs",
        onMove && "cursor-grab active:cursor-grabbing",
        panel !== null && "outline-2 outline-(--accent)",
      )}
    >
      <div className="flex items-center justify-between gap-1">
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId }}
          draggable={false}
          data-opens={opened ?? undefined}
          title={name}
          className="min-w-0 flex-1 truncate text-xs leading-6 font-medium hover:underline focus-visible:-outline-offset-2"
        >
          {name}
        </Link>
        {owner !== null && (
          <span title={owner} className="flex-none rounded-sm bg-sunken px-1 font-medium text-muted">
            <span aria-hidden>{initials(owner)}</span>
            <span className="sr-only">Owner: {owner}</span>
          </span>
        )}
        {onMove && (
          <MoveMenu
            name={name}
            column={column}
            onMove={(to) => onMove({ accountId, name, from: column, to })}
          />
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        <span className="num text-xs font-semibold">
          {compactMoney(card.arr, currency)}
          {column === "churn" && <span className="font-normal text-muted"> lost</span>}
        </span>
        {earned !== null && (
          <span className={cx(earned === column ? "text-subtle" : "text-fg")}>
            <span className="sr-only">Earned: </span>
            <StageMark stage={earned} />
          </span>
        )}
      </div>
      {column !== "churn" && (
        <div className="flex items-center justify-between gap-2">
          <span className="num flex items-center gap-1.5 text-muted">
            <Progress passed={passed} total={total} />
            {total > 0 && (
              <>
                <span aria-hidden>
                  {passed}/{total}
                </span>
                <span className="sr-only">
                  {passed} of {total} {column === "renewal" ? "preparations done" : "clauses hold"}
                </span>
              </>
            )}
          </span>
          {renewalIn !== null && (
            <span title="Renews in" className="num flex flex-none items-center gap-1 text-subtle">
              <RotateCw size={10} strokeWidth={1.75} aria-hidden />
              <span aria-hidden>{count(renewalIn)} d</span>
              <span className="sr-only">Renews in {counted(renewalIn, "day")}</span>
            </span>
          )}
        </div>
      )}
      {column !== "churn" && (
        <div className="flex items-center justify-between gap-2">
          <span aria-hidden className="h-1 min-w-0 flex-1 rounded-full bg-sunken">
            <span
              className={cx("block h-1 rounded-full", over ? "bg-(--negative)" : "bg-(--fg-subtle)")}
              style={{ width: `${slaDays === null ? 0 : Math.min(100, (days * 100) / slaDays)}%` }}
            />
          </span>
          <span className={cx("num whitespace-nowrap", over ? "font-medium text-negative" : "text-muted")}>
            {slaDays === null ? `${count(days)} d` : `${count(days)} of ${count(slaDays)} d`}
          </span>
        </div>
      )}
      <LastLine card={card} />
    </article>
  );
});

function Progress({ passed, total }: { passed: number; total: number }) {
  return (
    <span aria-hidden className="flex min-w-0 gap-0.5 overflow-hidden">
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={cx(
            "h-1.5 w-2.5 flex-none rounded-[1px] border border-(--fg-subtle)",
            index < passed && "bg-(--fg-muted)",
          )}
        />
      ))}
    </span>
  );
}

/** Marks of evidence that is not as it should be, what is in its way, and when its term ends. */
function LastLine({ card }: { card: Card }) {
  const { blocker, staleSince, skipped, column } = card;
  const says =
    column === "churn"
      ? `Left ${dayText(card.columnSince)}`
      : (blocker ?? (card.renewalIn === null ? "Nothing in its way; no term ends" : "Nothing in its way"));
  return (
    <div className="flex items-center gap-1.5">
      {staleSince !== null && <Chip tone="warning">Stale</Chip>}
      {skipped.length > 0 && <Chip tone="warning">Skipped</Chip>}
      <span
        title={staleSince === null ? says : `${says}. Out of date since ${dayText(staleSince)}`}
        className={cx("min-w-0 flex-1 truncate", blocker === null ? "text-subtle" : "text-warning")}
      >
        {says}
      </span>
    </div>
  );
}
