// The words plays are made of. Without the validator, so that screens can take them alone.

/** What a play is for. Those that `save` are meant to keep a customer: begun after it asked to leave, they are rescue calls. */
export const playUses = {
  save: { name: "Save play", saves: true },
  onboarding: { name: "Onboarding stalled", saves: false },
  champion: { name: "Champion left", saves: true },
  adoption: { name: "Low adoption", saves: true },
  renewal: { name: "Renewal at risk", saves: true },
  expansion: { name: "Expansion conversation", saves: false },
  detractor: { name: "Detractor", saves: true },
  win_back: { name: "Win-back campaign", saves: false },
} as const;

/** One use of {@link playUses}. */
export type PlayUse = keyof typeof playUses;

/** Who does a step, by the role they hold the account in; a CS manager is found by who leads its CSM. */
export const stepRoles = { csm: "CSM", cs_manager: "CS manager", ae: "AE", am: "AM", cse: "CSE" } as const;

/** One role of {@link stepRoles}. */
export type StepRole = keyof typeof stepRoles;

/** How a step reaches the customer. */
export const stepChannels = {
  email: "E-mail",
  call: "Call",
  meeting: "Meeting",
  in_product: "In the product",
  internal: "Among us",
} as const;

/** One channel of {@link stepChannels}. */
export type StepChannel = keyof typeof stepChannels;

/** How a run of a play stands: proposed by its trigger, running, all steps over, stopped, or turned down. */
export const runStates = {
  proposed: "Proposed",
  running: "Running",
  done: "Done",
  stopped: "Stopped",
  declined: "Declined",
} as const;

/** One state of {@link runStates}. */
export type RunStateOfPlay = keyof typeof runStates;
