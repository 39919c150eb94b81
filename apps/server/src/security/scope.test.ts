import type { Callable } from "@termwise/core/access";
import { AccountId, day, type WorkspaceId } from "@termwise/core/kernel";
import { metrics } from "@termwise/core/retention";
import { addContact, appendReportingLine, createWorkspace, inWorkspace, randomText } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Call, call, type Heard, procedures, request } from "./calls.ts";
import { tells } from "./canaries.ts";
import { idsOfNothing, inputs } from "./inputs.ts";
import { keyOf, type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const [hidden, ownCsm, teamCsm] = ["zorillahidden", "Olive Own", "Tess Team"];

interface Customer {
  readonly key: string;
  readonly name: string;
  readonly csm: string;
  readonly was?: string;
}

const seen: readonly Customer[] = [
  { key: "A1", name: "Alder", csm: ownCsm },
  { key: "A2", name: "Birch", csm: ownCsm },
];
const ofTeam: readonly Customer[] = [{ key: "A3", name: "Cedar", csm: teamCsm }];
const unseen: readonly Customer[] = [
  { key: `${hidden}4`, name: `${hidden} Four`, csm: `${hidden} Person` },
  { key: `${hidden}5`, name: `${hidden} Five`, csm: "" },
  { key: `${hidden}6`, name: `${hidden} Six`, csm: `${ownCsm} ${hidden}` },
];

const accountsCsv = (customers: readonly Customer[]): string =>
  [
    "account_id,name,domain,segment,tier,region,industry,csm",
    ...customers.map(({ key, name, csm }) => {
      const kept = key.startsWith(hidden) ? hidden : "Usual";
      return `${key},${name},${key}.example.com,${kept}S,${kept}T,${kept}R,${kept}I,${csm}`;
    }),
  ].join("\n");

const linesCsv = (customers: readonly Customer[]): string =>
  [
    "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency",
    ...customers.flatMap(({ key }, n) => {
      const foreign = key.startsWith(hidden);
      const product = foreign ? `${hidden} Product` : "Platform";
      // Another amount, another currency and other months: what a total could be told from.
      const [price, currency] = foreign ? ["918273.41", "EUR"] : [`${100 + n}`, "USD"];
      return [
        `${key}L1,${key},${product},10,${price},month,2025-01-01,2025-12-31,${currency}`,
        `${key}L2,${key},${product},${foreign ? 4 : 12},${price},month,2026-01-01,2026-12-31,${currency}`,
        ...(foreign ? [`${key}L3,${key},${product},1,${price},month,2022-01-01,2022-06-30,${currency}`] : []),
      ];
    }),
  ].join("\n");

/** A workspace in which these customers are all there are. */
async function holding(server: Target, customers: readonly Customer[]): Promise<WorkspaceId> {
  const { id } = await createWorkspace(server.house.db, { name: randomText() });
  await rowsOf(
    server,
    `update workspace.workspace set reporting_currency = 'USD', name = 'Northwind' where id = '${id}'`,
  );
  const termwise = await server.house.termwise(id);
  const rates = "base,quote,date,rate\nEUR,USD,2020-01-01,1.1\n";
  const files = Object.entries({ accounts: accountsCsv(customers), lines: linesCsv(customers), rates });
  const report = await termwise.importFiles({
    files: files.map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    confirm: true,
    dryRun: false,
  });
  if (!report.committed) throw new Error(JSON.stringify(report));
  return id;
}

const scopes = [
  {},
  { period: "2026" },
  { period: "2025-Q4", policy: { winback: "all", nrrMethod: "renewals_due" } },
  { asOf: "2099-01-01", currency: "EUR" },
  { filters: { segment: [`${hidden}S`] } },
  { filters: { segment: [""], region: ["UsualR"] } },
];

/** What is asked of every procedure that reads: its least input, in every window and by every metric, searched and sorted. */
function questions({ name }: Call, account: string): unknown[] {
  const least = inputs[name as Callable]?.({ ...idsOfNothing(), account });
  const scoped = /^(metrics|retention)\./.test(name) || name === "accounts.one";
  const base = typeof least === "object" ? least : {};
  const inScope = scoped ? scopes.map((scope) => ({ ...base, ...scope })) : [least];
  if (name === "metrics.value")
    return Object.keys(metrics).flatMap((term) => scopes.slice(1, 3).map((s) => ({ term, ...s })));
  if (name === "metrics.contributors")
    return [
      ...inScope,
      { term: "arr", search: "o", sort: "name" },
      { term: "arr", step: "bridge:expansion" },
    ];
  if (name === "metrics.breakdown")
    return ["segment", "csm", "currency"].flatMap((by) =>
      scopes.slice(0, 3).map((s) => ({ term: "arr", by, ...s })),
    );
  if (name === "accounts.list")
    return [
      {},
      { search: hidden },
      { sort: "-csm" },
      { on: "2022-03-01" },
      { asOf: "2099-01-01" },
      { pageSize: 1 },
    ];
  return inScope;
}

const on = testEngine("postgres");

describe("who sees their own accounts sees nothing of any other's (SEC-1, scope)", () => {
  let server: Target;
  let whole: WorkspaceId;
  let readers: Record<string, { headers: Record<string, string>; alone: Record<string, string> }>;
  let hiddenAccount: string;
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
        for (const account of /^(accounts\.one|contacts)/.test(one.name)
          ? [ownAccount, hiddenAccount]
          : [ownAccount])
          for (const input of questions(one, account)) {
            const heard = await call(server, one, input, { headers });
            const told = heard.text.replaceAll(JSON.stringify(hidden), "").replaceAll(hiddenAccount, "");
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
      expect(here.size).toBeGreaterThan(60);
    },
  );

  const asked = async (headers: Record<string, string>): Promise<Map<string, string>> => {
    const answers = new Map<string, string>();
    const ofBook = procedures.filter(({ name }) => /^(workspace\.get|accounts|metrics|retention)/.test(name));
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
    for (const one of procedures.filter(({ name }) => /^(accounts|contacts)\./.test(name))) {
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

/** An answer without what differs from workspace to workspace: when it was made and in which scope one looks. */
const bare = ({ status, text }: Heard): string =>
  `${status} ${text}`
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
    .replace(/"requestId":"[\w-]+"/g, "")
    .replace(/(imp|line)_\w+/g, "ID")
    .replace(/"sees":"\w+"/, "");
