import { Statement, StatementInputs } from "@termwise/core/compensation";
import { loadStatementContents, type StatementHead, type WorkspaceTransaction } from "@termwise/db";

/** What was written down of a statement: its inputs without earlier statements, which are named by number and hash. */
export interface StatementContent {
  readonly inputs: StatementInputs;
  readonly earlier: readonly { readonly number: number; readonly hash: string }[];
  readonly statement: Statement;
}

/** A draft of a statement, and what it says where that was read. */
export interface HeldDraft extends StatementHead {
  /** Null: it was not asked for. */
  readonly says: (() => StatementContent) | null;
}

/** Which drafts are read whole, of all there are. */
export type WantedContents = (heads: readonly StatementHead[]) => readonly StatementHead[];

/** What every draft says: a new draft is made from all that was closed. */
export const allContents: WantedContents = (heads) => heads;
/** What no draft says: whose statements there are is enough. */
export const noContents: WantedContents = () => [];
/** What the drafts of one person say. */
export const contentsOf =
  (person: string): WantedContents =>
  (heads) =>
    heads.filter((one) => one.person === person);
/** What the drafts of the person say whose statement has a number: it stands on those before it. */
export const contentsBeside =
  (number: number): WantedContents =>
  (heads) =>
    contentsOf(heads.find((one) => one.number === number)?.person ?? "")(heads);
/** What the drafts of a period say. */
export const contentsIn =
  (period: string): WantedContents =>
  (heads) =>
    heads.filter((one) => one.period === period);
/** What one draft of each period says, by which periods are put in order. */
export const oneOfEachPeriod: WantedContents = (heads) => [
  ...new Map(heads.map((one) => [one.period, one])).values(),
];

/** The length of all texts that stay read, in characters. */
const room = 24_000_000;
const read = new Map<string, { readonly content: StatementContent; readonly length: number }>();
let taken = 0;

/** Drafts with what the wanted ones say. What has one hash is one text: what was read before is not read again. */
export async function held(
  tx: WorkspaceTransaction,
  heads: readonly StatementHead[],
  wanted: WantedContents,
): Promise<HeldDraft[]> {
  const hashes = new Set(wanted(heads).map(({ hash }) => hash));
  const known = new Map([...hashes].flatMap((hash) => contentEntry(hash)));
  const texts = await loadStatementContents(
    tx,
    [...hashes].filter((hash) => !known.has(hash)),
  );
  return heads.map((head) => {
    const { hash } = head;
    const text = texts.get(hash);
    let content = known.get(hash);
    if (content === undefined && text === undefined) return { ...head, says: null };
    return {
      ...head,
      says: () => {
        content ??= parsed(hash, text as string);
        return content;
      },
    };
  });
}

function contentEntry(hash: string): [string, StatementContent][] {
  const found = read.get(hash);
  return found ? [[hash, found.content]] : [];
}

function parsed(hash: string, text: string): StatementContent {
  const known = read.get(hash);
  if (known) return known.content;
  const { inputs, earlier, statement } = JSON.parse(text) as Record<
    "inputs" | "earlier" | "statement",
    unknown
  >;
  const content = {
    inputs: StatementInputs.parse(inputs),
    earlier: earlier as StatementContent["earlier"],
    statement: Statement.parse(statement),
  };
  read.set(hash, { content, length: text.length });
  taken += text.length;
  for (const [oldest, { length }] of read) {
    if (taken <= room) break;
    read.delete(oldest);
    taken -= length;
  }
  return content;
}

/** What a draft says. Throws where that was not read: whoever reads it has to want it. */
export function contentOf({ says, number }: Pick<HeldDraft, "says" | "number">): StatementContent {
  if (says === null) throw new Error(`What statement ${number} says was not read`);
  return says();
}
