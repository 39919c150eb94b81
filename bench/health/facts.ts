import {
  type AccountEntry,
  type FactSet,
  factsOfPlainLines,
  type JournalFact,
  noFacts,
} from "@termwise/core/facts";
import { type AccountId, addDays, type Day, EntryId, type Instant } from "@termwise/core/kernel";

/** What a customer has on record: touchpoints, answers, tickets, of which the last weeks' count. */
const each = { touches: 3, answers: 2, tickets: 3 } as const;

/** The record of customers `from` to `to`, as a workspace learns of them: a contract, and what was put on record of each. */
export function factsOf(from: number, to: number, today: Day): FactSet {
  const numbers = Array.from({ length: to - from }, (_, n) => from + n);
  const { lines } = factsOfPlainLines(
    numbers.map((n) => ({
      ...{ account: `b${n}`, from: addDays(today, -500), to: addDays(today, 230), seats: 10 + (n % 40) },
      ...{ price: "30", per: "month" as const },
    })),
  );
  const recordedAt = "2026-01-01T00:00:00.000Z" as Instant;
  const stamped = { recordedAt, effectiveOn: addDays(today, -500) };
  const source = (key: string) => ({ system: "bench", key, file: null, line: null });
  return {
    ...noFacts,
    lines: lines.map((line, at) => ({ ...line, lineId: `line_${from + at}` as typeof line.lineId })),
    accounts: numbers.map((n) => ({
      ...({ kind: "account", accountId: `acc_b${n}` as AccountId, externalIds: { bench: `B${n}` } } as const),
      ...{ ...stamped, source: source(`a${n}`) },
    })),
    attributes: numbers.flatMap((n) =>
      (["name", "segment"] as const).map((attribute) => ({
        ...({ kind: "attribute", accountId: `acc_b${n}` as AccountId, attribute } as const),
        value: attribute === "name" ? `Customer ${n}` : ["SMB", "Growth", "Enterprise"][n % 3]!,
        ...{ ...stamped, source: source(`${attribute} ${n}`) },
      })),
    ),
    journal: numbers.flatMap((n) => journalOf(n, today)),
  };
}

function journalOf(n: number, today: Day): JournalFact[] {
  const back = (days: number): Day => addDays(today, -days);
  const told: [Day, AccountEntry][] = [];
  for (let at = 0; at < each.touches; at++)
    told.push([
      back(3 + ((n * 7 + at * 17) % 80)),
      {
        ...({
          of: "touchpoint",
          type: at === 2 ? "call" : "email",
          direction: at % 2 ? "theirs" : "ours",
        } as const),
        ...{ contacts: [], text: "Talked about the rollout.", outcome: null, nextStep: null },
      },
    ]);
  for (let at = 0; at < each.answers; at++)
    told.push([
      back(5 + ((n * 11 + at * 31) % 120)),
      {
        ...({ of: "survey_answer", survey: "nps", score: (n * 3 + at * 5) % 11, contactId: null } as const),
        ...{ person: `Person ${at}`, about: null, comment: null },
      },
    ]);
  for (let at = 0; at < each.tickets; at++) {
    const on = back(2 + ((n * 13 + at * 23) % 60));
    told.push([
      on,
      {
        ...({
          of: "support_ticket",
          ticket: `T${n}-${at}`,
          subject: "Export fails",
          area: "Reports",
        } as const),
        severity: (["low", "normal", "high", "urgent"] as const)[(n + at) % 4]!,
        solvedAt: (n + at) % 3 === 0 ? null : (`${addDays(on, 2)}T12:00:00.000Z` as Instant),
        ...{ contacts: 1, reopened: false, escalated: false },
      },
    ]);
  }
  return told.map(([on, entry], at): JournalFact => {
    const [entryId, moment] = [EntryId.parse(`ent_b${n}x${at}`), `${on}T09:00:00.000Z` as Instant];
    return {
      ...({ kind: "journal", entryId, accountId: `acc_b${n}` as AccountId, at: moment, by: null } as const),
      ...{ withdrawn: null, entry, effectiveOn: on, recordedAt: moment },
      source: { system: "bench", key: `${n} ${at}`, file: null, line: null },
    };
  });
}
