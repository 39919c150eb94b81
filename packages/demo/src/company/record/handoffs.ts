import type { EntryOf, PacketSection } from "@termwise/core/facts";
import { addDays, type Day, daysBetween } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import { type HandoffKind, handoffEra, stuck, stuckDays } from "./handoff-kinds.ts";
import { daysLater, type JournalBook, type Moment } from "./journal-book.ts";
import { contextWords, sectionWords, writtenLater } from "./packet-words.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";
import { promises } from "./promises.ts";

/** A handoff of the demo: its close, how it went, and its kickoff. */
export interface DemoHandoff {
  readonly accountId: Portrait["accountId"];
  readonly name: string;
  readonly kind: HandoffKind;
  readonly closedOn: Day;
  readonly kickoffOn: Day;
}

function kindOf({ course, number }: Portrait, days: number, random: Random): HandoffKind {
  const drawn = random.between(1, 100);
  if (course === "stalled" && days <= stuckDays)
    return (["draft", "ready", "returned_open"] as const)[Number(number) % 3] ?? "draft";
  if (course === "late_criteria" || course === "nobody_logged_in")
    return Number(number) % 2 === 0 ? "empty_at_kickoff" : "unsigned";
  if (drawn <= 60) return "good";
  if (drawn <= 72) return "returned";
  if (drawn <= 82) return "late_packet";
  if (drawn <= 87) return "empty_at_kickoff";
  if (drawn <= 91) return "unsigned";
  if (drawn <= 95) return "untold";
  return drawn <= 98 ? "never_moved" : "never_written";
}

type Milestone = EntryOf<"expectations">["milestones"][number];

interface Handing {
  readonly book: JournalBook;
  readonly portrait: Portrait;
  readonly kind: HandoffKind;
  readonly closedAt: Moment;
  readonly kickoffAt: Moment;
  readonly random: Random;
  readonly ae: string;
  readonly csm: string | null;
  /** Who speaks for Customer Success: the CSM, or where there is none whoever sold. */
  readonly cs: string;
}

/** The handoff of the present life of a customer, where its close falls into the days handoffs are kept of. */
export function handoff(book: JournalBook, portrait: Portrait, seed: number): DemoHandoff | null {
  const { accountId, name, number, segment, lives, record, owners } = portrait;
  const life = lives.at(-1)!;
  const random = randomOf(seed, `handoff ${number}`);
  const closedOn = life.wonOn;
  const returning = life.after !== null && daysBetween(life.after, closedOn) <= 120;
  if (returning || daysBetween(closedOn, book.timeline.today) > handoffEra) return null;
  const kind = kindOf(portrait, daysBetween(closedOn, book.timeline.today), random);
  const closedAt = { on: closedOn, time: `${random.between(10, 17)}:${random.between(10, 59)}` };
  const small = segment === "Small business" || segment === "Growth";
  const kickoffOn = workday(addDays(closedOn, small ? random.between(7, 9) : random.between(9, 12)));
  const csm = valueOn(record.attributes, "csm", kickoffOn);
  const handing: Handing = {
    ...{ book, portrait, kind, closedAt, random, csm },
    kickoffAt: { on: kickoffOn, time: "14:00" },
    ae: owners.ae,
    cs: csm ?? owners.am ?? owners.ae,
  };
  const signedOn = closedOn;
  const opportunity = `${name.slice(0, 150)}: first contract`;
  book.put(accountId, `${number}deal`, closedAt, { of: "deal_closed", opportunity, signedOn }, owners.ae);
  if (kind !== "never_written") {
    packet(handing);
    review(handing);
    expectations(handing);
    promises(handing);
  }
  if (stuck.has(kind)) return { accountId, name, kind, closedOn, kickoffOn };
  kickoff(handing);
  if (kind !== "never_moved" && kind !== "never_written")
    book.put(
      accountId,
      `${number}moved`,
      { on: addDays(kickoffOn, 1), time: "09:30" },
      { of: "ownership_moved", from: owners.ae, to: csm ?? owners.am ?? owners.ae },
      "Oskar Brandvold",
    );
  return { accountId, name, kind, closedOn, kickoffOn };
}

/** When the packet is written: the day after the close, after the forty-eight hours, or only after the kickoff. */
function writtenAt({ kind, closedAt, kickoffAt, random }: Handing): Moment {
  const time = `${random.between(10, 16)}:${random.between(10, 59)}`;
  const days = kind === "late_packet" ? 3 : 1;
  return { on: addDays(kind === "empty_at_kickoff" ? kickoffAt.on : closedAt.on, days), time };
}

function packet(handing: Handing): void {
  const { book, portrait, ae, kind, random } = handing;
  const at = writtenAt(handing);
  const words = sectionWords(portrait, random);
  const people = { of: "packet_section", section: "people", noObjectors: true, link: null } as const;
  const put = (section: PacketSection, entry: Parameters<JournalBook["put"]>[3], when = at) =>
    book.put(portrait.accountId, `${portrait.number}packet${section.replaceAll("_", "")}`, when, entry, ae);
  for (const section of ["use_case", "technical", "timeline"] as const)
    put(section, { of: "packet_section", section, text: words[section], link: null });
  if (kind === "draft") return;
  const hasObjector = portrait.contacts.objector !== undefined;
  put("people", { ...people, text: words.people, noObjectors: !hasObjector });
  put("promises", { of: "packet_section", section: "promises", text: words.promises, link: null });
  const context = contextWords(random);
  put("deal_context", { of: "packet_section", section: "deal_context", text: null, link: null, context });
  if (kind !== "returned") return;
  book.put(
    portrait.accountId,
    `${portrait.number}packettechnicalagain`,
    { on: addDays(handing.closedAt.on, 4), time: "10:15" },
    { of: "packet_section", section: "technical", text: writtenLater, link: null },
    ae,
  );
}

function review({ book, portrait, kind, closedAt, kickoffAt, cs }: Handing): void {
  const { accountId, number } = portrait;
  if (kind === "draft" || kind === "ready") return;
  if (kind === "returned" || kind === "returned_open") {
    const missing = "Which interfaces are needed for go-live, and who runs them at the customer";
    const gaps = [{ section: "technical" as const, missing }];
    const returned = { of: "packet_review", outcome: "returned", gaps } as const;
    book.put(
      accountId,
      `${number}reviewfirst`,
      { on: addDays(closedAt.on, 3), time: "09:20" },
      { ...returned, gaps },
      cs,
    );
  }
  if (kind === "returned_open") return;
  const at =
    kind === "empty_at_kickoff" ? daysLater(kickoffAt, 4) : { ...daysLater(closedAt, 4), time: "11:40" };
  const accepted = { of: "packet_review", outcome: "accepted", gaps: [] } as const;
  book.put(accountId, `${number}review`, at, { ...accepted, gaps: [] }, cs);
}

function expectations({ book, portrait, kind, closedAt, ae, cs }: Handing): void {
  if (kind === "draft" || kind === "returned_open") return;
  const { accountId, number, segment } = portrait;
  const days = segment === "Enterprise" || segment === "Public sector" ? [21, 45, 70] : [10, 21, 40];
  const [technical = 10, live = 21, outcome = 40] = days;
  const milestone = { goLive: false, doneOn: null };
  const document = {
    of: "expectations",
    text: "What Fernhill delivers by when, and what we need from the customer for it. Agreed between Sales and Customer Success.",
    link: `https://docs.fernhill.example/expectations/${number}`,
  } as const;
  const milestones: Milestone[] = [
    { ...milestone, what: "Interfaces connected", kind: "integration", day: technical },
    { ...milestone, what: "First week planned", kind: "timeline", day: live, goLive: true },
    { ...milestone, what: "Planning takes half the hours", kind: "outcome", day: outcome },
  ];
  const recorded = (index: number) => ({ on: addDays(closedAt.on, 3), time: `1${index}:15` });
  const id = `${number}expectations`;
  book.put(accountId, id, recorded(0), { ...document, milestones }, ae);
  // What was reached is noted in the document as it stands; signatures stay, since what was agreed has not changed.
  for (const upTo of portrait.course === "nobody_logged_in" ? [] : [0, 1]) {
    const doneOn = (day: number) => addDays(closedAt.on, day + (Number(number) % 5) - 3);
    const reached = milestones.map((one, index) =>
      index <= upTo ? { ...one, doneOn: doneOn(one.day) } : one,
    );
    const last = { on: doneOn(milestones[upTo]?.day ?? 0), time: "17:00" };
    book.put(accountId, id, recorded(0), { ...document, milestones: reached }, cs, last);
  }
  book.put(accountId, `${number}signedae`, recorded(1), { of: "signature", side: "ae" }, ae);
  if (kind === "unsigned" || kind === "ready") return;
  const late = kind === "empty_at_kickoff" ? 18 : 4;
  const at = { on: addDays(closedAt.on, late), time: "16:20" };
  book.put(accountId, `${number}signedcs`, at, { of: "signature", side: "cs" }, cs);
}

function kickoff({ book, portrait, kind, kickoffAt, cs, ae }: Handing): void {
  const { accountId, number, contacts } = portrait;
  const there = [contacts.champion, contacts.sponsor, contacts.daily_contact].flatMap((one) => one?.id ?? []);
  const thin = kind === "empty_at_kickoff" || kind === "never_written";
  const entry = {
    of: "kickoff",
    attendedBy: [...there.slice(0, kind === "never_written" ? 1 : 3), ...new Set([cs, ae])],
    successCriteria: thin ? null : "The four criteria were read out and agreed.",
    timeline: thin ? null : "Weekly calls until go-live, then every two weeks.",
    goLiveOn: kind === "never_written" ? null : addDays(kickoffAt.on, 24),
    plan: thin ? null : "Week 1 accounts and import; week 2 interfaces; week 3 first plan; week 4 review.",
  } as const;
  book.put(accountId, `${number}kickoff`, kickoffAt, { ...entry, attendedBy: [...entry.attendedBy] }, cs);
}
