import type { Role } from "@termwise/core/access";
import {
  type AsOf,
  dealData,
  type Handoff,
  type HandoffPhase,
  handoffPhases,
  handoffsOf,
  speaksFor,
} from "@termwise/core/handoff";
import { AccountId, Currency, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { ownNames } from "../auth/own-names.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { accountsById, listedHandoffs, queueRow, summaryByAe } from "../derive/handoff-list.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";

const phases = Object.keys(handoffPhases) as [HandoffPhase, ...HandoffPhase[]];

/** From Sales to Customer Success: the handoff of every close, derived from what is on record. */
export const handoffsRouter = router({
  /**
   * The queue: open handoffs, or those of other phases as far as anything is on record of them, the packet due first on
   * top.
   */
  list: procedure
    .input(z.strictObject({ phase: z.array(z.enum(phases)).min(1).default(["open"]) }))
    .query(async ({ ctx: { termwise, who }, input: { phase } }) => {
      const books = await termwise.books();
      const asOf = momentOf(termwise);
      const { records, rules } = customerRecords(books);
      const currency = books.currency();
      // Without contract lines there is no currency yet, and every ARR is 0.
      const accounts = accountsById(books, currency ?? Currency.parse("USD"), asOf.today);
      const own = ownNames(who);
      const rows = listedHandoffs(records.values(), rules, asOf)
        .filter(
          ({ handoff }) => phase.includes(handoff.phase) && (handoff.onRecord || handoff.phase === "open"),
        )
        .map((listed) => queueRow(listed, accounts.get(listed.accountId), own))
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.name < b.name ? -1 : 1));
      return wire({ rows, currency, ...asOf });
    }),
  /**
   * One handoff of an account: the one of the close named, else the latest. With it every close of the account, the deal
   * data of the ledger, and what the one who asks may do in it.
   */
  one: procedure
    .input(z.strictObject({ accountId: AccountId, close: z.string().max(60).optional() }))
    .query(async ({ ctx: { termwise, who }, input: { accountId, close } }) => {
      const books = await termwise.books();
      const asOf = momentOf(termwise);
      const { records, rules, ofAccount } = customerRecords(books);
      const record = records.get(ofAccount(accountId));
      if (!record) throw new Failure("not_found", `There is no account ${accountId}`);
      const handoffs = handoffsOf(record, rules, asOf);
      const at =
        close === undefined ? handoffs.length - 1 : handoffs.findIndex((one) => one.close.id === close);
      if (close !== undefined && at < 0)
        throw new Failure("not_found", `There is no close ${close} on the account ${accountId}`);
      const handoff = handoffs[at] ?? null;
      const nameOf = await termwise.read(authorsOf);
      return wire({
        accountId: record.accountId,
        closes: handoffs.map((one) => ({ ...one.close, status: one.status, verdict: one.verdict })),
        handoff: handoff && named(handoff, nameOf),
        dealData: handoff && dealData(record, handoff.close, handoffs[at + 1]?.close ?? null),
        may: handoff && mayIn(handoff, ownMembership(who)?.role ?? null),
        ...asOf,
      });
    }),
  /** How the handoffs closed in the last days went, together and by AE. */
  summary: procedure
    .input(z.strictObject({ days: z.int().min(1).max(3_650).default(180) }))
    .query(async ({ ctx: { termwise }, input: { days } }) => {
      const asOf = momentOf(termwise);
      const { records, rules } = customerRecords(await termwise.books());
      const listed = listedHandoffs(records.values(), rules, asOf);
      return wire({ days, ...summaryByAe(listed, { today: asOf.today, days }) });
    }),
});

const momentOf = (termwise: Termwise): AsOf => ({ now: termwise.now(), today: termwise.today() });

/** The handoff with names in place of members' ids. */
function named(handoff: Handoff, name: (by: string | null) => string | null) {
  const by = <Part extends { readonly by: string | null }>(part: Part): Part => ({
    ...part,
    by: name(part.by),
  });
  const { document, signatures, ...expectations } = handoff.expectations;
  return {
    ...handoff,
    sections: handoff.sections.map(by),
    promises: handoff.promises.map(by),
    reviews: handoff.reviews.map(by),
    expectations: {
      ...expectations,
      document: document && by(document),
      signatures: { ae: signatures.ae && by(signatures.ae), cs: signatures.cs && by(signatures.cs) },
    },
    kickoff: { ...handoff.kickoff, held: handoff.kickoff.held && by(handoff.kickoff.held) },
    ownership: { ...handoff.ownership, moved: handoff.ownership.moved && by(handoff.ownership.moved) },
  };
}

/** What somebody of a role may do in a handoff, as the checks would have it. */
function mayIn(handoff: Handoff, role: Role | null) {
  return {
    review: speaksFor("cs", role, handoff),
    sign: { ae: speaksFor("ae", role, handoff), cs: speaksFor("cs", role, handoff) },
  };
}
