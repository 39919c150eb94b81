import { termById, termOfMovement } from "@termwise/core/registry";
import { z } from "zod";
import { movementList } from "../derive/movement-list.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { reasonName } from "./bridge-view.ts";
import { answering, Scope } from "./scope.ts";

const sorts = ["on", "name", "kind", "amount", "size", "recorded"] as const;
const Sort = z.union([z.enum(sorts), z.templateLiteral([z.literal("-"), z.enum(sorts)])]);

type Row = ReturnType<typeof movementList>[number];

const size = (row: Row): bigint => {
  const amount = row.amount ?? row.booked.amount;
  return amount < 0n ? -amount : amount;
};
const keys: Record<(typeof sorts)[number], (row: Row) => bigint | string> = {
  on: (row) => row.on,
  name: (row) => row.name.toLowerCase(),
  kind: (row) => row.kind,
  amount: (row) => row.amount ?? row.booked.amount,
  size,
  recorded: (row) => row.recordedAt ?? "",
};

function sorted<Some extends Row>(rows: readonly Some[], sort: z.infer<typeof Sort>): Some[] {
  const down = sort.startsWith("-");
  const key = keys[(down ? sort.slice(1) : sort) as (typeof sorts)[number]];
  // Rows come by day and account: equals stay in that order.
  return [...rows].sort((a, b) => {
    const [x, y] = down ? [key(b), key(a)] : [key(a), key(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

/** What a row can be found by: customer, parent, movement, reasons and contracts. */
function findable(row: Row & { reasonNames: readonly string[] }): string {
  const lines = row.lines.flatMap(({ key, file, lineId }) => [key, file, lineId]);
  return [
    row.name,
    row.parent?.name,
    row.movementId,
    row.kind,
    ...row.externalIds,
    ...row.reasonNames,
    ...lines,
  ]
    .join("\n")
    .toLowerCase();
}

/**
 * Every movement of the slice in the period, with its reasons and the lines and source rows behind it: in day order and
 * whole, or sorted, those that `search` finds, a page of them. `sum` is over all that was found; `null` while a rate is
 * missing. `version` is that of the definition each is counted by.
 */
export const movements = procedure
  .input(
    Scope.extend({
      search: z.string().max(200).optional(),
      sort: Sort.default("on"),
      page: z.int().min(1).default(1),
      pageSize: z.int().min(1).max(500).optional(),
    }),
  )
  .query(async ({ ctx: { termwise }, input: { search, sort, page, pageSize, ...scope } }) => {
    const asked = await answering(termwise, scope);
    const facts = (await termwise.books()).factsAt(asked.recorded);
    const wanted = search?.trim().toLowerCase() ?? "";
    const all = movementList(asked.book, asked, facts).map((row) => ({
      ...row,
      term: termOfMovement[row.kind],
      version: asked.versionOf(termById(termOfMovement[row.kind])),
      reasonNames: [
        ...(row.kind === "churn" ? [reasonName("churn", row.churnReason ?? "unsaid")] : []),
        ...(row.kind === "expansion" || row.kind === "contraction"
          ? row.reasons.flatMap(({ reason }) => [reasonName(row.kind, reason), reason])
          : []),
        ...(row.kind === "new" ? ["Won"] : row.kind === "reactivation" ? ["Returned"] : []),
      ],
    }));
    const found = wanted === "" ? all : all.filter((row) => findable(row).includes(wanted));
    const missing = found.some((row) => row.amount === null);
    const ordered = sorted(found, sort);
    return wire({
      currency: asked.book.currency,
      count: all.length,
      found: found.length,
      page,
      pageSize: pageSize ?? found.length,
      sum: missing ? null : found.reduce((total, row) => total + (row.amount ?? 0n), 0n),
      rows: pageSize === undefined ? ordered : ordered.slice((page - 1) * pageSize, page * pageSize),
    });
  });
