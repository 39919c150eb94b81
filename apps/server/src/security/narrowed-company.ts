// A company of which somebody sees some accounts, and what can be asked about them.
import type { Callable } from "@termwise/core/access";
import type { WorkspaceId } from "@termwise/core/kernel";
import { metrics } from "@termwise/core/retention";
import { createWorkspace, randomText } from "@termwise/db";
import type { Call } from "./calls.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { rowsOf, type Target } from "./target.ts";

/** What stands in everything of the accounts that are not seen. */
export const hidden = "zorillahidden";
/** Whose accounts they are that one sees. */
export const ownCsm = "Olive Own";
/** Whose accounts the manager of a team sees beside their own. */
export const teamCsm = "Tess Team";

interface Customer {
  readonly key: string;
  readonly name: string;
  readonly csm: string;
}

/** The accounts of one. */
export const seen: readonly Customer[] = [
  { key: "A1", name: "Alder", csm: ownCsm },
  { key: "A2", name: "Birch", csm: ownCsm },
];
/** Those of one's team. */
export const ofTeam: readonly Customer[] = [{ key: "A3", name: "Cedar", csm: teamCsm }];
/** Those of others. */
export const unseen: readonly Customer[] = [
  { key: `${hidden}4`, name: `${hidden} Four`, csm: `${hidden} Person` },
  { key: `${hidden}5`, name: `${hidden} Five`, csm: "" },
  { key: `${hidden}6`, name: `${hidden} Six`, csm: `${ownCsm} ${hidden}` },
];

/** Accounts as a file. */
export const accountsCsv = (customers: readonly Customer[]): string =>
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
export async function holding(server: Target, customers: readonly Customer[]): Promise<WorkspaceId> {
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
