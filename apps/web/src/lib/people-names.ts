/** Roles of people at a customer, as screens write them. */
export const contactRoleNames = {
  champion: "Champion",
  sponsor: "Sponsor",
  economic_buyer: "Economic buyer",
  daily_contact: "Daily contact",
  objector: "Objector",
  end_user: "End user",
} as const;
/** One role of a person at a customer. */
export type ContactRole = keyof typeof contactRoleNames;

/** The roles in the order they are offered, with their names. */
export const contactRoles = Object.entries(contactRoleNames).map(([value, label]) => ({
  value: value as ContactRole,
  label,
}));

/** How a person stands in a role. */
export const contactStateNames = { active: "Active", moved: "Moved on", left: "Left" } as const;
/** One way a person stands in a role. */
export type ContactState = keyof typeof contactStateNames;

/** How somebody thinks of us. */
export const sentimentNames = { positive: "Positive", neutral: "Neutral", negative: "Negative" } as const;

/** Kinds of touchpoints, as screens write them. */
export const touchpointNames = {
  call: "Call",
  meeting: "Meeting",
  email: "Mail",
  note: "Note",
  qbr: "Quarterly review",
  ebr: "Executive review",
  annual_review: "Annual review",
} as const;
/** One kind of touchpoint. */
export type TouchpointKind = keyof typeof touchpointNames;

/** The roles of ours with an account, and what each is called. */
export const ownerNames = {
  csm: "CSM",
  ae: "AE",
  am: "AM",
  cse: "CSE",
  cs_manager: "CS manager",
  exec_sponsor: "Exec sponsor",
} as const;

/** How closely customers are looked after. */
export const touchModelNames = {
  high_touch: "High touch",
  low_touch: "Low touch",
  tech_touch: "Tech touch",
} as const;
/** One touch model. */
export type TouchModel = keyof typeof touchModelNames;
