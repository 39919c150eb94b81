interface Span<Stage> {
  readonly stage: Stage;
  readonly start: number;
  readonly end: number;
}

/** Spans as they are named: those that follow each other in one stage, with other things earned beneath, are told once. */
export function stageRuns<Stage extends string>(spans: readonly Span<Stage>[]): Span<Stage>[] {
  const runs: Span<Stage>[] = [];
  for (const { stage, start, end } of spans) {
    const last = runs.at(-1);
    if (last?.stage === stage && last.end === start) runs[runs.length - 1] = { ...last, end };
    else runs.push({ stage, start, end });
  }
  return runs;
}
