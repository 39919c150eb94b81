import type { ContractLine } from "@termwise/core/facts";
import { lineIdOf } from "./keys.ts";
import type { LineDraft } from "./to-lines.ts";

/** A contract line with the key it is known by in its system. */
export interface KeyedLine {
  readonly draft: LineDraft;
  readonly key: string;
}

type Identity = Pick<ContractLine, "product" | "startsOn" | "lineKind" | "region">;

const identity = ({ product, startsOn, lineKind, region }: Identity) =>
  [product, startsOn, lineKind, ...(region === null ? [] : [region])].join("|");

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const textOf = ({ content }: LineDraft) => JSON.stringify(content);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/**
 * Rows without any id: account, product, start and kind are the key; rows of one file equal in these are told apart by
 * a number in the order of what else they say, so that no order of rows decides.
 */
function byNature(drafts: readonly LineDraft[]): KeyedLine[] {
  const natural = (draft: LineDraft) => `${draft.accountId}|${identity(draft.content)}`;
  return grouped(
    drafts,
    (draft) => `${draft.row.file.name}\u0000${draft.system}\u0000${natural(draft)}`,
  ).flatMap((group) => {
    const texts = [...new Set(group.map(textOf))].sort(order);
    return group.map((draft) => {
      const at = texts.indexOf(textOf(draft));
      return { draft, key: at === 0 ? natural(draft) : `${natural(draft)}|${at + 1}` };
    });
  });
}

/** A later period or another product under a contract id that is known already, not a correction of what is known. */
function isAnother(known: ContractLine, { content }: LineDraft): boolean {
  if (known.startsOn === content.startsOn) return false;
  return known.product !== content.product || (known.endsOn !== null && content.startsOn > known.endsOn);
}

/**
 * Rows under one contract id: the first of them (or the one already known) is the contract's line and has its id as
 * key; the others, of other products or periods, have the id with product and start.
 */
function byContract(group: readonly LineDraft[], known: ReadonlyMap<string, ContractLine>): KeyedLine[] {
  const id = group[0]?.contractKey ?? "";
  const system = group[0]?.system ?? "";
  const sorted = [...group].sort(
    (a, b) =>
      order(a.content.startsOn, b.content.startsOn) || order(identity(a.content), identity(b.content)),
  );
  const composite = (draft: LineDraft) => `${id}|${identity(draft.content)}`;
  const held = known.get(lineIdOf(system, id));
  const open = sorted.filter((draft) => !known.has(lineIdOf(system, composite(draft))));
  const same = held && sorted.find((draft) => identity(draft.content) === identity(held));
  const first = same ?? (held ? open.find((draft) => !isAnother(held, draft)) : open[0]);
  const head = first && identity(first.content);
  return group.map((draft) => ({ draft, key: identity(draft.content) === head ? id : composite(draft) }));
}

/** Gives every line its key: its own id, its contract's id, or what it is. */
export function keyedLines(
  drafts: readonly LineDraft[],
  known: ReadonlyMap<string, ContractLine>,
): KeyedLine[] {
  const withLine = drafts.filter(({ lineKey }) => lineKey !== null);
  const withContract = drafts.filter(({ lineKey, contractKey }) => lineKey === null && contractKey !== null);
  const bare = drafts.filter(({ lineKey, contractKey }) => lineKey === null && contractKey === null);
  return [
    ...withLine.map((draft) => ({ draft, key: draft.lineKey ?? "" })),
    ...grouped(withContract, ({ system, contractKey }) => `${system}\u0000${contractKey}`).flatMap((group) =>
      byContract(group, known),
    ),
    ...byNature(bare),
  ];
}
