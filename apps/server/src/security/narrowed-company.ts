// A company of which somebody sees some accounts, and what can be asked about them.
import type { Callable } from "@termwise/core/access";
import type { WorkspaceId } from "@termwise/core/kernel";
import { housePlayId } from "@termwise/core/plays";
import { metrics } from "@termwise/core/retention";
import { appendFacts, createWorkspace, inWorkspace, randomText } from "@termwise/db";
import { settleHealth } from "../health/settle.ts";
import { type Call, call } from "./calls.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { type Customer, hidden } from "./narrowed-customers.ts";
import { catalogued, signalFiles, usesCsv } from "./narrowed-signals.ts";
import { personIn, rowsOf, type Target } from "./target.ts";

/** Accounts as a file. */
export const accountsCsv = (customers: readonly Customer[]): string =>
  [
    "account_id,name,domain,segment,tier,region,industry,csm",
    ...customers.map(({ key, name, csm }) => {
      const kept = key.startsWith(hidden) ? hidden : "Usual";
      return `${key},${name},${key}.example.com,${kept}S,${kept}T,${kept}R,${kept}I,${csm}`;
    }),
  ].join("\n");

/** When the contracts end: whoever asks finds customers. */
const endOfYear = `${new Date().getUTCFullYear()}-12-31`;

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
        `${key}L2,${key},${product},${foreign ? 4 : 12},${price},month,2026-01-01,${endOfYear},${currency}`,
        ...(foreign ? [`${key}L3,${key},${product},1,${price},month,2022-01-01,2022-06-30,${currency}`] : []),
      ];
    }),
  ].join("\n");

/** A workspace in which these customers are all there are. */
export async function holding(server: Target, customers: readonly Customer[]): Promise<WorkspaceId> {
  const { id } = await createWorkspace(server.house.db, { name: randomText() });
  await rowsOf(
    server,
    `update workspace.workspace set reporting_currency = 'USD', name = 'Northwind' where id = '${id}'`,
  );
  const termwise = await server.house.termwise(id);
  const rates = "base,quote,date,rate\nEUR,USD,2020-01-01,1.1\n";
  const files = Object.entries({
    accounts: accountsCsv(customers),
    lines: linesCsv(customers),
    rates,
    ...signalFiles(customers),
  });
  const report = await termwise.importFiles({
    files: files.map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    confirm: true,
    dryRun: false,
  });
  if (!report.committed) throw new Error(JSON.stringify(report));
  const { headers } = await personIn(server, id, { role: "workspace_admin" });
  const used = { name: "usage.importCsv", kind: "mutation" } as const;
  const brought = await call(server, used, { text: usesCsv(customers) }, { headers });
  if (brought.status !== 200) throw new Error(brought.text);
  await inWorkspace(server.house.db, id, (tx) =>
    appendFacts(tx, { journal: [catalogued(server.house.now())] }),
  );
  await settleHealth(termwise);
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
export function questions({ name }: Call, account: string): unknown[] {
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
  if (name === "plays.one" || name === "plays.effect") return [{ play: housePlayId("save") }];
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
