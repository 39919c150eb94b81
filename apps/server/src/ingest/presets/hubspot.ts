import type { Preset } from "./preset.ts";

/** The stages of HubSpot's own sales pipeline. */
const stages = {
  "Appointment Scheduled": "not_a_contract",
  "Qualified To Buy": "not_a_contract",
  "Presentation Scheduled": "not_a_contract",
  "Decision Maker Bought-In": "not_a_contract",
  "Contract Sent": "not_a_contract",
  "Closed Won": "in_force",
  closedwon: "in_force",
  "Closed Lost": "not_a_contract",
  closedlost: "not_a_contract",
};

/** What an export calls the company of a record; the primary one where it has several. */
const companyIds = [
  "Associated Company IDs (Primary)",
  "Associated Company ID (Primary)",
  "Associated Company IDs",
  "Associated Company ID",
];
const companyNames = [
  "Associated Company (Primary)",
  "Associated Company",
  "Associated Companies",
  "Company name",
];

/** HubSpot: recurring amounts are of the whole line, its net price too. */
export const hubspotPresets: readonly Preset[] = [
  {
    id: "hubspot-deals",
    vendor: "HubSpot",
    title: "deals with their monthly recurring amounts",
    system: "hubspot",
    telling: [
      ["Record ID", "Record ID - Deal"],
      ["Deal Name"],
      ["Deal Stage"],
      [
        "Monthly recurring revenue",
        "Annual recurring revenue",
        "Monthly recurring revenue (MRR)",
        "Recurring revenue amount",
      ],
    ],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: ["Record ID", "Record ID - Deal"],
        account_id: companyIds,
        account_name: companyNames,
        product: ["Product", "Deal Type", "Pipeline"],
        mrr: ["Monthly recurring revenue", "Monthly recurring revenue (MRR)"],
        arr: ["Annual recurring revenue", "Annual recurring revenue (ARR)"],
        // The deal's monthly amount, for deals whose MRR nobody worked out. It is of the whole deal: nothing multiplies it.
        unit_price_monthly: ["Recurring revenue amount"],
        quantity: null,
        acv: ["Annual contract value", "Annual contract value (ACV)"],
        total_contract_value: ["Total contract value", "Total contract value (TCV)"],
        // What was typed in as the deal's amount is nobody's recurring price.
        amount: null,
        starts_on: ["Contract start date", "Start date", "Close Date"],
        ends_on: ["Contract end date", "End date"],
        terminated_on: ["Recurring revenue inactive date"],
        signed_on: "Close Date",
        status: "Deal Stage",
        currency: ["Currency", "Deal currency"],
        ae: ["Deal owner", "Deal Owner"],
      },
      values: { status: stages },
    },
  },
  {
    id: "hubspot-line-items",
    vendor: "HubSpot",
    title: "line items",
    system: "hubspot",
    telling: [
      ["Record ID", "Record ID - Line item"],
      ["Name", "Line item name", "Product name"],
      ["Quantity"],
      ["Unit price", "Price"],
      ["Billing start date", "Start date"],
    ],
    never: ["Deal Stage"],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: ["Record ID", "Record ID - Line item"],
        account_id: companyIds,
        account_name: companyNames,
        product: ["Name", "Line item name", "Product name"],
        quantity: "Quantity",
        unit_price: ["Unit price", "Price"],
        mrr: ["Monthly recurring revenue", "Monthly recurring revenue (MRR)"],
        arr: ["Annual recurring revenue", "Annual recurring revenue (ARR)"],
        total_contract_value: ["Total contract value", "Total contract value (TCV)"],
        // HubSpot's net price is of the whole line over its term, after discounts.
        net_unit_price: null,
        amount: null,
        billing_interval: ["Recurring billing frequency", "Billing frequency"],
        starts_on: ["Billing start date", "Start date"],
        ends_on: ["Billing end date", "End date"],
        term_months: ["Term (months)", "Term"],
        currency: ["Currency"],
      },
    },
  },
  {
    id: "hubspot-activities",
    vendor: "HubSpot",
    title: "calls, mails and meetings",
    system: "hubspot",
    telling: [["Activity type", "Type"], ["Activity date"], companyNames],
    settings: {
      kind: "touchpoints",
      columns: {
        touch: ["Activity type", "Type"],
        at: "Activity date",
        account_id: companyIds,
        account_name: companyNames,
        text: ["Title", "Subject", "Email subject", "Call title", "Meeting name", "Body preview", "Body"],
        direction: ["Email direction", "Call direction", "Direction"],
        by: ["Activity assigned to", "Assigned to", "Activity created by"],
      },
      values: {
        touch: { "Incoming Email": "email", "Outgoing Email": "email", Conversation: "email" },
        direction: {
          INCOMING_EMAIL: "theirs",
          INBOUND: "theirs",
          Incoming: "theirs",
          EMAIL: "ours",
          FORWARDED_EMAIL: "ours",
          OUTBOUND: "ours",
          Outgoing: "ours",
        },
      },
    },
  },
  {
    id: "hubspot-companies",
    vendor: "HubSpot",
    title: "companies",
    system: "hubspot",
    telling: [
      ["Record ID", "Record ID - Company"],
      ["Company name"],
      ["Company Domain Name", "Company owner"],
    ],
    never: ["Deal Name", "Quantity"],
    settings: {
      kind: "accounts",
      columns: {
        account_id: ["Record ID", "Record ID - Company"],
        name: "Company name",
        domain: "Company Domain Name",
        ae: ["Company owner", "Company Owner"],
        industry: "Industry",
        employees: "Number of Employees",
        region: ["Country/Region", "Country"],
        parent: ["Parent Company", "Associated Parent Company IDs"],
      },
    },
  },
];
