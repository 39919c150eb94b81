// The words a handoff is told in. Without the validator, so that screens can take them alone.

/** Where a handoff packet stands, in the order it usually goes. */
export const handoffStatuses = {
  not_started: "Not started",
  draft: "Draft",
  ready: "Ready for review",
  returned: "Returned",
  accepted: "Accepted",
} as const;
/** Not started, draft, ready, returned or accepted. */
export type HandoffStatus = keyof typeof handoffStatuses;

/** The dated gates a handoff goes through; it was on time when all of them were. */
export const handoffGates = {
  packet: "Packet complete",
  review: "Reviewed by the CSM before the kickoff",
  expectations: "Expectations signed before the kickoff",
  technical: "Technical promises told to the CSE before the kickoff",
  ownership: "Ownership moved",
} as const;
/** One gate of {@link handoffGates}. */
export type HandoffGate = keyof typeof handoffGates;

/** How a gate stands: still to come, passed in time, passed too late, or its time is over and it is not passed. */
export const gateStates = {
  open: "Open",
  met: "In time",
  late: "Late",
  missed: "Missed",
} as const;
/** Open, met, late or missed. */
export type GateState = keyof typeof gateStates;

/** The verdict on a handoff as a whole: gates are still open and none failed, every one was met in time, or one failed. */
export const verdicts = { open: "Under way", on_time: "On time", late: "Late" } as const;
/** Under way, on time or late. */
export type Verdict = keyof typeof verdicts;

/** Whether there is still work on a handoff: it is open, all gates are passed, the customer left, or nobody finished it. */
export const handoffPhases = {
  open: "Open",
  finished: "Finished",
  ended: "Customer left",
  lapsed: "Never finished",
} as const;
/** Open, finished, ended or lapsed. */
export type HandoffPhase = keyof typeof handoffPhases;

/** What must be in order before a kickoff. */
export const kickoffItems = {
  packet: "Packet accepted by the CSM",
  criteria: "The four onboarding criteria written",
  expectations: "Expectations document signed by both sides",
  technical: "Technical promises told to the CSE",
  stakeholders: "Champion, sponsor and daily contact named, objectors known",
} as const;
/** One item of {@link kickoffItems}. */
export type KickoffItem = keyof typeof kickoffItems;

/** What a kickoff has to bring. */
export const kickoffOutputs = {
  successCriteria: "Success criteria confirmed by the customer",
  timeline: "Timeline",
  goLiveOn: "Go-live milestone",
  plan: "30-day plan",
} as const;
/** One output of {@link kickoffOutputs}. */
export type KickoffOutput = keyof typeof kickoffOutputs;

/** The two sides that sign the expectations document. */
export const signingSides = { ae: "Account executive", cs: "Customer Success" } as const;
/** The side of the account executive or of Customer Success. */
export type SigningSide = keyof typeof signingSides;
