import { Failure } from "@termwise/core/kernel";
import type { Access } from "./access.ts";

type Found = Awaited<ReturnType<Access["api"]["accounts"]["list"]["query"]>>["rows"][number];

const spelled = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const listed = (accounts: readonly Found[]): string =>
  accounts
    .slice(0, 5)
    .map(({ name, accountId, externalIds }) => `${name} (${[accountId, ...externalIds].join(", ")})`)
    .concat(accounts.length > 5 ? [`and ${accounts.length - 5} more`] : [])
    .join("; ");

/**
 * The one account somebody means by its id, the id another system has for it, or its name; or by words of its name, where
 * no other account has them. Throws `not_found` where there is none, and `bad_input` where there are several.
 */
export async function findAccount({ api }: Access, text: string): Promise<Found> {
  const { rows } = await api.accounts.list.query({ search: text, pageSize: 500, sort: "name" });
  const meant = spelled(text);
  const byName = rows.filter(({ name }) => spelled(name) === meant);
  const byId = rows.filter(({ accountId, externalIds }) => [accountId, ...externalIds].includes(text.trim()));
  const [account, ...others] = [byId, byName, rows].find((some) => some.length > 0) ?? [];
  if (account === undefined)
    throw new Failure(
      "not_found",
      `There is no account "${text}". Give its id, the id another system has for it, or its name as the accounts page shows it.`,
    );
  if (others.length > 0)
    throw new Failure(
      "bad_input",
      `"${text}" may be ${others.length + 1} accounts: ${listed([account, ...others])}. Give the id of the one you mean.`,
    );
  return account;
}
