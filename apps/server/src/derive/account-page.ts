import {
  type AccountAttribute,
  accountAttributes,
  type ContractLine,
  type FactSet,
} from "@termwise/core/facts";
import { type AccountId, type Day, groupBy, type LineId, round } from "@termwise/core/kernel";
import { annualValue, customers, type Movement } from "@termwise/core/ledger";
import { attributesOf, type Book } from "@termwise/core/retention";

/** Everything known of one account, for its page; amounts in minor units of their own currency. */
export function accountPage(facts: FactSet, book: Book, asked: AccountId, today: Day) {
  const { ofAccount, ofLine } = customers(facts, book.ledgerPolicy);
  const accountId = ofAccount(asked);
  const records = facts.accounts.filter((fact) => ofAccount(fact.accountId) === accountId);
  if (records.length === 0) return null;
  const own = facts.attributes.filter((fact) => fact.accountId === accountId);
  const values = attributesOf(own);
  const lines = facts.lines.filter((line) => ofLine(line) === accountId);
  const movements = book.accounts.find((account) => account.accountId === accountId)?.movements ?? [];
  const nameOf = (id: string | null) =>
    id === null
      ? null
      : attributesOf(facts.attributes.filter((fact) => fact.accountId === id)).on("name", today);
  return {
    accountId,
    name: values.on("name", today) ?? accountId,
    parent: { accountId: values.on("parent", today), name: nameOf(values.on("parent", today)) },
    records: records.map(({ accountId: id, externalIds, recordedAt }) => ({
      accountId: id,
      externalIds,
      recordedAt,
    })),
    attributes: accountAttributes.map((attribute) => ({
      attribute,
      value: attribute === "parent" ? nameOf(values.on("parent", today)) : values.on(attribute, today),
      history: historyOf(own, attribute),
    })),
    series: seriesOf(book, movements),
    movements: movements.map((movement) => ({
      ...movement,
      lines: lineIdsOf(movement).map((id) => lineRef(lines, id)),
    })),
    lines: lines
      .map((line) => ({
        lineId: line.lineId,
        product: line.product,
        productKind: line.productKind,
        lineKind: line.lineKind,
        quantity: line.quantity,
        price: line.price,
        currency: line.currency,
        arr: round(annualValue(line, book.ledgerPolicy)),
        startsOn: line.startsOn,
        endsOn: line.endsOn,
        signedOn: line.signedOn,
        noticeOn: line.noticeOn,
        autoRenew: line.autoRenew,
        renews: line.renews,
        payment: line.payment,
        sourcedBy: line.sourcedBy,
        recordedAt: line.recordedAt,
        source: line.source,
      }))
      .sort((a, b) =>
        a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : a.lineId < b.lineId ? -1 : 1,
      ),
  };
}

function historyOf(facts: FactSet["attributes"], attribute: AccountAttribute) {
  return facts
    .filter((fact) => fact.attribute === attribute)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))
    .map(({ value, effectiveOn, recordedAt, source }) => ({ value, effectiveOn, recordedAt, source }));
}

/** ARR after each day that changed it, in the book's currency at the rates of the newest change. */
function seriesOf(book: Book, movements: readonly Movement[]): { on: Day; arr: bigint }[] {
  const last = movements.at(-1);
  if (!last) return [];
  const convert = book.rates.on(last.on);
  const balances = new Map<string, Movement>();
  return [...groupBy(movements, (movement) => movement.on)].map(([on, day]) => {
    for (const movement of day) balances.set(movement.currency, movement);
    const arr = [...balances.values()].reduce((sum, m) => sum + convert(m.balance, m.currency), 0n);
    return { on, arr };
  });
}

function lineIdsOf(movement: Movement): LineId[] {
  return [...new Set(movement.parts.flatMap((part) => part.lineIds))];
}

function lineRef(lines: readonly ContractLine[], id: LineId) {
  const line = lines.find((candidate) => candidate.lineId === id);
  return { lineId: id, product: line?.product ?? null, source: line?.source ?? null };
}
