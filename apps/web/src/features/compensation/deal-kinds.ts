/** What a deal can be, in words. */
export const dealKindOptions = [
  { value: "new", label: "New customers" },
  { value: "expansion", label: "Expansion" },
  { value: "renewal", label: "Renewals" },
  { value: "winback", label: "Win-backs" },
] as const;
