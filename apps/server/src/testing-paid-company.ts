// For tests: a company that sells, with somebody who is paid by a plan, who leads them, and who closes statements.
import type { Role } from "@termwise/core/access";
import { houseCompensationPolicy, nrrCompPlan } from "@termwise/core/compensation";
import { AccountFact, AttributeFact, factsOfPlainLines, type PlainLine } from "@termwise/core/facts";
import { day, instant, type MemberId } from "@termwise/core/kernel";
import { addPayGrant, findMemberships, inIdentity } from "@termwise/db";
import type { MemberPrincipal } from "./auth/principal.ts";
import { personIn } from "./security/target.ts";
import type { Opened } from "./testing.ts";
import { tellOf } from "./testing-periods.ts";

/** What the company sold. */
export const lines: PlainLine[] = [
  { account: "cobalt", arr: "100000", from: "2026-01-10", signedOn: "2026-01-05" },
  { account: "delta", arr: "50000", from: "2026-02-01", signedOn: "2026-01-20" },
  { account: "early", arr: "70000", from: "2025-02-01", signedOn: "2025-01-20" },
];
const source = (key: string) => ({ system: "plain", key });
const accounts = lines.map(({ account }) =>
  AccountFact.parse({
    kind: "account",
    accountId: `acc_${account}`,
    externalIds: {},
    effectiveOn: "2020-01-01",
    recordedAt: "2026-01-01T00:00:00Z",
    source: source(account),
  }),
);
/** What an account is called, or who sells to it. */
export const attribute = (
  account: string,
  name: "name" | "ae",
  value: string,
  recordedAt = "2026-01-01T00:00:00Z",
) =>
  AttributeFact.parse({
    kind: "attribute",
    accountId: `acc_${account}`,
    attribute: name,
    value,
    effectiveOn: "2020-01-01",
    recordedAt,
    source: source(`${account} ${name}`),
  });
const attributes = lines.flatMap(({ account }) => [
  attribute(account, "name", account === "cobalt" ? "Cobalt Press" : account),
  attribute(account, "ae", "Ravi Menon"),
]);
/** What was sold, as told at a moment. */
export const linesOf = (of: readonly PlainLine[], recordedAt: string) =>
  factsOfPlainLines([...of]).lines.map((line) => ({ ...line, recordedAt: instant(recordedAt) }));

/** The plan its sellers are paid by. */
export const plan = nrrCompPlan(houseCompensationPolicy, {
  id: "ae",
  name: "AE plan",
  currency: "USD",
  from: "2026-01-01",
  rate: "10",
});

type PaidPerson = MemberPrincipal & { readonly id: MemberId };

/** Its people: Ravi sells, as Zoe does; Lea leads him; Fay and Rob close statements; Gil may read all pay. */
export async function paidPeople(store: Opened) {
  await tellOf(store)({ accounts, attributes, lines: linesOf(lines, "2026-02-02T00:00:00Z") });
  const member = async (role: Role, name: string, knownAs: string[]): Promise<PaidPerson> => {
    const made = await personIn(store, store.house.first, { role, name, knownAs });
    const [membership] = await inIdentity(store.house.db, (tx) => findMemberships(tx, made.userId));
    if (!membership) throw new Error("A member of nothing.");
    const { userId, sessionId } = made;
    const about = { membership, userId, sessionId, name, email: "", secondFactor: true };
    return { kind: "member", ...about, id: made.memberId };
  };
  const rep = await member("ae", "Ravi Menon", ["Ravi Menon"]);
  const other = await member("ae", "Zoe Lind", ["Zoe Lind"]);
  const lead = await member("cs_manager", "Lea Dorn", []);
  const finance = await member("finance", "Fay Norton", []);
  const revops = await member("revops", "Rob Ost", ["Rob Ost"]);
  const granted = await member("finance", "Gil Amsel", []);
  await store.api.members.setManager({
    memberId: rep.id,
    managerId: lead.id,
    on: "2026-01-01",
  });
  const all = { memberId: granted.id, subject: "all", reason: "Payroll" } as const;
  await store.termwise.write((tx) =>
    addPayGrant(
      tx,
      { ...all, from: day("2026-01-01"), until: day("2026-12-31") },
      { grantedBy: null, now: store.house.now() },
    ),
  );
  return { rep, other, lead, finance, revops, granted };
}
