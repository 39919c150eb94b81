import {
  type GateState,
  gateStates,
  type HandoffStatus,
  handoffStatuses,
  type Verdict,
  verdicts,
} from "@termwise/core/handoff";
import { Chip } from "../../ui/chip.tsx";

const gateShapes: Record<GateState, React.ReactNode> = {
  met: <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="var(--positive)" strokeWidth="1.75" />,
  late: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--negative)" strokeWidth="1.5" />
      <path d="M6 3.5V6.25l1.75 1" fill="none" stroke="var(--negative)" strokeWidth="1.25" />
    </>
  ),
  missed: <path d="M2 2l8 8m0-8l-8 8" stroke="var(--negative)" strokeWidth="1.75" />,
  open: <circle cx="6" cy="6" r="4.25" fill="none" stroke="var(--fg-subtle)" strokeWidth="1.5" />,
};

/** How a gate stands, as a shape; its word stands beside it or is read out. */
export function GateMark({ state, word = false }: { state: GateState; word?: boolean }) {
  return (
    <span className="inline-flex flex-none items-center gap-1.5">
      <svg width="12" height="12" aria-hidden="true">
        {gateShapes[state]}
      </svg>
      <span className={word ? "" : "sr-only"}>{gateStates[state]}</span>
    </span>
  );
}

const statusTones = {
  not_started: "neutral",
  draft: "neutral",
  ready: "info",
  returned: "warning",
  accepted: "positive",
} as const satisfies Record<HandoffStatus, string>;

/** Where a packet stands. */
export function StatusChip({ status }: { status: HandoffStatus }) {
  return <Chip tone={statusTones[status]}>{handoffStatuses[status]}</Chip>;
}

const verdictTones = { open: "neutral", on_time: "positive", late: "negative" } as const;

/** The verdict on a handoff as a whole. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  return <Chip tone={verdictTones[verdict]}>{verdicts[verdict]}</Chip>;
}

/** How much of a packet is filled: six small bars and the count. */
export function Filled({ filled }: { filled: number }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="flex gap-0.5">
        {[0, 1, 2, 3, 4, 5].map((at) => (
          <span
            key={at}
            className={`h-1.5 w-3 rounded-[1px] border ${at < filled ? "border-(--fg-muted) bg-(--fg-muted)" : "border-input"}`}
          />
        ))}
      </span>
      <span className="num relative text-2xs text-muted">
        {filled}/6<span className="sr-only"> sections filled</span>
      </span>
    </span>
  );
}
