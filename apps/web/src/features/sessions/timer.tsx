import { Clock } from "lucide-react";
import { useRef } from "react";
import { cx } from "../../lib/class-names.ts";
import type { Session } from "./session.ts";
import { later, leftText, levelOf, type Spent, spoken, spokenSteps } from "./session-clock.ts";
import { useNow } from "./use-now.ts";

interface Props {
  session: Session;
  /** When this page was told of it, in milliseconds. */
  toldAt: number;
  /** What the part it is at is called; null: the session has one part alone. */
  part: string | null;
  /** The term it is at, for what is spoken. */
  at: string | null;
}

const levels = {
  calm: { text: "text-fg", bar: "bg-(--accent)", word: null },
  short: { text: "text-warning", bar: "bg-(--warning)", word: "Running short" },
  over: { text: "text-negative", bar: "bg-(--negative)", word: "Over" },
} as const;

/** What is left of the term and of the whole session. It tells; it never goes on by itself. */
export function Timer({ session: { clock }, toldAt, part, at }: Props) {
  const now = useNow(clock.running);
  const whole = later(clock.whole, clock.running, now - toldAt);
  const step = spokenSteps(whole);
  const said = useRef({ step: 0, text: "" });
  // Said once for each five minutes, whatever term it is at by then.
  if (said.current.step !== step) said.current = { step, text: spoken(whole, at) };
  const own = clock.part && later(clock.part, clock.running, now - toldAt);
  return (
    <section aria-label="Time" className="flex flex-wrap items-end gap-x-8 gap-y-3">
      {own && part !== null && <Left name={part} spent={own} large />}
      <Left name="Session" spent={whole} large={part === null} />
      {!clock.running && (
        <p className="flex items-center gap-1.5 pb-1 text-xs text-muted">
          <Clock size={14} strokeWidth={1.5} aria-hidden />
          Paused
        </p>
      )}
      <p className="sr-only" role="status" aria-live="polite">
        {said.current.text}
      </p>
    </section>
  );
}

function Left({ name, spent, large = false }: { name: string; spent: Spent; large?: boolean }) {
  const level = levels[levelOf(spent)];
  const share = Math.min(100, spent.budget === 0 ? 100 : (spent.elapsed / spent.budget) * 100);
  return (
    <div className={large ? "min-w-40" : "min-w-24"}>
      <p className="flex items-baseline justify-between gap-3 text-2xs font-medium text-subtle">
        {name}
        {level.word && <span className={level.text}>{level.word}</span>}
      </p>
      <p
        role="timer"
        aria-label={`Left: ${name}`}
        data-level={levelOf(spent)}
        className={cx(
          "num font-semibold tracking-[-0.01em]",
          large ? "text-[3.5rem] leading-[3.5rem]" : "text-figure",
          level.text,
        )}
      >
        {leftText(spent)}
      </p>
      <div className="mt-2 h-1 overflow-hidden rounded-full bg-(--border-subtle)" aria-hidden>
        <div className={cx("h-full rounded-full", level.bar)} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
