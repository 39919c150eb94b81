import type { Preset } from "./preset.ts";

/** What help desks call how urgent a ticket is, where it is not `low`, `normal`, `high` or `urgent`. */
const severity = {
  "-": "normal",
  None: "normal",
  Medium: "normal",
  Highest: "urgent",
  Lowest: "low",
  Blocker: "urgent",
  Critical: "urgent",
  Major: "high",
  Minor: "low",
  Trivial: "low",
};

/** Jira's own name of the field, and what an export of all fields makes of it. */
const organizations = ["Organizations", "Organisations", "Custom field (Organizations)"] as const;

/** Exports of tickets: the first column is called like an account's, and is the ticket's. */
export const helpDeskPresets: readonly Preset[] = [
  {
    id: "zendesk-tickets",
    vendor: "Zendesk",
    title: "tickets",
    system: "zendesk",
    telling: [
      ["ID", "Ticket ID", "Id"],
      ["Requester", "Requester email", "Requester domain"],
      ["Created at", "Created"],
      ["Subject"],
      ["Priority"],
    ],
    settings: {
      kind: "support_tickets",
      columns: {
        ticket_id: ["ID", "Ticket ID", "Id"],
        account_id: ["Organization external id", "Organization External ID"],
        account_name: ["Organization", "Organization name"],
        account_domain: ["Requester domain", "Requester email"],
        opened_at: ["Created at", "Created"],
        solved_at: ["Solved at", "Solved"],
        severity: "Priority",
        subject: "Subject",
        area: ["Product area", "Ticket form", "Form"],
        contacts: "Replies",
        reopened: "Reopens",
        escalated: ["Escalated", "Is escalated"],
      },
      values: { severity },
    },
  },
  {
    id: "freshdesk-tickets",
    vendor: "Freshdesk",
    title: "tickets",
    system: "freshdesk",
    telling: [["Ticket ID"], ["Created time"], ["Priority"], ["Subject"]],
    settings: {
      kind: "support_tickets",
      columns: {
        ticket_id: "Ticket ID",
        account_id: ["Company ID"],
        account_name: ["Company Name", "Company"],
        account_domain: ["Email", "Contact email"],
        opened_at: "Created time",
        solved_at: ["Resolved time", "Closed time"],
        severity: "Priority",
        subject: "Subject",
        area: ["Product", "Type"],
        contacts: ["Customer interactions"],
      },
      values: { severity },
    },
  },
  {
    id: "jira-service-requests",
    vendor: "Jira",
    title: "service requests",
    system: "jira",
    telling: [["Key", "Issue key"], ["Summary"], ["Created"], organizations],
    settings: {
      kind: "support_tickets",
      columns: {
        ticket_id: ["Key", "Issue key"],
        account_id: null,
        account_name: organizations,
        opened_at: "Created",
        solved_at: ["Resolved", "Resolution date"],
        severity: "Priority",
        subject: "Summary",
        area: ["Components", "Component/s", "Request Type"],
      },
      values: { severity },
    },
  },
];
