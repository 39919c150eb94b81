import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Failure, type Instant, instant } from "@termwise/core/kernel";
import {
  appendDraftFile,
  deleteImportDraft,
  deleteOldImportDrafts,
  findImportDraft,
  keepDraftFiles,
  loadDraftFile,
  replaceImportDraft,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { Termwise } from "../termwise.ts";
import { DraftState, draftDays, emptyDraft, largestDraft } from "./draft-state.ts";
import type { ImportFile } from "./import-request.ts";

/** A draft as whoever prepares it sees it. */
export interface Draft extends DraftState {
  readonly version: number;
  readonly changedAt: Instant;
  /** When it is thrown away if nobody touches it. */
  readonly expiresAt: Instant;
}

/** Whose draft a request is about: never anybody's but who asks. */
export const draftOwner = ({ actor }: Acting): string => actor.id ?? actor.kind;

const dayLength = 86_400_000;
const daysFrom = (at: Instant, days: number): Instant =>
  instant(new Date(Date.parse(at) + days * dayLength).toISOString());

/** One's own draft; null when one has none, or its days are over. */
export async function ownDraft(tx: WorkspaceTransaction, owner: string, now: Instant): Promise<Draft | null> {
  const held = await findImportDraft(tx, owner);
  const state = held ? DraftState.safeParse(held.state) : null;
  if (!held || !state?.success || held.changedAt < daysFrom(now, -draftDays)) return null;
  const { version, changedAt } = held;
  return { ...state.data, version, changedAt, expiresAt: daysFrom(changedAt, draftDays) };
}

/** Changes one's own draft, which must be as it was seen. `conflict` when another window was faster. */
export async function changeDraft(
  termwise: Termwise,
  acting: Acting,
  seen: number | null,
  change: (tx: WorkspaceTransaction, draft: DraftState) => DraftState | Promise<DraftState>,
): Promise<Draft> {
  const [owner, now] = [draftOwner(acting), acting.at];
  return termwise.write(async (tx) => {
    await deleteOldImportDrafts(tx, daysFrom(now, -draftDays));
    const held = await ownDraft(tx, owner, now);
    assertSeen(held, seen);
    // A draft begins with its files.
    if (seen !== null && !held) throw new Failure("not_found", "There is no draft. Add the files first");
    const {
      version: _,
      changedAt: __,
      expiresAt: ___,
      ...state
    } = held ?? { ...emptyDraft, version: 0, changedAt: now, expiresAt: now };
    const next = (held?.version ?? 0) + 1;
    // Parts of files refer to it: it is there before them.
    if (!held) await replaceImportDraft(tx, { owner, version: next, changedAt: now, state });
    const changed = DraftState.parse(await change(tx, state));
    // Going from step to step changes nothing of what would be imported.
    const same = held !== null && isDeepStrictEqual({ ...changed, step: state.step }, state);
    const version = same ? held.version : next;
    await replaceImportDraft(tx, { owner, version, changedAt: now, state: changed });
    return { ...changed, version, changedAt: now, expiresAt: daysFrom(now, draftDays) };
  });
}

/** Throws unless a draft is as it was last seen; null: it does not matter. */
export function assertSeen(held: Draft | null, version: number | null): void {
  if (version === null || version === (held?.version ?? 0)) return;
  throw new Failure(
    "conflict",
    held
      ? "This import was changed in another window. What it says now is shown; go on from there"
      : "This import was finished or thrown away in another window",
  );
}

/** Adds files to a draft, in place of those of the same names. Refused beyond 50 MB or 20 files. */
export async function addDraftFiles(
  termwise: Termwise,
  acting: Acting,
  files: readonly ImportFile[],
): Promise<Draft> {
  return changeDraft(termwise, acting, null, async (tx, draft) => {
    const owner = draftOwner(acting);
    const added = files.map(({ name, bytes }) => ({
      name,
      size: bytes.byteLength,
      sha256: sha256(bytes),
      bytes,
    }));
    const names = new Set(added.map(({ name }) => name));
    if (names.size < added.length)
      throw new Failure("refused", "Two files have the same name. Rename one of them");
    const kept = draft.files.filter(({ name }) => !names.has(name));
    const all = [...kept, ...added.map(({ bytes: _, ...file }) => file)];
    if (all.length > 20) throw new Failure("refused", "An import takes up to 20 files. Take some out");
    if (all.reduce((sum, { size }) => sum + size, 0) > largestDraft)
      throw new Failure(
        "refused",
        "The files are larger than 50 MB together. Import them in several goes, or with `termwise import`",
      );
    const held = new Set(draft.files.map((file) => file.sha256));
    for (const { sha256, bytes } of added)
      if (!held.has(sha256)) {
        held.add(sha256);
        await appendDraftFile(tx, owner, { sha256, bytes });
      }
    await keepDraftFiles(
      tx,
      owner,
      all.map((file) => file.sha256),
    );
    // What was corrected in a file that is replaced stood in the file before.
    const edits = draft.edits.filter(({ file }) => !names.has(file));
    return { ...draft, files: all, edits };
  });
}

/** Takes files out of a draft, with what was said and corrected of them. */
export async function removeDraftFiles(
  tx: WorkspaceTransaction,
  acting: Acting,
  draft: DraftState,
  names: readonly string[],
): Promise<DraftState> {
  const files = draft.files.filter(({ name }) => !names.includes(name));
  await keepDraftFiles(
    tx,
    draftOwner(acting),
    files.map((file) => file.sha256),
  );
  const own = Object.entries(draft.mapping.files ?? {}).filter(([name]) => !names.includes(name));
  return {
    ...draft,
    files,
    mapping: { ...draft.mapping, files: Object.fromEntries(own) },
    edits: draft.edits.filter(({ file }) => !names.includes(file)),
  };
}

/** The files of a draft with what was corrected in them, as an import takes them. */
export async function filesOf(
  tx: WorkspaceTransaction,
  acting: Acting,
  draft: DraftState,
): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  for (const { name, sha256 } of draft.files) {
    const bytes = await loadDraftFile(tx, draftOwner(acting), sha256);
    if (!bytes) throw new Failure("not_found", `The file ${name} is no longer kept. Add it again`);
    const edits = draft.edits.filter(({ file }) => file === name).map(({ file: _, ...edit }) => edit);
    files.push({ name, bytes, ...(edits.length > 0 && { edits }) });
  }
  return files;
}

/** Throws one's own draft away. */
export const discardDraft = (termwise: Termwise, acting: Acting): Promise<void> =>
  termwise.write((tx) => deleteImportDraft(tx, draftOwner(acting)));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
