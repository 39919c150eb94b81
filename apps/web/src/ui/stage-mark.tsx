import { stageNames } from "@termwise/core/lifecycle";
import { cx } from "../lib/class-names.ts";

/** What each stage is called; the colour and, for churn, the hatching of its mark. */
export const stageLooks = {
  won: { name: stageNames.won, mark: "bg-(--stage-won)" },
  onboarded: { name: stageNames.onboarded, mark: "bg-(--stage-onboarded)" },
  adopted: { name: stageNames.adopted, mark: "bg-(--stage-adopted)" },
  expansion: { name: stageNames.expansion, mark: "bg-(--stage-expansion)" },
  renewal: { name: stageNames.renewal, mark: "bg-(--stage-renewal)" },
  churn: {
    name: stageNames.churn,
    mark: "bg-[repeating-linear-gradient(135deg,var(--stage-churn)_0_2px,transparent_2px_4px)] border border-(--stage-churn)",
  },
} as const;
/** A stage of the lifecycle. */
export type StageKey = keyof typeof stageLooks;

/** A stage: a square of its colour and its name, so that nobody has to know the colours. */
export function StageMark({
  stage,
  bare = false,
  className,
}: {
  stage: StageKey;
  bare?: boolean;
  className?: string;
}) {
  const { name, mark } = stageLooks[stage];
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <span aria-hidden className={cx("size-2.5 flex-none rounded-[2px]", mark)} />
      <span className={cx(bare && "sr-only")}>{name}</span>
    </span>
  );
}
