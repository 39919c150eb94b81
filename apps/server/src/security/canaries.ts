// Two companies, each with strings of its own in every field people can write into.
import type { JournalFact } from "@termwise/core/facts";
import {
  type AccountId,
  day,
  type EntryId,
  instant,
  type MemberId,
  type WorkspaceId,
} from "@termwise/core/kernel";
import {
  addContact,
  addPayGrant,
  appendFacts,
  appendReportingLine,
  createWorkspace,
  invite,
  inWorkspace,
  loadBatches,
  loadContacts,
  loadInvitations,
  loadPayGrants,
  randomText,
} from "@termwise/db";
import type { Ids } from "./input-ids.ts";
import { keyOf, type Person, personIn, rowsOf, type Target } from "./target.ts";

/** One company: its people, the ids of what it has, and the string that stands in everything it wrote. */
export interface Company {
  readonly workspaceId: WorkspaceId;
  readonly canary: string;
  readonly admin: Person;
  readonly key: Record<string, string>;
  readonly ids: Ids;
}

/** Founds a company with something of everything. `canary` is letters alone, so that it is found however it is written. */
export async function company(server: Target, canary: string): Promise<Company> {
  const { db } = server.house;
  const { id: workspaceId } = await createWorkspace(db, { name: `${canary} workspace` });
  const person = (name: string) =>
    personIn(server, workspaceId, {
      role: "workspace_admin",
      name: `${canary} ${name}`,
      email: `${canary}.${name}@example.com`.toLowerCase(),
      knownAs: [`${canary} ${name}`],
    });
  const [admin, other] = [await person("admin"), await person("other")];
  const key = await keyOf(
    server,
    workspaceId,
    admin.memberId,
    ["book_read", "imports_read", "imports_write"],
    canary,
  );
  const termwise = await server.house.termwise(workspaceId);
  const accounts =
    "account_id,name,domain,segment,tier,region,industry,csm\n" +
    ["1", "2"]
      .map(
        (n) =>
          `${canary}${n},${canary} Ltd ${n},${canary}${n}.example.com,${canary}S,${canary}T,${canary}R,${canary}I,${canary} admin`,
      )
      .join("\n");
  const lines =
    "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency\n" +
    `${canary}L1,${canary}1,${canary} Product,10,91827.41,month,2025-01-01,2027-12-31,USD\n` +
    `${canary}L2,${canary}2,${canary} Product,1,50,month,2025-01-01,2026-03-31,USD\n` +
    `${canary}L3,${canary}9,${canary} Product,1,50,month,2025-01-01,2026-03-31,USD\n`;
  await termwise.importFiles({
    files: [
      { name: `${canary} accounts.csv`, bytes: Buffer.from(accounts) },
      { name: `${canary} lines.csv`, bytes: Buffer.from(lines) },
    ],
    dryRun: false,
  });
  const now = server.house.now();
  const [account] = await rowsOf<{ id: AccountId }>(
    server,
    `select account_id as id from ledger.account where workspace_id = '${workspaceId}' order by 1`,
  );
  if (!account) throw new Error("No account was imported.");
  const ids = await inWorkspace(db, workspaceId, async (tx) => {
    const title = canary;
    await addContact(tx, {
      accountId: account.id,
      name: `${canary} Contact`,
      email: `${canary}@contacts.example.com`,
      phone: canary,
      title,
      note: canary,
      addedBy: admin.memberId,
      now,
    });
    await invite(tx, {
      email: `${canary}.invited@example.com`.toLowerCase(),
      role: "viewer",
      scope: "own",
      title,
      knownAs: [canary],
      tokenHash: `hash of ${canary}`,
      invitedBy: admin.memberId,
      now,
      expiresAt: instant(new Date(Date.parse(now) + 86_400_000).toISOString()),
    });
    await addPayGrant(
      tx,
      {
        memberId: other.memberId,
        subject: admin.memberId,
        reason: canary,
        from: day("2026-01-01"),
        until: day("2099-01-01"),
      },
      { grantedBy: admin.memberId, now },
    );
    await appendReportingLine(tx, {
      memberId: other.memberId,
      managerId: admin.memberId,
      effectiveOn: day("2026-01-01"),
      recordedAt: now,
    });
    const entry = `ent_${randomText()}` as EntryId;
    const journal = { ...wordsOf(canary, entry), accountId: account.id, recordedAt: now, at: now };
    await appendFacts(tx, { journal: [journal] });
    return {
      account: account.id,
      import: (await loadBatches(tx))[0]?.id ?? "",
      member: other.memberId as MemberId,
      invitation: (await loadInvitations(tx))[0]?.id ?? "",
      key: key.id,
      grant: (await loadPayGrants(tx))[0]?.id ?? "",
      contact: (await loadContacts(tx, [account.id]))[0]?.id ?? "",
      entry,
      session: other.sessionId,
    };
  });
  return { workspaceId, canary, admin, key: key.headers, ids };
}

/** A note on record, in all of whose words a string stands. */
export function wordsOf(
  canary: string,
  entryId: EntryId,
): Omit<JournalFact, "accountId" | "at" | "recordedAt"> {
  const entry: JournalFact["entry"] = {
    of: "touchpoint",
    type: "note",
    direction: null,
    contacts: [],
    text: `${canary} said`,
    outcome: null,
    nextStep: `${canary} next`,
  };
  const source = { system: canary, key: entryId, file: `${canary}.csv`, line: 2 };
  return {
    kind: "journal",
    entryId,
    by: `${canary} writer`,
    withdrawn: null,
    entry,
    effectiveOn: day("2026-06-01"),
    source,
  };
}

/** Whether a company's string stands in something, however it was encoded on its way. */
export function tells(heard: string, canary: string): boolean {
  const wanted = canary.toLowerCase();
  const base64 = Buffer.from(canary).toString("base64").slice(0, 12);
  return heard.toLowerCase().includes(wanted) || heard.includes(base64);
}

/** A hash of every row of a workspace, table by table. The audit log grows by itself, and sessions are used. */
export async function hashesOf(server: Target, { workspaceId }: Company): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    server,
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attname = 'workspace_id' and not a.attisdropped order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await rowsOf<{ hash: string }>(
      server,
      `select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), 'empty') as hash from ${name} t
       where workspace_id = '${workspaceId}'`,
    );
    hashes[name] = row?.hash ?? "";
  }
  return hashes;
}
