import { describe, expect, it } from "vitest";
import type { Role } from "../access/index.ts";
import type { EntryOf } from "../facts/index.ts";
import { day, EntryId } from "../kernel/index.ts";
import { handoffChecks, withdrawalRefusal } from "./index.ts";
import { momentOf, type PlainEntry, type PlainHandoff, recordOfPlain } from "./plain-handoff.ts";

type Kind = keyof typeof handoffChecks;
interface Try {
  readonly at: string;
  readonly role?: Role | null;
  readonly by?: string;
  readonly entryId?: string;
}

/** Why an entry is refused on a record; null: it is not. */
function refusal<Of extends Kind>(
  plain: PlainHandoff,
  entry: EntryOf<Of>,
  { at, role = "csm", by = "mem_kim", entryId }: Try,
): string | null {
  const moment = momentOf(at);
  const { of } = entry as { readonly of: Of };
  const check = handoffChecks[of] as (...given: unknown[]) => string | null;
  return check(recordOfPlain(plain), { journal: [] }, entry, {
    at: moment,
    on: day(moment.slice(0, 10)),
    entryId: entryId === undefined ? null : EntryId.parse(entryId),
    by,
    role,
  });
}

const close: PlainEntry = { at: "2026-03-02T09:00:00Z", deal: "Northwind" };
const packet: PlainEntry = { at: "2026-03-03", section: "all" };
const won: PlainHandoff = { journal: [close] };
const deal = (opportunity: string | null) => ({ of: "deal_closed", opportunity, signedOn: null }) as const;
const kickoff = {
  of: "kickoff",
  attendedBy: [],
  successCriteria: null,
  timeline: null,
  goLiveOn: null,
  plan: null,
} satisfies EntryOf<"kickoff">;

describe("one close has one packet", () => {
  it("a deal on record already is refused, and so is one without a name while a packet is open", () => {
    expect(refusal(won, deal("Northwind"), { at: "2026-03-20" })).toMatch(
      /^One close has one handoff packet\. This deal/,
    );
    expect(refusal(won, deal(null), { at: "2026-03-20" })).toBe(
      'One close has one handoff packet. The packet of the close of "Northwind" on 2026-03-02 is still open. Continue it, or name the opportunity of the further deal.',
    );
  });
  it("a further deal by its own name, a later version of the same entry, and one after the packet is closed are taken", () => {
    expect(refusal(won, deal("Second site"), { at: "2026-03-20" })).toBeNull();
    expect(refusal(won, deal("Northwind"), { at: "2026-03-02T10:00:00Z", entryId: "ent_00x0" })).toBeNull();
    expect(refusal(won, deal(null), { at: "2026-09-20" })).toBeNull();
  });
});

describe("a kickoff", () => {
  it("before the close is refused with the rule", () => {
    expect(refusal(won, kickoff, { at: "2026-03-02T08:59:59Z" })).toBe(
      'A kickoff cannot be before the close of "Northwind" on 2026-03-02: the handoff begins with the close.',
    );
    expect(refusal({ journal: [] }, kickoff, { at: "2026-03-02" })).toMatch(/^Nothing was won here yet/);
  });
  it("at the close or after it is taken, on an empty packet too, and only once", () => {
    expect(refusal(won, kickoff, { at: "2026-03-02T09:00:00Z" })).toBeNull();
    const held: PlainHandoff = { journal: [close, { at: "2026-03-05", kickoff: [] }] };
    expect(refusal(held, kickoff, { at: "2026-03-06" })).toMatch(/was held on 2026-03-05/);
    expect(refusal(held, kickoff, { at: "2026-03-05", entryId: "ent_01x0" })).toBeNull();
  });
  it("on the first day of a contract is not before its close, though the hour is unknown", () => {
    const lines = [{ from: "2026-03-02", arr: "6000" }];
    expect(refusal({ journal: [], lines }, kickoff, { at: "2026-03-02T01:00:00Z" })).toBeNull();
    expect(refusal({ journal: [], lines }, kickoff, { at: "2026-03-01T23:00:00Z" })).toMatch(
      /^A kickoff cannot be/,
    );
  });
  it("about a close that does not exist is refused", () => {
    expect(refusal(won, { ...kickoff, close: "2020-01-01" }, { at: "2026-03-05" })).toBe(
      "There is no close 2020-01-01 on this account. Name one of its closes, or none for the latest.",
    );
  });
});

describe("a review", () => {
  const accept = { of: "packet_review", outcome: "accepted", gaps: [] } satisfies EntryOf<"packet_review">;
  const back = {
    of: "packet_review",
    outcome: "returned",
    gaps: [{ section: "technical", missing: "SSO" }],
  } satisfies EntryOf<"packet_review">;
  it("accepts only a complete packet, and names what is missing otherwise", () => {
    const draft: PlainHandoff = {
      journal: [close, { at: "2026-03-03", section: "use_case", text: "Reports" }],
    };
    expect(refusal(draft, accept, { at: "2026-03-04" })).toMatch(
      /^A packet is accepted when all six sections are filled\. Missing: People \(champion, sponsor, daily contact, objectors, or that there are none\); Promises made/,
    );
    expect(refusal(draft, back, { at: "2026-03-04" })).toBeNull();
    expect(refusal({ journal: [close, packet] }, accept, { at: "2026-03-04" })).toBeNull();
  });
  it("is the CSM's or their manager's; of the seller only where the account has no CSM", () => {
    const complete: PlainHandoff = { journal: [close, packet] };
    expect(refusal(complete, accept, { at: "2026-03-04", role: "ae" })).toBe(
      "The packet is reviewed by the CSM who takes the account over, or their manager; you are signed in as AE.",
    );
    expect(refusal(complete, accept, { at: "2026-03-04", role: "cs_manager" })).toBeNull();
    expect(refusal({ ...complete, csm: null }, accept, { at: "2026-03-04", role: "ae" })).toBeNull();
  });
  it("of an accepted packet is refused until the acceptance is withdrawn", () => {
    const done: PlainHandoff = { journal: [close, packet, { at: "2026-03-04", accepted: true }] };
    expect(refusal(done, back, { at: "2026-03-05" })).toMatch(/is accepted already/);
  });
});

describe("the expectations document", () => {
  const document: PlainEntry = { at: "2026-03-04T10:00:00Z", milestones: [["Live", 45]] };
  const signed: PlainHandoff = {
    journal: [close, document, { at: "2026-03-05", by: "mem_rep", signed: "ae" }],
  };
  const sign = (side: "ae" | "cs") => ({ of: "signature", side }) as const;
  it("is signed by each side once it exists, in its own role, once", () => {
    expect(refusal(won, sign("ae"), { at: "2026-03-05", role: "ae" })).toMatch(
      /^There is no expectations document/,
    );
    expect(refusal(signed, sign("cs"), { at: "2026-03-06" })).toBeNull();
    expect(refusal(signed, sign("cs"), { at: "2026-03-06", role: "ae" })).toMatch(
      /^The side "Customer Success" is signed by the CSM who takes over, or their manager; you are signed in as AE/,
    );
    expect(refusal(signed, sign("ae"), { at: "2026-03-06", role: "ae", by: "mem_rep" })).toMatch(
      /^This side signed the present version on 2026-03-05/,
    );
    expect(refusal(signed, sign("cs"), { at: "2026-03-06", role: "workspace_admin" })).toMatch(
      /Workspace admin/,
    );
  });
  it("S-36 is signed twice by one person only where the account has no CSM", () => {
    const twice = { at: "2026-03-06", role: "cs_manager", by: "mem_rep" } as const;
    expect(refusal(signed, sign("cs"), twice)).toBe(
      "The two sides are signed by two people where the account has a CSM.",
    );
    expect(refusal({ ...signed, csm: null }, sign("cs"), { ...twice, role: "ae" })).toBeNull();
  });
  it("with other words is signed anew; a milestone reached changes no word", () => {
    const entry = (day_: number, doneOn: string | null): EntryOf<"expectations"> => ({
      of: "expectations",
      text: "What may be expected.",
      link: null,
      milestones: [
        {
          what: "Live",
          kind: "timeline",
          day: day_,
          goLive: false,
          doneOn: doneOn === null ? null : day(doneOn),
        },
      ],
    });
    const same = { at: "2026-03-04T10:00:00Z", entryId: "ent_01x0" };
    expect(refusal(signed, entry(45, "2026-03-30"), same)).toBeNull();
    expect(refusal(signed, entry(30, null), same)).toMatch(/has to be signed anew/);
    expect(refusal(signed, entry(30, null), { ...same, at: "2026-03-06" })).toBeNull();
  });
});

describe("promises and the transfer", () => {
  const promise: EntryOf<"promise"> = {
    of: "promise",
    text: "An integration",
    saidBy: null,
    technical: false,
    owner: null,
    dueOn: null,
    state: "open",
    cseInformedAt: null,
    link: null,
  };
  it("only technical promises are told to the CSE, and not in the future", () => {
    const told = { ...promise, cseInformedAt: momentOf("2026-03-04") };
    expect(refusal(won, told, { at: "2026-03-04" })).toMatch(/^Only technical promises/);
    expect(refusal(won, { ...told, technical: true }, { at: "2026-03-04" })).toBeNull();
    const ahead = { ...told, technical: true, cseInformedAt: momentOf("2026-03-09") };
    expect(refusal(won, ahead, { at: "2026-03-04" })).toMatch(/still to come/);
  });
  it("a packet may be prepared before the close; the account is passed on after it, once", () => {
    const section = { of: "packet_section", section: "use_case", text: "Reports", link: null } as const;
    expect(refusal({ journal: [] }, section, { at: "2026-03-01", role: "ae" })).toBeNull();
    const move = { of: "ownership_moved", from: "Rep One", to: "Kim" } as const;
    expect(refusal(won, move, { at: "2026-03-01" })).toMatch(/later|before/);
    expect(refusal(won, move, { at: "2026-03-10" })).toBeNull();
    const moved: PlainHandoff = { journal: [close, { at: "2026-03-10", movedTo: "Kim" }] };
    expect(refusal(moved, move, { at: "2026-03-11" })).toBe(
      "The account was passed to Kim on 2026-03-10. Withdraw that with a reason first.",
    );
  });
});

describe("a sign-off", () => {
  const signed = recordOfPlain({
    journal: [close, { at: "2026-03-05", signed: "ae" }, { at: "2026-03-05", by: "mem_kim", accepted: true }],
  });
  const [, signature, review] = signed.journal;
  it("is taken back by the side that gave it, or by a workspace admin", () => {
    expect(withdrawalRefusal(signed, signature!, "ae")).toBeNull();
    expect(withdrawalRefusal(signed, signature!, "csm")).toBe(
      "A signature is taken back by the side that gave it (Account executive), or by a workspace admin; you are signed in as CSM.",
    );
    expect(withdrawalRefusal(signed, review!, "ae")).toMatch(/^A review is taken back by the side/);
    expect(withdrawalRefusal(signed, review!, "cs_manager")).toBeNull();
    expect(withdrawalRefusal(signed, review!, "workspace_admin")).toBeNull();
  });
  it("of anything else is not the handoff's to judge", () => {
    expect(withdrawalRefusal(signed, signed.journal[0]!, "viewer")).toBeNull();
  });
});
