import { entriesOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { type Clause, type Evidence, evidenceOf, type GateCheck, gateOf } from "./clause.ts";
import type { Life } from "./lives.ts";

/** The gate to Won: the deal is closed as won, and the contract signed. Whether anybody uses the product is no condition. */
export function wonGate(record: CustomerRecord, life: Life | null, on: Day): GateCheck {
  const within = (day: Day) =>
    day <= on && (life?.after == null || day >= life.after) && (life?.lostOn == null || day < life.lostOn);
  const deals = entriesOf(record.journal, "deal_closed").filter(({ effectiveOn }) => within(effectiveOn));
  const lines = record.lines.filter(
    ({ lineKind, startsOn, signedOn }) =>
      lineKind !== "one_time" && (within(startsOn) || (signedOn !== null && within(signedOn))),
  );
  const closed = deals.map((deal) =>
    evidenceOf(deal, {
      observed:
        deal.entry.opportunity === null ? "Closed as won" : `"${deal.entry.opportunity}" closed as won`,
    }),
  );
  const contracts = lines.map(
    ({ lineId, product, signedOn, startsOn, source }): Evidence => ({
      entryId: null,
      system: source.system,
      observed:
        signedOn === null
          ? `Contract line ${product} (${lineId}) begins ${startsOn}`
          : `Contract line ${product} (${lineId}) signed ${signedOn}`,
      by: null,
      at: null,
      on: signedOn !== null && signedOn <= on ? signedOn : startsOn,
      expiresOn: null,
      link: null,
    }),
  );
  const signed = [
    ...deals.flatMap((deal) =>
      deal.entry.signedOn === null || deal.entry.signedOn > on
        ? []
        : evidenceOf(deal, { observed: `Contract signed ${deal.entry.signedOn}` }),
    ),
    ...contracts,
  ];
  return gateOf("won", [dealClause(closed, contracts), contractClause(signed)]);
}

function dealClause(closed: readonly Evidence[], contracts: readonly Evidence[]): Clause {
  const base = { id: "closed_won", label: "Closed as won" };
  if (closed.length > 0)
    return { ...base, state: "met", says: `Closed as won on ${closed[0]?.on}.`, evidence: closed };
  if (contracts.length > 0)
    return {
      ...base,
      state: "met",
      says: "No opportunity is on record; the contract stands for the deal.",
      evidence: contracts,
    };
  return {
    ...base,
    state: "missing",
    says: "No opportunity is closed as won. It counts when the CRM says so, or when a contract is on record.",
    evidence: [],
  };
}

function contractClause(signed: readonly Evidence[]): Clause {
  const base = { id: "contract_signed", label: "Contract signed" };
  return signed.length > 0
    ? { ...base, state: "met", says: `${signed[0]?.observed}.`, evidence: signed }
    : {
        ...base,
        state: "missing",
        says: "No signed contract is on record. Add the day it was signed to the deal, or import the contract.",
        evidence: [],
      };
}
