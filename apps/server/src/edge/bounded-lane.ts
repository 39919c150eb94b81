import { Failure } from "@termwise/core/kernel";

/** How much a lane lets in, and what it says when it is full. */
export interface LaneBounds {
  readonly atOnce: number;
  readonly waiting: number;
  readonly fullMessage: string;
}

/** Work done a few at a time, first come first served. */
export interface Lane {
  /** Does the work when its turn comes; throws the `unavailable` failure at once when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** How much is being done and how much waits, now. */
  load(): { readonly running: number; readonly waiting: number };
}

/** A lane in which memory is bounded by how many work at once, and time by how many may wait. */
export function boundedLane({ atOnce, waiting, fullMessage }: LaneBounds): Lane {
  const queue: (() => void)[] = [];
  let running = 0;

  /** The one who ends hands its place to the next, so that a newcomer cannot slip in between. */
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      if (running < atOnce) running += 1;
      else if (queue.length >= waiting) throw new Failure("unavailable", fullMessage, { retryAfter: 5 });
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        leave();
      }
    },
    load: () => ({ running, waiting: queue.length }),
  };
}
