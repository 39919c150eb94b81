import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, MemberId } from "../kernel/index.ts";
import { mayReadPay, mayShowPayTotals, PayGrant, type PayQuestion, smallestPayGroup } from "./pay.ts";
import { chainOf } from "./reporting.ts";
import { grants, scopeOf } from "./rights.ts";
import { roles } from "./roles.ts";
import { accessScopes } from "./scopes.ts";

const mem = (n: number) => MemberId.parse(`mem_${n}`);
const today = day("2026-11-21");
const people = Array.from({ length: 8 }, (_, n) => mem(n));
const person = fc.constantFrom(...people);
const someDay = fc.integer({ min: -40, max: 40 }).map((n) => addDays(today, n));

const grant = fc
  .record({
    memberId: person,
    subject: fc.oneof(person, fc.constant("all" as const)),
    from: someDay,
    until: someDay,
  })
  .map((given) => ({ ...given, reason: "an audit of commissions" }));
/** Any lines at all, cycles and loops to oneself included. */
const managers = fc.array(fc.tuple(person, person), { maxLength: 12 }).map((lines) => new Map(lines));
const question: fc.Arbitrary<PayQuestion> = fc.record({
  reader: person,
  subject: person,
  managers,
  grants: fc.array(grant, { maxLength: 5 }),
  on: someDay,
});

describe("who may read a member's pay", () => {
  const nobody = { managers: new Map<MemberId, MemberId>(), grants: [], on: today };

  it("is the member, whoever leads them directly or not, and whoever was granted it", () => {
    const led = new Map([
      [mem(1), mem(2)],
      [mem(2), mem(3)],
    ]);
    const asks = (reader: number, more: Partial<PayQuestion> = {}) =>
      mayReadPay({ ...nobody, managers: led, reader: mem(reader), subject: mem(1), ...more });
    expect([asks(1), asks(2), asks(3), asks(4)]).toEqual(["own", "manager", "manager", null]);
    const given = {
      memberId: mem(4),
      subject: mem(1),
      reason: "audit",
      from: today,
      until: addDays(today, 2),
    };
    expect(asks(4, { grants: [given] })).toBe("grant");
    expect(asks(4, { grants: [{ ...given, subject: "all" }] })).toBe("grant");
    expect(asks(4, { grants: [given], on: addDays(today, -1) })).toBeNull();
    expect(asks(4, { grants: [given], on: addDays(today, 2) })).toBe("grant");
    expect(asks(4, { grants: [given], on: addDays(today, 3) })).toBeNull();
    expect(asks(4, { grants: [{ ...given, subject: mem(5) }] })).toBeNull();
  });

  it("SEC-6: is never anybody without a reason that stands in the reporting lines or the grants of the day", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { reader, subject, grants: given, on } = asked;
        const reason = mayReadPay(asked);
        const leads = chainOf(subject, asked.managers).includes(reader);
        const granted = given.some(
          (one) =>
            one.memberId === reader &&
            [subject, "all"].includes(one.subject) &&
            one.from <= on &&
            on <= one.until,
        );
        expect(reason).toBe(reader === subject ? "own" : leads ? "manager" : granted ? "grant" : null);
      }),
    );
  });

  it("SEC-6: is not widened by leading upwards: a report never reads their manager's pay by it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(person, { minLength: 2 }), (chain) => {
        const lines = new Map(chain.slice(0, -1).map((member, i) => [member, chain[i + 1]!] as const));
        const [lowest, highest] = [chain[0]!, chain.at(-1)!];
        expect(mayReadPay({ ...nobody, managers: lines, reader: highest, subject: lowest })).toBe("manager");
        expect(mayReadPay({ ...nobody, managers: lines, reader: lowest, subject: highest })).toBeNull();
      }),
    );
  });

  it("loses nothing by a further grant, and a withdrawn or ended grant takes only what it gave", () => {
    fc.assert(
      fc.property(question, grant, (asked, more) => {
        const before = mayReadPay(asked);
        const after = mayReadPay({ ...asked, grants: [...asked.grants, more] });
        if (before !== null) expect(after).toBe(before);
        else if (after !== null) expect([after, more.memberId]).toEqual(["grant", asked.reader]);
      }),
    );
  });

  it("SEC-6: is the same for every role and scope: no role widens it, a workspace or compensation admin's neither", () => {
    const without = roles.flatMap((role) =>
      accessScopes.map((scope) => scopeOf("pay_read", { role, scope })),
    );
    expect(new Set(without)).toEqual(new Set(["team"]));
    expect(Object.keys(grants.pay_grant)).toEqual(["comp_admin"]);
  });

  it("is granted with a reason and an end", () => {
    const given = { memberId: mem(1), subject: "all", reason: "audit", from: today, until: today };
    expect(PayGrant.safeParse(given).success).toBe(true);
    for (const wrong of [
      { reason: "" },
      { reason: "  a " },
      { until: "soon" },
      { subject: "everybody" },
      { role: "exec" },
    ])
      expect([wrong, PayGrant.safeParse({ ...given, ...wrong }).success]).toEqual([wrong, false]);
  });
});

describe("totals of pay", () => {
  const group = (...numbers: number[]) => new Set(numbers.map(mem));
  const upTo = (n: number, from = 0) => group(...Array.from({ length: n }, (_, i) => from + i));

  it("are shown of groups that are large enough, together with what their differences tell", () => {
    expect(smallestPayGroup).toBe(5);
    expect(mayShowPayTotals([])).toBe(true);
    expect(mayShowPayTotals([group()])).toBe(true);
    expect(mayShowPayTotals([upTo(4)])).toBe(false);
    expect(mayShowPayTotals([upTo(5)])).toBe(true);
    expect(mayShowPayTotals([upTo(5), upTo(10)])).toBe(true);
    expect(mayShowPayTotals([upTo(5), upTo(6)])).toBe(false);
  });

  it("SEC-6: are not shown where two of them together leave one person of a third", () => {
    expect(mayShowPayTotals([upTo(5), upTo(5, 5), upTo(11)])).toBe(false);
  });

  it("SEC-6: count nobody whose pay the reader knows already, their own first of all", () => {
    expect(mayShowPayTotals([upTo(5)], group(0))).toBe(false);
    expect(mayShowPayTotals([upTo(6)], group(0))).toBe(true);
    expect(mayShowPayTotals([upTo(5)], upTo(5))).toBe(true);
  });

  it("SEC-6: give away no sum over one to four people, however the shown totals are added and subtracted", () => {
    const many = Array.from({ length: 14 }, (_, n) => mem(n));
    const some = fc.array(fc.subarray(many, { minLength: 1 }), { minLength: 1, maxLength: 4 });
    const factors = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 });
    const partition = fc
      .array(fc.integer({ min: 5, max: 7 }), { minLength: 1, maxLength: 3 })
      .map((sizes) => sizes.map((size, i) => [...upTo(size, i * 7)]));
    const coarser = fc
      .tuple(partition, fc.array(fc.subarray([0, 1, 2]), { minLength: 1, maxLength: 4 }))
      .map(([cells, picks]) => picks.map((pick) => pick.flatMap((i) => cells[i] ?? [])));
    let shown = 0;
    fc.assert(
      fc.property(fc.oneof(some, coarser), factors, (lists, by) => {
        const groups = lists.map((list) => new Set(list));
        if (!mayShowPayTotals(groups)) return;
        shown++;
        const weight = new Map<MemberId, number>();
        groups.forEach((held, i) => {
          for (const member of held) weight.set(member, (weight.get(member) ?? 0) + (by[i] ?? 0));
        });
        const left = [...weight.values()].filter((sum) => sum !== 0).length;
        expect(left === 0 || left >= smallestPayGroup).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(shown).toBeGreaterThan(50);
  });
});
