interface About {
  readonly accountId: string | null;
  readonly accountName: string | null;
}

/** Items about one account, or about none. */
export interface Group<Item> {
  readonly key: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly items: readonly Item[];
}

/** Items by the account they are about, in the order of the latest of each. */
export function groupsOf<Item extends About>(items: readonly Item[]): Group<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.accountId ?? "";
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, of]) => ({
    key,
    accountId: of[0]?.accountId ?? null,
    name: of[0]?.accountName ?? "Workspace",
    items: of,
  }));
}

/** A day some days later. */
export function later(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
