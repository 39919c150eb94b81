import type { Preset } from "./preset.ts";

/** The stages of Salesforce's own sales process before a deal is closed. */
const open = Object.fromEntries(
  [
    "Prospecting",
    "Qualification",
    "Needs Analysis",
    "Value Proposition",
    "Id. Decision Makers",
    "Perception Analysis",
    "Proposal/Price Quote",
    "Negotiation/Review",
  ].map((stage) => [stage, "not_a_contract"]),
);

/** Salesforce: objects as the data loader writes them, by their field names, and reports by their labels. */
export const salesforcePresets: readonly Preset[] = [
  {
    id: "salesforce-accounts",
    vendor: "Salesforce",
    title: "accounts",
    system: "salesforce",
    telling: [["Id"], ["Name"], ["ParentId", "Parent Id"], ["OwnerId", "Owner.Name"]],
    never: ["AccountId", "StageName"],
    settings: {
      kind: "accounts",
      columns: {
        account_id: "Id",
        name: "Name",
        parent: ["ParentId", "Parent Id"],
        domain: "Website",
        industry: "Industry",
        employees: "NumberOfEmployees",
        region: ["BillingCountry", "BillingCountryCode"],
        currency: "CurrencyIsoCode",
        // An id of a person says nothing to a reader: their name does, where the export has it.
        ae: ["Owner.Name", "Owner Name", "Account Owner"],
        deleted: "IsDeleted",
      },
    },
  },
  {
    id: "salesforce-opportunities",
    vendor: "Salesforce",
    title: "opportunities",
    system: "salesforce",
    telling: [["Id"], ["AccountId"], ["StageName"], ["CloseDate"]],
    never: ["OpportunityId", "Quantity", "UnitPrice"],
    settings: {
      kind: "deals",
      columns: {
        opportunity: "Id",
        account_id: "AccountId",
        deal_stage: "StageName",
        closed_at: "CloseDate",
      },
    },
  },
  {
    id: "salesforce-contract-lines",
    vendor: "Salesforce",
    title: "contract line items",
    system: "salesforce",
    telling: [["Id"], ["ServiceContractId", "LineItemNumber"], ["UnitPrice"], ["StartDate"]],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: "Id",
        contract_id: "ServiceContractId",
        account_id: ["ServiceContract.AccountId", "AccountId"],
        account_name: ["ServiceContract.Account.Name", "Account.Name"],
        product: ["Product2.Name", "PricebookEntry.Product2.Name", "ProductName", "Product2Id"],
        quantity: "Quantity",
        // The price agreed on for one, over the line's whole term.
        total_contract_value: ["TotalPrice", "Subtotal"],
        unit_price: null,
        starts_on: "StartDate",
        ends_on: "EndDate",
        currency: "CurrencyIsoCode",
        status: "Status",
      },
    },
  },
  {
    id: "salesforce-opportunity-products",
    vendor: "Salesforce",
    title: "opportunity products",
    system: "salesforce",
    telling: [["OpportunityId"], ["Quantity"], ["UnitPrice"], ["ServiceDate"]],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: "Id",
        contract_id: "OpportunityId",
        account_id: ["Opportunity.AccountId", "AccountId"],
        account_name: ["Opportunity.Account.Name", "Account.Name"],
        product: ["Product2.Name", "Name", "ProductCode"],
        quantity: "Quantity",
        net_unit_price: "UnitPrice",
        list_price: "ListPrice",
        starts_on: "ServiceDate",
        ends_on: ["EndDate", "End_Date__c", "ServiceEndDate"],
        currency: "CurrencyIsoCode",
        status: ["Opportunity.StageName", "StageName"],
        signed_on: ["Opportunity.CloseDate", "CloseDate"],
        amount: null,
      },
      values: { status: open },
    },
  },
  {
    id: "salesforce-activities",
    vendor: "Salesforce",
    title: "activities",
    system: "salesforce",
    telling: [
      ["Task Subtype", "Activity Type", "Event Subtype"],
      ["Company / Account", "Account Name"],
      ["Date"],
      ["Subject"],
    ],
    settings: {
      kind: "touchpoints",
      columns: {
        touch: ["Task Subtype", "Activity Type", "Event Subtype"],
        at: "Date",
        account_id: ["Account ID", "Company / Account: Account ID"],
        account_name: ["Company / Account", "Account Name"],
        text: ["Subject"],
        by: ["Assigned", "Assigned To"],
      },
      values: { touch: { Event: "meeting", "List Email": "email" } },
    },
  },
];
