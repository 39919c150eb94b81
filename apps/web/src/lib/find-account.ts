import { type Inputs, queryClient, trpc } from "./trpc.ts";

/** The account of a name or an id; or why there is none, or more than one. */
export async function findAccount(text: string): Promise<{ accountId: string } | { fault: string }> {
  const words = text.trim();
  const asked = { search: words, sort: "name", pageSize: 20 } as Inputs["accounts"]["list"];
  const { rows } = await queryClient.fetchQuery(trpc.accounts.list.queryOptions(asked));
  const same = rows.filter(
    ({ name, accountId }) => accountId === words || name.toLowerCase() === words.toLowerCase(),
  );
  const [one, ...others] = same.length > 0 ? same : rows;
  if (!one) return { fault: "No account is called so. Choose one from the list." };
  if (others.length > 0) return { fault: "Several accounts are called so. Write out the name, or the id." };
  return { accountId: one.accountId };
}
