/** What the screens that use a term are called, by their address. */
export const screenNames: Readonly<Record<string, string>> = {
  "/accounts": "Accounts",
  "/accounts/$accountId": "The overview of each account",
  "/accounts/$accountId/handoff": "The handoff of each account",
  "/accounts/$accountId/lifecycle": "The lifecycle of each account",
  "/accounts/$accountId/renewals": "The renewals of each account",
  "/accounts/$accountId/revenue": "The revenue of each account",
  "/accounts/$accountId/stakeholders": "The stakeholders of each account",
  "/accounts/gaps": "Ownership gaps",
  "/book": "My book",
  "/glossary/$term": "This page",
  "/glossary/divergence": "Divergence",
  "/lifecycle/velocity": "Velocity",
  "/retention": "Retention",
  "/settings/lifecycle": "Settings, Lifecycle",
  "/settings/roles": "Settings, Roles",
  "/settings/teams": "Settings, Teams",
};
