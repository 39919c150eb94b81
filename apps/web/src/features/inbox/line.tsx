import { Link } from "@tanstack/react-router";
import { cx } from "../../lib/class-names.ts";
import { dayText, momentText, readable } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Item, useDealing } from "./dealing.ts";
import { Deals } from "./deals.tsx";

const tones = {
  at_risk: "negative",
  red_flag: "negative",
  first_step_late: "negative",
  step_late: "warning",
  gate_missed: "warning",
  source_stale: "warning",
} as const;
const toneOf = (kind: string) => (kind in tones ? tones[kind as keyof typeof tones] : "neutral");

/** One item, with what one makes of it. */
export function Line({ item, today }: { item: Item; today: string }) {
  const dealing = useDealing([item], item.title);
  const open = item.state === "open";
  return (
    <li
      data-inbox-row=""
      className="flex items-start gap-3 border-t border-line px-4 py-2 text-xs first:border-t-0 focus-within:bg-hover hover:bg-hover"
    >
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <Chip tone={toneOf(item.kind)}>{item.kindName}</Chip>
          <Link
            to={item.path}
            data-opens=""
            className={cx("font-medium hover:underline", !open && "text-muted")}
          >
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
        <Deals dealing={dealing} title={item.title} today={today} />
      ) : (
        <Button look="quiet" onClick={() => void dealing.reopen()}>
          Open again
        </Button>
      )}
    </li>
  );
}
