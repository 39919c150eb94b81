import { Failure } from "@termwise/core/kernel";
import { ownNames } from "../auth/own-names.ts";
import type { Principal } from "../auth/principal.ts";
import { ownerName } from "../derive/visible.ts";
import type { PaySources } from "./assemble.ts";
import { currentDeals } from "./deal-list.ts";
import type { PayContext } from "./pay-context.ts";
import { loadPay } from "./pay-state.ts";
import { noContents } from "./statement-content.ts";

/** The name the one who asks goes by where pay is concerned; null for whoever is paid by no plan. */
export async function ownPerson({
  termwise,
  who,
}: Pick<PayContext, "termwise" | "who">): Promise<string | null> {
  const own = ownNames(who);
  const state = await termwise.read((tx) => loadPay(tx, noContents));
  const people = [
    ...state.assignments.map(({ assigned }) => assigned.person),
    ...state.statements.map(({ person }) => person),
  ];
  return people.find((person) => own.has(ownerName(person))) ?? null;
}

/** Nobody decides about their own pay: `forbidden` where a person is the one who asks. */
export function refuseOwn(who: Principal, person: string): void {
  if (ownNames(who).has(ownerName(person)))
    throw new Failure("forbidden", "Nobody decides about their own pay: ask somebody else who may");
}

/** Nor about a deal, or the deals of an account, that they are or may be credited with. */
export function refuseOwnDeals(
  who: Principal,
  sources: PaySources,
  { dealId, account }: { readonly dealId: string | null; readonly account?: string | null | undefined },
): void {
  const concerned = currentDeals(sources).filter((deal) =>
    dealId === null ? deal.account === account : deal.dealId === dealId,
  );
  for (const { source, owner, closer, takenOver, split } of concerned)
    for (const name of [
      source?.name,
      owner?.name,
      closer?.name,
      takenOver?.from,
      ...split.map((one) => one.person),
    ])
      if (name !== undefined) refuseOwn(who, name);
}
