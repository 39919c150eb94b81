interface About {
  readonly kind: string;
  readonly state: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
}

/** Items about one account, or about none; or the plays that are proposed at several. */
export interface Group<Item> {
  readonly key: string;
  readonly proposals: boolean;
  readonly accountId: string | null;
  readonly name: string;
  readonly items: readonly Item[];
}

const together = "proposals";

const isProposal = ({ kind, state }: About): boolean => kind === "play_proposed" && state === "open";

/**
 * Items by the account they are about, in the order of the latest of each. Open proposals of plays stand together where
 * there are several: a morning on which many are proposed is one line.
 */
export function groupsOf<Item extends About>(items: readonly Item[]): Group<Item>[] {
  const several = items.filter(isProposal).length > 1;
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = several && isProposal(item) ? together : (item.accountId ?? "");
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, of]) => ({
    key,
    proposals: key === together,
    accountId: of[0]?.accountId ?? null,
    name: of[0]?.accountName ?? "Workspace",
    items: of,
  }));
}

/** A day some days later. */
export function later(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
