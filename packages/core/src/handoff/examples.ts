import type { Example } from "../glossary/index.ts";
import type { PlainEntry, PlainHandoff } from "./plain-handoff.ts";

/** A record as it stands at a moment: what every example of a handoff gives. */
export interface HandoffCase extends PlainHandoff {
  readonly now: string;
}

const close: PlainEntry = { at: "2026-03-02T09:00:00Z", deal: "Northwind" };
const packet: PlainEntry = { at: "2026-03-03T10:00:00Z", section: "all" };
const accepted: PlainEntry = { at: "2026-03-05T10:00:00Z", by: "mem_kim", accepted: true };
const document: PlainEntry = {
  at: "2026-03-04T10:00:00Z",
  milestones: [
    ["ERP integration", 30],
    ["First automated report", 45, true],
    ["CFO dashboard", 60],
  ],
};
const signed: readonly PlainEntry[] = [
  { at: "2026-03-04T11:00:00Z", by: "mem_rep", signed: "ae" },
  { at: "2026-03-05T11:00:00Z", by: "mem_kim", signed: "cs" },
];
const criteria: PlainEntry = { at: "2026-03-06T09:00:00Z", by: "mem_kim", criteria: true };
const kickoff: PlainEntry = { at: "2026-03-07T09:00:00Z", by: "mem_kim", kickoff: ["Rep One"] };
const whole = [close, packet, accepted, document, ...signed, criteria, kickoff];
const moved: PlainEntry = { at: "2026-03-14", movedTo: "Kim" };
const now = "2026-03-20";

/** Records and the answer each must give, by term. */
export const processExamples = [
  {
    scenario: "S-10",
    title: "Everything in its time, the account with its CSM on day 12",
    given: { now, journal: [...whole, moved] },
    expect: ["on_time"],
  },
  {
    title: "The same with the account passed on day 15",
    given: { now, journal: [...whole, { at: "2026-03-17", movedTo: "Kim" }] },
    expect: ["late", "ownership late"],
  },
  {
    scenario: "S-37",
    title: "A kickoff held on an empty packet",
    given: { now: "2026-03-07", journal: [close, { at: "2026-03-03", kickoff: [] }] },
    expect: ["late", "packet missed", "review missed", "expectations missed"],
  },
  {
    scenario: "S-13",
    title: "An integration the CSE never heard of",
    given: {
      now,
      journal: [
        ...whole,
        moved,
        { at: "2026-03-02T10:00:00Z", promise: "A custom API integration", technical: true },
      ],
    },
    expect: ["late", "technical missed"],
  },
  {
    scenario: "S-36",
    title: "One person sells and keeps the account",
    given: {
      now,
      csm: null,
      journal: [...whole, { at: "2026-03-14", movedTo: "Rep One" }].map(
        (entry) => ({ ...entry, by: "mem_rep" }) as PlainEntry,
      ),
    },
    expect: ["on_time"],
  },
] satisfies Example<HandoffCase, string[]>[];

const writtenAt = (at: string): HandoffCase => ({ now, journal: [close, { at, section: "all" }] });

/** When the packet was complete, and whether that was in time. */
export const packetExamples = [
  {
    scenario: "S-20",
    title: "47 hours and 59 minutes after the close",
    given: writtenAt("2026-03-04T08:59:00Z"),
    expect: "met",
  },
  {
    title: "48 hours and 1 minute after the close",
    given: writtenAt("2026-03-04T09:01:00Z"),
    expect: "late",
  },
  {
    title: "Five sections of six, and the people unknown, when the time is over",
    given: {
      now,
      journal: [
        close,
        ...(["use_case", "promises", "technical", "timeline", "deal_context"] as const).map((section) => ({
          at: "2026-03-03",
          section,
          text: "Written.",
        })),
      ],
    },
    expect: "missed",
  },
  { title: "Nothing written in time", given: { now, journal: [close] }, expect: "missed" },
] satisfies Example<HandoffCase, string>[];

/** Packets and their scores. */
export const scoreExamples = [
  { title: "An empty packet", given: { now, journal: [close] }, expect: "0.000000" },
  { title: "All six sections", given: { now, journal: [close, packet] }, expect: "1.000000" },
  {
    title: "All but the deal context, of which two of five fields are told",
    given: {
      now,
      journal: [
        close,
        packet,
        {
          at: "2026-03-04",
          section: "deal_context",
          context: { pain: "Reports by hand", objections: "Complexity" },
        },
      ],
    },
    expect: "0.900000",
  },
  {
    title: "The use case alone, which weighs five times as much as each other section",
    given: {
      now,
      journal: [close, { at: "2026-03-03", section: "use_case", text: "Pipeline reports" }],
      policy: { handoffWeightUseCase: 5 },
    },
    expect: "0.500000",
  },
] satisfies Example<HandoffCase, string | null>[];

/** What a kickoff lacked before it, and did not bring. */
export const kickoffExamples = [
  {
    scenario: "S-21",
    title: "Prepared and with all four outputs",
    given: { now, journal: whole },
    expect: [],
  },
  {
    title: "Held on a packet nobody had accepted, without a plan",
    given: { now, journal: [close, packet, { at: "2026-03-07", kickoff: [], outputs: false }] },
    expect: ["packet", "criteria", "expectations", "successCriteria", "timeline", "goLiveOn", "plan"],
  },
] satisfies Example<HandoffCase, string[]>[];

/** What the deal context lacks. */
export const contextExamples = [
  {
    scenario: "S-22",
    title: "Every field is told",
    given: {
      now,
      journal: [
        close,
        {
          at: "2026-03-03",
          section: "deal_context",
          context: {
            why_now: "A rollout of another product failed 18 months ago",
            pain: "Reports by hand",
            influencers: "The COO, won over by pipeline reporting in the trial",
            objections: "Complexity",
            near_loss: "Fear of a second failed rollout",
          },
        },
      ],
    },
    expect: [],
  },
  {
    title: "Contract and ARR are known, nothing is told",
    given: { now, journal: [close], lines: [{ from: "2026-03-02", to: "2027-03-01", arr: "48000" }] },
    expect: [
      "why they bought now",
      "pain and urgency",
      "who influenced the decision",
      "objections raised",
      "what nearly lost the deal",
    ],
  },
] satisfies Example<HandoffCase, string[]>[];

/** The deal as the ledger has it. */
export const dataExamples = [
  {
    title: "One year at 48,000",
    given: {
      now,
      journal: [close],
      lines: [{ from: "2026-03-02", to: "2027-03-01", arr: "48000", signedOn: "2026-03-02" }],
    },
    expect: ["USD 48000.00", "closed 2026-03-02", "Platform 2026-03-02 to 2027-03-01"],
  },
  { title: "No contract line yet", given: { now, journal: [close] }, expect: ["closed 2026-03-02"] },
] satisfies Example<HandoffCase, string[]>[];

/** Whether the document is valid, and what is due when. */
export const expectationsExamples = [
  {
    scenario: "S-23",
    title: "Three commitments signed by both sides before the kickoff",
    given: { now, journal: [close, document, ...signed, kickoff] },
    expect: [
      "valid",
      "ERP integration by 2026-04-01",
      "First automated report by 2026-04-16",
      "CFO dashboard by 2026-05-01",
    ],
  },
  {
    scenario: "S-39",
    title: "No document before the kickoff",
    given: { now: "2026-03-06", journal: [close] },
    expect: ["not valid: the expectations document"],
  },
  {
    title: "Signed, then changed",
    given: {
      now,
      journal: [close, document, ...signed, { at: "2026-03-06", milestones: [["ERP integration", 20]] }],
    },
    expect: [
      "not valid: the signature of the AE, the signature of Customer Success",
      "ERP integration by 2026-03-22",
    ],
  },
] satisfies Example<HandoffCase, string[]>[];

/** Who is missing. */
export const peopleExamples = [
  { title: "Three people named, nobody objected", given: { now, journal: [close, packet] }, expect: [] },
  {
    title: "A champion alone",
    given: { now, journal: [close, { at: "2026-03-03", role: "champion", who: "coo" }] },
    expect: ["sponsor", "daily contact", "objectors, or that there are none"],
  },
  {
    title: "The sponsor left",
    given: {
      now,
      journal: [close, packet, { at: "2026-03-10", role: "sponsor", who: "cfo", state: "left" }],
    },
    expect: ["sponsor"],
  },
] satisfies Example<HandoffCase, string[]>[];

/** What the customer confirmed at the kickoff. */
export const criteriaExamples = [
  {
    title: "Confirmed at the kickoff",
    given: { now, journal: whole },
    expect: "Pipeline reports without spreadsheets",
  },
  { title: "No kickoff yet", given: { now, journal: [close, packet] }, expect: null },
] satisfies Example<HandoffCase, string | null>[];

/** What the customer bought the product for. */
export const useCaseExamples = [
  {
    title: "Written in the packet",
    given: {
      now,
      journal: [close, { at: "2026-03-03", section: "use_case", text: "Weekly pipeline report" }],
    },
    expect: "Weekly pipeline report",
  },
  { title: "Not written yet", given: { now, journal: [close] }, expect: null },
] satisfies Example<HandoffCase, string | null>[];
