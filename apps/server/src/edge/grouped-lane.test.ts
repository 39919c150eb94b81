import { Failure } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { type GroupItem, groupedLane } from "./grouped-lane.ts";

const bounds = { atOnce: 2, together: 10, waiting: 20, fullMessage: "Too much at once" };

interface Named extends GroupItem {
  readonly name: string;
}

const item = (name: string, more: Partial<Named> = {}): Named => ({ name, key: "a", size: 1, ...more });

/** A lane whose groups are told of as they begin, and are answered when the test says so. */
function watched(
  more: Partial<typeof bounds> = {},
  fails: (names: readonly string[]) => Error | null = () => null,
) {
  const groups: { readonly names: readonly string[]; readonly end: () => void }[] = [];
  const run = groupedLane({ ...bounds, ...more }, async (items: readonly Named[]) => {
    const names = items.map(({ name }) => name);
    await new Promise<void>((end) => groups.push({ names, end: () => end() }));
    const error = fails(names);
    if (error !== null) throw error;
    return names.map((name) => `${name} done`);
  });
  const begun = () => groups.map(({ names }) => names.join(" "));
  /** Answers each group as it begins, until nothing is left of these. */
  const answered = async (all: readonly Promise<string>[]) => {
    let over = false;
    const outcomes = Promise.allSettled(all).finally(() => {
      over = true;
    });
    for (let at = 0; !over; ) {
      groups[at]?.end();
      if (groups[at] !== undefined) at += 1;
      await new Promise(setImmediate);
    }
    return (await outcomes).map((one) => (one.status === "fulfilled" ? one.value : one.reason.message));
  };
  return { run, begun, answered };
}

it("does together what came while the work before it was done, and answers each its own", async () => {
  const { run, begun, answered } = watched();
  const all = ["1", "2", "3", "4"].map((name) => run(item(name)));
  expect(begun()).toEqual(["1"]);
  expect(await answered(all)).toEqual(["1 done", "2 done", "3 done", "4 done"]);
  expect(begun()).toEqual(["1", "2 3 4"]);
});

it("does no more together than its bound, and what is larger by itself, in the order asked for", async () => {
  const { run, begun, answered } = watched();
  const sizes = [1, 4, 6, 5, 30, 2, 2];
  await answered(sizes.map((size, at) => run(item(`${at}`, { size }))));
  expect(begun()).toEqual(["0", "1 2", "3", "4", "5 6"]);
});

it("keeps keys apart, serves so many at once, and serves them in turns", async () => {
  const { run, begun, answered } = watched({ together: 1 });
  const all = ["a1", "a2", "a3", "b1", "b2", "c1"].map((name) => run(item(name, { key: name.slice(0, 1) })));
  expect(begun()).toEqual(["a1", "b1"]);
  await answered(all);
  expect(begun().slice(2)).toEqual(["a2", "b2", "c1", "a3"]);
});

it("fails what is wrong alone: the others of its group are done one by one", async () => {
  const wrong = new Error("wrong");
  const { run, begun, answered } = watched({}, (names) => (names.includes("3") ? wrong : null));
  const all = ["1", "2", "3", "4"].map((name) => run(item(name)));
  expect(await answered(all)).toEqual(["1 done", "2 done", "wrong", "4 done"]);
  expect(begun()).toEqual(["1", "2 3 4", "2", "3", "4"]);
  expect(await answered([run(item("5"))])).toEqual(["5 done"]);
});

it("tells all that wait for the same when it is away, and goes on when it is back", async () => {
  let away = true;
  const { run, begun, answered } = watched({}, () => (away ? new Failure("unavailable", "away") : null));
  const all = ["1", "2", "3"].map((name) => run(item(name)));
  const other = run(item("other", { key: "b" }));
  expect(await answered([...all, other])).toEqual(["away", "away", "away", "away"]);
  expect(begun()).toEqual(["1", "other"]);
  away = false;
  expect(await answered([run(item("4")), run(item("5"))])).toEqual(["4 done", "5 done"]);
});

it("refuses at once what would wait beyond the bound, and takes it again when there is room", async () => {
  const { run, answered } = watched({ waiting: 2 });
  const taken = ["1", "2", "3"].map((name) => run(item(name)));
  await expect(run(item("4"))).rejects.toMatchObject({
    code: "unavailable",
    message: "Too much at once",
    details: { retryAfter: 5 },
  });
  await answered(taken);
  expect(await answered([run(item("5"))])).toEqual(["5 done"]);
});
