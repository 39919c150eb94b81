import type { AccountId } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { AttributeTimelines } from "./attribute-timelines.ts";
import type { Remarks } from "./remarks.ts";
import type { AccountDraft } from "./to-accounts.ts";

function parentOf(
  { row, system, parentReference }: AccountDraft,
  index: AccountIndex,
  remarks: Remarks,
): AccountId | null {
  if (parentReference === null) return null;
  const found = index.find(parentReference, system);
  if (found !== null && found !== "several") return found.accountId;
  const why = found === "several" ? "names more than one account" : "is not known";
  remarks.say(
    row.file.name,
    row.line,
    row.reader.header("parent"),
    "W_REF_UNKNOWN",
    `The parent "${parentReference}" ${why}; the account is imported without it. Import the file again when the parent is there.`,
    why,
  );
  return null;
}

/** Whether going up from an account by `parent`, then by the parents last known, leads back to it. */
function isInCycle(
  from: AccountId,
  parent: AccountId | null,
  parents: ReadonlyMap<AccountId, AccountId | null>,
  known: AttributeTimelines,
): boolean {
  const seen = new Set<AccountId>();
  for (let at = parent; at !== null && !seen.has(at); ) {
    if (at === from) return true;
    seen.add(at);
    at = parents.has(at) ? (parents.get(at) ?? null) : (known.latest(at, "parent") as AccountId | null);
  }
  return false;
}

/**
 * Finds the parents accounts name, by id or exact name, and writes them among their attributes. Accounts that would
 * become their own parent, directly or through others, are refused.
 */
export function resolveParents(
  drafts: readonly AccountDraft[],
  index: AccountIndex,
  known: AttributeTimelines,
  remarks: Remarks,
): void {
  const withParent = drafts.filter(({ row }) => row.reader.has("parent"));
  const parents = new Map<AccountId, AccountId | null>();
  for (const draft of withParent) {
    const parent = parentOf(draft, index, remarks);
    parents.set(draft.accountId, parent);
    draft.attributes.set("parent", parent);
  }
  for (const { row, accountId, parentReference, attributes } of withParent)
    if (isInCycle(accountId, (attributes.get("parent") ?? null) as AccountId | null, parents, known))
      row.refuse(
        "E_PARENT_CYCLE",
        "parent",
        parentReference,
        `Through its parent "${parentReference}" the account would be its own parent.`,
        "Leave the parent of the topmost account empty.",
      );
}
