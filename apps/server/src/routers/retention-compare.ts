import type { Figure } from "@termwise/core/glossary";
import { agreedOn, definitionOn, type Proposal, policyOfDay, readerOf } from "@termwise/core/governance";
import { type AccountId, addDays, Day, decimalText, Failure } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import { termById } from "@termwise/core/registry";
import {
  type AccountDifference,
  attributeAt,
  type Difference,
  differenceOf,
  type MetricTerm,
  policyPresetIds,
  policyPresets,
  roundedTogether,
  type Window,
} from "@termwise/core/retention";
import { z } from "zod";
import { proposalsAt } from "../definitions/agreed.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { changeOf } from "./figure-change.ts";
import { figureIn } from "./figures.ts";
import { type Asked, answering, PolicyChoices, Scope, windowFor } from "./scope.ts";

/** What is counted both ways. */
const compared = [
  "nrr",
  "grr",
  "logo-retention",
  "opening-arr",
  "closing-cohort-arr",
] as const satisfies readonly MetricTerm[];

/** Another way to count: as a preset does, by choices of one's own, or by the definitions of another day. */
const Way = z.strictObject({
  preset: z.enum(policyPresetIds).optional(),
  policy: PolicyChoices.optional(),
  definitions: z.union([z.literal("now"), Day]).optional(),
});
type Way = z.infer<typeof Way>;

/** The same question, counted another way; what the way chooses stands above what the question chose. */
function counting(scope: Scope, { preset, policy, definitions }: Way): Scope {
  return {
    ...scope,
    policy: { ...scope.policy, ...policy },
    ...(preset === undefined ? {} : { preset }),
    ...(definitions === undefined ? {} : { definitions }),
  };
}

interface Counted {
  readonly asked: Asked;
  readonly window: Window;
}

async function countedBy(termwise: Termwise, scope: Scope): Promise<Counted> {
  const asked = await answering(termwise, scope);
  return { asked, window: windowFor(asked) };
}

const policyOf = ({ asked }: Counted) => ({ ...asked.policy, ...asked.book.ledgerPolicy });

/** Where the two ways do not agree on who a customer is, both are told by the ultimate parent. */
async function customerOf(termwise: Termwise, a: Counted, b: Counted) {
  if (policyOf(a).identity === policyOf(b).identity) return undefined;
  const facts = (await termwise.books()).factsAt(a.asked.recorded);
  return customers(facts, { ...houseLedgerPolicy, identity: "parent" }).ofAccount;
}

/** How far B is from A, in percentage points or minor units; rows are told so that they add up to it as printed. */
function told(found: Difference, unit: Figure["unit"]) {
  const { accounts, difference } = found;
  if (difference === null) return { difference: null, effects: accounts.map(() => null) };
  const exact = accounts.map(({ effect }) => effect ?? { n: 0n, d: 1n });
  if (unit !== "ratio")
    return { difference: decimalText(difference, 0), effects: exact.map((effect) => decimalText(effect, 0)) };
  const { parts, total } = roundedTogether(
    exact.map(({ n, d }) => ({ n: n * 100n, d })),
    4,
  );
  return { difference: total, effects: parts };
}

const shareOf = ({ effect }: AccountDifference, whole: Difference["difference"]): string | null =>
  effect === null || whole === null || whole.n === 0n
    ? null
    : decimalText({ n: effect.n * whole.d, d: effect.d * whole.n }, 4);

/** Past and coming definitions that figures are counted by, where they differ from those the question is counted by. */
function definitionsOffered(proposals: readonly Proposal[], scope: Scope, { asked, window }: Counted) {
  const turns = agreedOn(proposals)
    .filter(({ entry }) => Object.keys(entry.parameters).some((name) => readerOf(name) === "figures"))
    .map(({ approved }) => approved.from)
    .sort();
  const [first] = turns;
  if (first === undefined) return [];
  const standing = JSON.stringify(policyOf({ asked, window }));
  const nrr = termById("nrr");
  return [...new Set([addDays(first, -1), ...turns])].flatMap((on, i) => {
    const { retention, ledger } = policyOfDay(proposals, on, scope.policy);
    if (JSON.stringify({ ...retention, ...ledger }) === standing) return [];
    return [{ on, first: i === 0, version: definitionOn(nrr, proposals, on).version }];
  });
}

/**
 * One period counted several ways side by side: by the definitions in force, and up to three others. Each way tells its
 * choices, five figures, how far each is from the first and how many accounts cause that; a way whose methods do not go
 * together, or lacks a rate, says why instead. Beside them what can be compared with: the presets, and other definitions.
 */
export const compareQuery = procedure
  .input(Scope.extend({ ways: z.array(Way).max(3).default([]) }))
  .query(async ({ ctx: { termwise }, input: { ways, ...scope } }) => {
    const a = await countedBy(termwise, scope);
    const base = compared.map((term) => figureIn(a.asked, a.window, term));
    const others = [];
    for (const way of ways) others.push(await sideBySide(termwise, { a, base, scope, way }));
    const { period, book, recorded } = a.asked;
    return wire({
      period: { text: period.text, from: period.from, to: period.to },
      currency: book.currency,
      policy: policyOf(a),
      figures: base,
      ways: others,
      offered: {
        presets: policyPresets,
        definitions: definitionsOffered(proposalsAt(await termwise.books(), recorded), scope, a),
      },
    });
  });

async function sideBySide(
  termwise: Termwise,
  { a, base, scope, way }: { a: Counted; base: readonly Figure[]; scope: Scope; way: Way },
) {
  try {
    const b = await countedBy(termwise, counting(scope, way));
    const gather = await customerOf(termwise, a, b);
    const policy = policyOf(b);
    return {
      fault: null,
      policy,
      figures: compared.map((term, i) => {
        const figure = figureIn(b.asked, b.window, term);
        const found = differenceOf(a.window, b.window, term, gather);
        return {
          figure,
          difference: told(found, figure.unit).difference,
          share: figure.unit === "ratio" ? null : changeOf(figure, base[i] ?? null),
          accounts: found.accounts.length,
        };
      }),
    };
  } catch (error) {
    if (!(error instanceof Failure) || !["bad_input", "rate_missing"].includes(error.code)) throw error;
    return { fault: error.message, policy: null, figures: [] };
  }
}

const sorts = ["-size", "size", "-effect", "effect", "name", "-name"] as const;

/**
 * The accounts that make a figure differ between two ways to count, each with what it adds to both sums either way and
 * its part of the difference: `(ΔN · D_A − N_A · ΔD) / (D_A · D_B)` in percentage points, or ΔN in minor units. The
 * effects of all rows add up to `difference` digit by digit.
 */
export const differencesQuery = procedure
  .input(
    Scope.extend({
      way: Way,
      term: z.enum(compared).default("nrr"),
      search: z.string().max(200).optional(),
      sort: z.enum(sorts).default("-size"),
      page: z.int().min(1).default(1),
      pageSize: z.int().min(1).max(500).default(100),
    }),
  )
  .query(async ({ ctx: { termwise }, input }) => {
    const { way, term, search, sort, page, pageSize, ...scope } = input;
    const a = await countedBy(termwise, scope);
    const b = await countedBy(termwise, counting(scope, way));
    const found = differenceOf(a.window, b.window, term, await customerOf(termwise, a, b));
    const [one, other] = [figureIn(a.asked, a.window, term), figureIn(b.asked, b.window, term)];
    const { difference, effects } = told(found, other.unit);
    const segmentOf = segments(a, b);
    const all = found.accounts.map((account, i) => ({
      ...account,
      segment: segmentOf(account.accountId),
      effect: effects[i] ?? null,
      share: shareOf(account, found.difference),
    }));
    const wanted = search?.trim().toLowerCase() ?? "";
    const rows = all.filter(({ name }) => name.toLowerCase().includes(wanted)).sort(orders[sort]);
    return wire({
      a: one,
      b: other,
      difference,
      count: all.length,
      found: rows.length,
      page,
      pageSize,
      rows: rows.slice((page - 1) * pageSize, page * pageSize),
    });
  });

/** The segment an account had at the opening, from whichever window has it. */
function segments(a: Counted, b: Counted): (id: AccountId) => string | null {
  const known = new Map(
    [b, a].flatMap(({ window }) =>
      window.accounts.map((w) => [w.account.accountId, attributeAt(w, window, "segment")] as const),
    ),
  );
  return (id) => known.get(id) ?? null;
}

type Row = { readonly name: string; readonly accountId: string; readonly effect: string | null };
const signed = ({ effect }: Row): number => Number(effect ?? 0);
const size = (row: Row): number => Math.abs(signed(row));
const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, "en") || (a.accountId < b.accountId ? -1 : 1);

const orders: Readonly<Record<(typeof sorts)[number], (a: Row, b: Row) => number>> = {
  "-size": (a, b) => size(b) - size(a) || byName(a, b),
  size: (a, b) => size(a) - size(b) || byName(a, b),
  "-effect": (a, b) => signed(b) - signed(a) || byName(a, b),
  effect: (a, b) => signed(a) - signed(b) || byName(a, b),
  name: byName,
  "-name": (a, b) => byName(b, a),
};
