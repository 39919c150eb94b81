import { type Callable, permissions } from "@termwise/core/access";
import type { AttributeFact } from "@termwise/core/facts";
import { AccountId, day, EntryId, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import { addContact, appendFacts, appendReportingLine, inWorkspace } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { call, type Heard, procedures, request } from "./calls.ts";
import { tells, wordsOf } from "./canaries.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { accountsCsv, holding, questions } from "./narrowed-company.ts";
import { hidden, ofTeam, ownCsm, seen, teamCsm, unseen } from "./narrowed-customers.ts";
import { keyOf, type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const ofAccount =
  /^(accounts|handoffs)\.one|^contacts|\.ofAccount$|^(lifecycle\.(account|move)|health\.(account|explain))$/;
/** What is of whoever asks, or of our own people: another in each company. */
const ofReader = /^(book\.|health\.sponsors$)/;

describe("who sees their own accounts sees nothing of any other's (SEC-1, scope)", () => {
  let server: Target;
  let whole: WorkspaceId;
  let readers: Record<string, { headers: Record<string, string>; alone: Record<string, string> }>;
  let hiddenAccount: string;
  let hiddenEntry: EntryId;
  let ownAccount: string;
  beforeAll(async () => {
    server = await target(await on.open());
    whole = await holding(server, [...seen, ...ofTeam, ...unseen]);
    const [aloneOwn, aloneTeam] = [await holding(server, seen), await holding(server, [...seen, ...ofTeam])];
    const inWhole = (traits: Parameters<typeof personIn>[2]) => personIn(server, whole, traits);
    const inAll = async (workspace: WorkspaceId) =>
      (await personIn(server, workspace, { role: "exec", scope: "all", name: ownCsm })).headers;
    const own = await inWhole({ role: "csm", scope: "own", name: "Olive", knownAs: [ownCsm] });
    const lead = await inWhole({ role: "cs_manager", scope: "team", name: "Lea", knownAs: [ownCsm] });
    const report = await inWhole({ role: "csm", scope: "own", knownAs: [teamCsm] });
    const narrowed = await inWhole({ role: "revops", scope: "own", knownAs: [ownCsm] });
    await leads(lead, report);
    const key = await keyOf(server, whole, own.memberId, ["book_read", "imports_read"]);
    readers = {
      "a CSM": { headers: own.headers, alone: await inAll(aloneOwn) },
      "a CSM's key": { headers: key.headers, alone: await inAll(aloneOwn) },
      "a manager of a team": { headers: lead.headers, alone: await inAll(aloneTeam) },
      "a RevOps whose view was narrowed": { headers: narrowed.headers, alone: await inAll(aloneOwn) },
    };
    const idOf = async (name: string) => {
      const [row] = await rowsOf<{ id: string }>(
        server,
        `select account_id as id from ledger.account_attribute
           where workspace_id = '${whole}' and attribute = 'name' and value = '${name}'`,
      );
      return row?.id ?? "";
    };
    [hiddenAccount, ownAccount] = [await idOf(`${hidden} Four`), await idOf("Alder")];
    const now = server.house.now();
    const noted = { at: now, recordedAt: now, effectiveOn: day(now.slice(0, 10)) };
    const about = { accountId: AccountId.parse(hiddenAccount), ...noted };
    hiddenEntry = EntryId.parse("ent_hidden1");
    const birch = AccountId.parse(await idOf("Birch"));
    await inWorkspace(server.house.db, whole, (tx) =>
      appendFacts(tx, {
        journal: [{ ...wordsOf(hidden, hiddenEntry), ...about }],
        attributes: [belongsTo(birch, hiddenAccount, now)],
      }),
    );
    await inWorkspace(server.house.db, whole, (tx) =>
      addContact(tx, {
        accountId: AccountId.parse(hiddenAccount),
        name: `${hidden} Contact`,
        email: null,
        phone: null,
        title: null,
        note: null,
        addedBy: null,
        now: server.house.now(),
      }),
    );
  });

  const leads = (lead: Person, report: Person) =>
    inWorkspace(server.house.db, whole, (tx) =>
      appendReportingLine(tx, {
        memberId: report.memberId,
        managerId: lead.memberId,
        effectiveOn: day("2026-01-01"),
        recordedAt: server.house.now(),
      }),
    );
  const names = ["a CSM", "a CSM's key", "a manager of a team", "a RevOps whose view was narrowed"];

  it.each(names)(
    "%s: no byte of an answer or a log line comes from outside of their accounts",
    async (who) => {
      const { headers } = readers[who] ?? { headers: {} };
      const from = server.logged().length;
      for (const one of procedures.filter(
        ({ kind, name }) => kind === "query" && !name.startsWith("members."),
      ))
        for (const account of ofAccount.test(one.name) ? [ownAccount, hiddenAccount] : [ownAccount])
          for (const input of questions(one, account)) {
            const heard = await call(server, one, input, { headers });
            const told = heard.text.replaceAll(JSON.stringify(hidden), "").replaceAll(hiddenAccount, "");
            if (account === ownAccount)
              expect([one.name, input, heard.text.includes(hiddenAccount)]).toEqual([one.name, input, false]);
            expect([one.name, input, tells(told, hidden)]).toEqual([one.name, input, false]);
            expect([one.name, input, /918273|9182734/.test(told)]).toEqual([one.name, input, false]);
          }
      expect(tells(server.logged().slice(from), hidden)).toBe(false);
    },
  );

  it.each(names.filter((who) => !who.endsWith("key")))(
    "%s: every figure, total and list is that of a company without the others",
    async (who) => {
      const reader = readers[who] ?? { headers: {}, alone: {} };
      const [here, there] = [await asked(reader.headers), await asked(reader.alone)];
      for (const [question, answer] of here)
        expect([question, answer]).toEqual([question, there.get(question)]);
      expect(here.get("health.queue undefined")).toContain('"total":1,');
      expect(here.size).toBeGreaterThan(150);
    },
  );

  const asked = async (headers: Record<string, string>): Promise<Map<string, string>> => {
    const answers = new Map<string, string>();
    const ofBook = procedures.filter(
      ({ name }) => permissions[name as Callable] === "book_read" && !ofReader.test(name),
    );
    for (const one of ofBook.filter(({ kind }) => kind === "query"))
      for (const input of questions(one, ownAccount))
        answers.set(
          `${one.name} ${JSON.stringify(input)}`,
          bare(await call(server, one, input, { headers })),
        );
    return answers;
  };

  it("an admin who sees some accounts alone cannot take all of them away as a file, or remove them", async () => {
    const { headers } = await personIn(server, whole, { role: "workspace_admin", scope: "own" });
    expect((await request(server, "/api/workspace/export", { headers })).status).toBe(403);
    const removal = { name: "workspace.remove", kind: "mutation" } as const;
    expect((await call(server, removal, { name: "Northwind" }, { headers })).status).toBe(403);
  });

  it("nobody comes to see another's accounts by taking their name", async () => {
    const person = await personIn(server, whole, { role: "csm", scope: "own", name: `${hidden} Person` });
    const list = () => request(server, "/api/trpc/accounts.list?input={}", { headers: person.headers });
    expect((await list()).text).toContain('"total":0');
    const rename = procedures.find(({ name }) => name === "account.rename");
    if (!rename) throw new Error("Nobody can rename themselves.");
    const renamed = await call(server, rename, { name: ownCsm }, { headers: person.headers });
    expect([renamed.status, (await list()).text]).toEqual([200, expect.stringContaining('"total":0')]);
  });

  it("another's account is as one that is not there, whatever is asked of it or done to it", async () => {
    const { headers } = readers["a CSM"] ?? { headers: {} };
    const of =
      /^(accounts|contacts|stakeholders|coverage|lifecycle|health|journal|assignments|handoffs)\.|\.handle$/;
    for (const one of procedures.filter(({ name }) => of.test(name))) {
      const answer = async (account: string) =>
        bare(
          await call(server, one, inputs[one.name as Callable]?.({ ...idsOfNothing(), account }), {
            headers,
          }),
        )
          .replaceAll(account, "IT")
          .replace(/con_\w+/g, "IT");
      expect([one.name, await answer(hiddenAccount)]).toEqual([one.name, await answer("acc_nowhere")]);
    }
  });

  it("what is on record of another's account is taken back by nobody who does not see it", async () => {
    const withdraw = { name: "journal.withdraw", kind: "mutation" } as const;
    const { headers } = readers["a CSM"] ?? { headers: {} };
    const answer = async (entryId: string) =>
      bare(await call(server, withdraw, { entryId, reason: "Not so" }, { headers }));
    expect(await answer(hiddenEntry)).toBe(await answer("ent_nowhere"));
    const [row] = await rowsOf<{ n: bigint }>(
      server,
      `select count(*) as n from ledger.journal where workspace_id = '${whole}' and withdrawn is not null`,
    );
    expect(Number(row?.n)).toBe(0);
  });

  it("what is of all accounts at once, an import or the export of everything, is for who sees all", async () => {
    for (const who of ["a RevOps whose view was narrowed", "a CSM's key"]) {
      const { headers } = readers[who] ?? { headers: {} };
      const [batch] = await rowsOf<{ id: string }>(
        server,
        `select id from intake.batch where workspace_id = '${whole}'`,
      );
      for (const path of [
        "/api/trpc/imports.list",
        `/api/trpc/imports.one?input=${encodeURIComponent(JSON.stringify({ id: batch?.id }))}`,
        `/api/imports/${batch?.id}/refused.csv`,
        "/api/workspace/export",
        "/api/audit.csv",
      ])
        expect([who, path, (await request(server, path, { headers })).status]).toEqual([who, path, 403]);
      const body = JSON.stringify({
        files: [{ name: "accounts.csv", content: Buffer.from(accountsCsv(unseen)).toString("base64") }],
      });
      const init = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body };
      expect([who, (await request(server, "/api/imports?dryRun=1", init)).status]).toEqual([who, 403]);
    }
  });
});

/** A fact that an account of ours belongs to another's. */
const belongsTo = (accountId: AccountId, parent: string, recordedAt: Instant): AttributeFact => ({
  kind: "attribute",
  accountId,
  attribute: "parent",
  value: parent,
  effectiveOn: day("2025-01-01"),
  recordedAt,
  source: { system: "crm", key: accountId, file: null, line: null },
});

/** An answer without what differs from workspace to workspace: when it was made, in which scope one looks and what one may. */
const bare = ({ status, text }: Heard): string =>
  `${status} ${text}`
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
    .replace(/"requestId":"[\w-]+"/g, "")
    .replace(/"minutes":\d+/g, "MINUTES")
    .replace(/(imp|line)_\w+/g, "ID")
    .replace(/"sees":"\w+"/, "")
    .replace(/"may":\{("\w+":(\w+|\{[^}]*\}),?)*\}/, "");
