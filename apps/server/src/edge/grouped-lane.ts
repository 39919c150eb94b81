import { Failure } from "@termwise/core/kernel";

/** How much a lane lets in, how much it does together, and what it says when it is full. */
export interface GroupBounds {
  /** Groups that are worked on at once, each of another key. */
  readonly atOnce: number;
  /** What the sizes of a group's items come to at most; an item that is larger is a group of its own. */
  readonly together: number;
  /** Items that may wait. */
  readonly waiting: number;
  readonly fullMessage: string;
}

/** Something to be done together with others of its key. */
export interface GroupItem {
  readonly key: string;
  readonly size: number;
}

/** Does an item together with what waits beside it; throws the `unavailable` failure at once when too many wait already. */
export type GroupedLane<Item, Result> = (item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A lane in which all items of a key that came while the ones before them were worked on are done together: what each group
 * costs by itself is shared the more, the more comes. `work` answers item by item, and does all of a group or nothing. Where
 * it fails, each is done by itself, so that one that is wrong spoils no other. That it is `unavailable` is nobody's fault: it
 * is told to the group and to all that wait behind it, which would wait for the same.
 */
export function groupedLane<Item extends GroupItem, Result>(
  { atOnce, together, waiting, fullMessage }: GroupBounds,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): GroupedLane<Item, Result> {
  /** What waits, by its key; a key that was served goes behind the others. */
  const queues = new Map<string, Waiting<Item, Result>[]>();
  const busy = new Set<string>();
  let left = 0;

  function begin(): void {
    for (const [key, queue] of queues) {
      if (busy.size >= atOnce) return;
      if (busy.has(key)) continue;
      const group = firstOf(queue);
      left -= group.length;
      queues.delete(key);
      if (queue.length > 0) queues.set(key, queue);
      busy.add(key);
      void settle(group, key).finally(() => {
        busy.delete(key);
        begin();
      });
    }
  }

  function refuseWaiting(key: string, error: unknown): void {
    const queue = queues.get(key) ?? [];
    queues.delete(key);
    left -= queue.length;
    for (const { reject } of queue) reject(error);
  }

  function firstOf(queue: Waiting<Item, Result>[]): Waiting<Item, Result>[] {
    let [count, size] = [0, 0];
    for (const { item } of queue) {
      size += item.size;
      if (count > 0 && size > together) break;
      count += 1;
    }
    return queue.splice(0, count);
  }

  async function settle(group: readonly Waiting<Item, Result>[], key: string): Promise<void> {
    try {
      const results = await work(group.map(({ item }) => item));
      if (results.length !== group.length) throw new Error("A group was not answered item by item");
      for (const [at, result] of results.entries()) group[at]?.resolve(result);
    } catch (error) {
      const away = error instanceof Failure && error.code === "unavailable";
      if (away) refuseWaiting(key, error);
      if (away || group.length === 1) for (const { reject } of group) reject(error);
      else for (const one of group) await settle([one], key);
    }
  }

  return (item) => {
    if (left >= waiting) return Promise.reject(new Failure("unavailable", fullMessage, { retryAfter: 5 }));
    return new Promise((resolve, reject) => {
      const queue = queues.get(item.key) ?? [];
      queues.set(item.key, queue);
      queue.push({ item, resolve, reject });
      left += 1;
      begin();
    });
  };
}
