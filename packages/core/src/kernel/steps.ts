/** Work that can be left after each step and gone on with: whoever does it decides what else happens in between. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does work in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How many items a step goes through: some milliseconds. */
const perStep = 1_000;

/** Goes through items, a step for every thousand. */
export function* eachInSteps<Item>(items: Iterable<Item>, each: (item: Item) => void): Steps<void> {
  let left = perStep;
  for (const item of items) {
    each(item);
    if (--left > 0) continue;
    yield;
    left = perStep;
  }
}

/** The items by key, as `groupBy` gives them. */
export function* groupInSteps<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Steps<Map<Key, Item[]>> {
  const groups = new Map<Key, Item[]>();
  yield* eachInSteps(items, (item) => {
    const key = keyOf(item);
    const held = groups.get(key);
    if (held) held.push(item);
    else groups.set(key, [item]);
  });
  return groups;
}

/** The items in the order of `compare`; of equals in the order they came. */
export function* sortedInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += perStep) {
    runs.push(items.slice(from, from + perStep).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const joined: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      joined.push(yield* joinedInOrder(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = joined;
  }
  return runs[0] ?? [];
}

function* joinedInOrder<Item>(
  some: readonly Item[],
  others: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  const joined: Item[] = [];
  let next = 0;
  yield* eachInSteps(others, (other) => {
    for (let one = some[next]; one !== undefined && compare(one, other) <= 0; one = some[++next])
      joined.push(one);
    joined.push(other);
  });
  yield* eachInSteps(some.slice(next), (one) => joined.push(one));
  return joined;
}
