import type { FactSet } from "../facts/index.ts";
import { type AccountId, compare } from "../kernel/index.ts";
import { annualValue } from "../ledger/index.ts";
import type { Book } from "./book.ts";

/**
 * What each customer of a book began with: the product of the line its first ARR came from. Of several a core product
 * goes before the others, then the larger annual value, then the name. `facts` must be those the book was made of.
 */
export function firstProducts(book: Book, facts: Pick<FactSet, "lines">): Map<AccountId, string> {
  const lines = new Map(facts.lines.map((line) => [line.lineId, line] as const));
  const products = new Map<AccountId, string>();
  for (const { accountId, movements } of book.accounts) {
    const first = movements[0];
    if (!first) continue;
    const began = movements
      .filter(({ on }) => on === first.on)
      .flatMap(({ parts }) => parts.flatMap(({ lineIds }) => lineIds))
      .flatMap((lineId) => lines.get(lineId) ?? [])
      .map((line) => ({
        line,
        core: line.productKind === "core",
        worth: annualValue(line, book.ledgerPolicy),
      }))
      .sort(
        (a, b) =>
          Number(b.core) - Number(a.core) ||
          compare(b.worth, a.worth) ||
          (a.line.product < b.line.product ? -1 : 1),
      );
    const [largest] = began;
    if (largest) products.set(accountId, largest.line.product);
  }
  return products;
}
