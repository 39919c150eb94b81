import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import { heldFor } from "./assignments.ts";
import { peopleChecks } from "./checks.ts";
import { stakeholderGaps } from "./gaps.ts";
import { type PlainRecord, personId, recordOf } from "./plain-record.ts";
import { housePeoplePolicy } from "./policy.ts";
import { relationshipMoves } from "./relationships.ts";
import { holdsRole } from "./roles-held.ts";
import { responses, touchesOn } from "./touches.ts";

const gapsOf = (plain: PlainRecord, on: string, renewalOn: string | null = null) =>
  stakeholderGaps(recordOf(plain), {
    on: day(on),
    renewalOn: renewalOn === null ? null : day(renewalOn),
    policy: housePeoplePolicy,
  });
const kinds = (gaps: readonly { of: string }[]) => gaps.map((gap) => gap.of);
const champion = { who: "ana", role: "champion", since: "2025-01-01" } as const;
const sponsor = { who: "vera", role: "sponsor", since: "2025-01-01" } as const;

describe("the people at a customer", () => {
  it("a customer of whom nobody is known lacks a champion and a sponsor", () => {
    expect(kinds(gapsOf({}, "2025-03-01"))).toEqual(["no_champion", "no_sponsor"]);
  });

  it("S-14 the day before the champion leaves nothing is missing; a second champion keeps it so", () => {
    const touches = [{ on: "2025-08-30", type: "call" as const, with: ["ana", "vera", "ben"] }];
    const left = { ...champion, since: "2025-09-01", state: "left" as const };
    expect(gapsOf({ roles: [champion, sponsor, left], touches }, "2025-08-31")).toEqual([]);
    expect(kinds(gapsOf({ roles: [champion, sponsor, left], touches }, "2025-09-01"))).toEqual([
      "champion_left",
    ]);
    const second = { who: "ben", role: "champion", since: "2025-03-01" } as const;
    expect(gapsOf({ roles: [champion, sponsor, left, second], touches }, "2025-09-01")).toEqual([]);
  });

  it("D-3 a lost champion and a lost sponsor are two gaps, told apart", () => {
    const roles = [
      champion,
      sponsor,
      { ...champion, since: "2025-06-01", state: "moved" as const },
      { ...sponsor, since: "2025-06-02", state: "left" as const },
    ];
    expect(gapsOf({ roles }, "2025-06-10")).toMatchObject([
      { of: "champion_left", contactId: "con_ana", state: "moved", successor: null },
      { of: "sponsor_left", contactId: "con_vera", state: "left", since: "2025-06-02" },
    ]);
  });

  it("a sponsor not in touch for over 60 days is missing when the renewal is 120 days away, not 121", () => {
    const record: PlainRecord = {
      roles: [champion, sponsor],
      touches: [
        { on: "2025-06-01", type: "qbr", with: ["vera"] },
        { on: "2025-08-20", type: "call", with: ["ana"] },
      ],
    };
    expect(gapsOf(record, "2025-09-03", "2026-01-02")).toEqual([]);
    expect(gapsOf(record, "2025-09-04", "2026-01-02")).toEqual([
      { of: "sponsor_quiet", contactId: "con_vera", lastTouchOn: "2025-06-01", renewalOn: "2026-01-02" },
    ]);
    expect(gapsOf(record, "2025-07-31", "2025-09-01")).toEqual([]);
    expect(kinds(gapsOf(record, "2025-08-01", "2025-09-01"))).toEqual(["sponsor_quiet"]);
  });

  it("when no key stakeholder was in touch within 90 days, nobody is reachable", () => {
    const record: PlainRecord = {
      roles: [champion, sponsor],
      touches: [{ on: "2025-02-01", type: "call", with: ["ana"] }],
    };
    expect(gapsOf(record, "2025-05-02")).toEqual([]);
    expect(gapsOf(record, "2025-05-03")).toEqual([{ of: "nobody_reachable", days: 90 }]);
  });

  it("the relation with the seller passes to the CSM: until it does, it is named; who introduced whom is kept", () => {
    const attributes = [
      { attribute: "ae", value: "Theo Novak" },
      { attribute: "csm", value: "Mara Klein", from: "2025-01-14" },
    ] as const;
    const before: PlainRecord = {
      attributes: [...attributes],
      roles: [{ ...champion, counterpart: "Theo Novak" }, sponsor],
      touches: [{ on: "2025-01-20", type: "meeting", with: ["ana"], ours: ["Theo Novak", "Mara Klein"] }],
      moved: { on: "2025-01-14", to: "Mara Klein" },
    };
    expect(gapsOf(before, "2025-01-13")).toEqual([{ of: "nobody_reachable", days: 90 }]);
    expect(gapsOf(before, "2025-01-20")).toEqual([
      { of: "still_with_seller", contactId: "con_ana", counterpart: "Theo Novak" },
    ]);
    const after: PlainRecord = {
      ...before,
      roles: [...(before.roles ?? []), { ...champion, since: "2025-01-21", counterpart: "Mara Klein" }],
    };
    expect(gapsOf(after, "2025-01-21")).toEqual([]);
    expect(relationshipMoves(recordOf(after), day("2025-02-01"))).toEqual([
      {
        contactId: "con_ana",
        role: "champion",
        from: "Theo Novak",
        to: "Mara Klein",
        on: "2025-01-21",
        introducedOn: "2025-01-20",
      },
    ]);
  });

  it("who has a role is asked of a day: neither before nor after it was theirs", () => {
    const record = recordOf({
      roles: [champion, { ...champion, since: "2025-09-01", state: "left" }],
    });
    const ana = personId("ana");
    expect(
      ["2024-12-31", "2025-01-01", "2025-08-31", "2025-09-01"].map((on) =>
        holdsRole(record, ana, "champion", day(on)),
      ),
    ).toEqual([false, true, true, false]);
    expect(holdsRole(record, ana, "sponsor", day("2025-05-01"))).toBe(false);
  });

  it("touchpoints tell how often we began and how often they did", () => {
    const record = recordOf({
      touches: [
        { on: "2025-01-02", type: "email", direction: "ours" },
        { on: "2025-01-05", type: "email", direction: "ours" },
        { on: "2025-01-09", type: "email", direction: "theirs" },
        { on: "2025-01-10", type: "meeting" },
      ],
    });
    expect(responses(touchesOn(record, day("2025-02-01")))).toEqual({ ours: 2, theirs: 1 });
  });
});

describe("who of us held the account", () => {
  it("is told for every stretch of days; saying the same again changes nothing", () => {
    const record = recordOf({
      attributes: [
        { attribute: "csm", value: "Mara Klein" },
        { attribute: "csm", value: "Mara Klein", from: "2025-02-01" },
        { attribute: "csm", value: null, from: "2025-05-01" },
        { attribute: "csm", value: "Jonas Weber", from: "2025-06-01" },
      ],
    });
    expect(heldFor(record, "csm")).toEqual([
      { value: "Mara Klein", from: null, until: "2025-05-01" },
      { value: null, from: "2025-05-01", until: "2025-06-01" },
      { value: "Jonas Weber", from: "2025-06-01", until: null },
    ]);
  });
});

describe("entries about people", () => {
  const context = { on: day("2025-06-01"), contacts: new Set([personId("ana")]) };
  const rules = { journal: [] };
  const role = {
    of: "contact_role",
    contactId: personId("ana"),
    role: "champion",
    state: "active",
    since: day("2025-05-01"),
    influence: null,
    sentiment: null,
    counterpart: null,
    note: null,
  } as const;

  it("a role is refused for somebody who is no contact of the account, and from a day to come", () => {
    const record = recordOf({});
    const { contact_role } = peopleChecks;
    expect(contact_role(record, rules, role, context)).toBeNull();
    expect(contact_role(record, rules, { ...role, contactId: personId("zoe") }, context)).toContain(
      "is not among the contacts of this account",
    );
    expect(contact_role(record, rules, { ...role, since: day("2025-06-02") }, context)).toContain(
      "still to come",
    );
  });

  it("nobody leaves a role they did not have", () => {
    const left = { ...role, state: "left", since: day("2025-05-20") } as const;
    const { contact_role } = peopleChecks;
    expect(contact_role(recordOf({}), rules, left, context)).toContain("did not have the role");
    expect(contact_role(recordOf({ roles: [champion] }), rules, left, context)).toBeNull();
  });

  it("a touchpoint names people of the account, and an executive review somebody at all", () => {
    const touch = {
      of: "touchpoint",
      type: "ebr",
      direction: null,
      contacts: [personId("ana")],
      text: "Plans for the year",
      outcome: null,
      nextStep: null,
    } as const;
    const { touchpoint } = peopleChecks;
    const entry = { ...touch, contacts: [...touch.contacts] };
    expect(touchpoint(recordOf({}), rules, entry, context)).toBeNull();
    expect(touchpoint(recordOf({}), rules, { ...entry, contacts: [] }, context)).toContain("took part");
    expect(touchpoint(recordOf({}), rules, { ...entry, contacts: [personId("zoe")] }, context)).toContain(
      "Add the person",
    );
  });
});
