/** How a dead letter was settled: read again and taken in, or put away as of no use. */
export const settlements = ["replayed", "dismissed"] as const;
/** One of {@link settlements}. */
export type Settlement = (typeof settlements)[number];
