import { field } from "./field.ts";

/** How files about accounts name the account of a row. */
export const ofAccountFields = [
  field(
    "account_id",
    "id",
    "The account's id, in its system.",
    "account number, customer id, id, company id, associated company id, client id, group id, organization id, organisation id, org id, tenant id, workspace id, account key, external id, crm id, account, salesforce id, salesforce account id, accountid",
  ),
  field(
    "account_name",
    "text",
    "The account's exact name, where there is no id.",
    "name, customer name, company name, associated company, group company, company, customer, client, organization, organisation, account",
  ),
  field(
    "account_domain",
    "text",
    "The account's web domain, where there is neither id nor name.",
    "domain, company domain, company domain name, customer domain, website, company website, email domain",
  ),
  field("account_system", "text", "The system the account's id belongs to.", "account source, id system"),
];
