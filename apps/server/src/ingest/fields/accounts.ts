import { labelFields } from "./claims.ts";
import { field } from "./field.ts";

/** The attributes of an account by the headers they are known by in an accounts file. */
export const attributeFields = [
  field(
    "parent",
    "id",
    "Id or exact name of the parent account.",
    "parent account id, parent account, parent id, parent company, parent company id, ultimate parent, parent name, parent account name",
  ),
  field(
    "domain",
    "text",
    "Internet domain.",
    "website, company domain, company domain name, web site, email domain, url",
  ),
  field(
    "segment",
    "text",
    "Segment: SMB, mid-market, enterprise.",
    "customer segment, account segment, market segment, size segment, company size, size, segment name",
  ),
  field(
    "tier",
    "text",
    "Tier of the account.",
    "account tier, customer tier, plan tier, service tier, support tier, tier name",
  ),
  field(
    "region",
    "text",
    "Region or country.",
    "account region, customer region, sales region, geo, territory, geography, country, billing country, billing country state, country code, market, location, land",
  ),
  field(
    "industry",
    "text",
    "Industry.",
    "vertical, sector, account industry, customer industry, industry name, branche",
  ),
  field(
    "csm",
    "text",
    "Customer success manager.",
    "customer success manager, success manager, csm name, csm owner, cs owner, success owner, customer success owner, cs manager",
  ),
  field(
    "ae",
    "text",
    "Account executive.",
    "account executive, account owner, ae name, ae owner, sales rep, salesperson, owner name, owner, company owner, sales owner, rep",
  ),
  field("am", "text", "Account manager.", "account manager, am name, am owner, relationship manager"),
  field(
    "cse",
    "text",
    "Customer success engineer.",
    "customer success engineer, solutions engineer, cse name",
  ),
  field("cs_manager", "text", "Leader of the CSMs of the account.", "head of customer success, csm manager"),
  field("exec_sponsor", "text", "Our executive counterpart.", "executive sponsor, exec sponsor name"),
  field("renewal_owner", "text", "Who owns the renewal: `csm`, `am` or `ae`.", "renewal owner role"),
  field("expansion_owner", "text", "Who owns expansion: `csm`, `am` or `ae`.", "expansion owner role"),
  field(
    "employees",
    "text",
    "How many people work there.",
    "employee count, number of employees, headcount, employees count",
  ),
] as const;

/** The fields of an accounts file. */
export const accountFields = [
  field(
    "account_id",
    "id",
    "The account's id in its system. Without one, its name identifies it.",
    "account number, customer id, id, account, company id, client id, customer number, customers id, accounts id, organization id, organisation id, org id, tenant id, account key, customer key, customer no, account no, account ref, external id, record id, record id company, crm id, uuid, key, customer code, account code, sf id, salesforce id, account id 18, kundennummer, kunden nr, kunde id",
  ),
  field(
    "name",
    "text",
    "Name of the account.",
    "account name, company name, customer name, company, customer, client, client name, organization, organisation, organization name, organisation name, display name, business name, legal name, account, customers company, customer company, kunde, kundenname, firma",
  ),
  ...attributeFields,
  ...labelFields,
  field(
    "currency",
    "currency",
    "The currency the account is billed in.",
    "currency code, billing currency, account currency, preferred currency code, currency iso code, default currency, währung",
  ),
  field(
    "deleted",
    "word",
    "yes: the record was deleted in its system. Such a row is refused.",
    "is deleted, isdeleted, deleted flag",
  ),
  field(
    "effective_on",
    "date",
    "From which day the attributes of the row hold. One account may then stand on several rows.",
    "effective date, effective from, attributes effective on, as of",
  ),
  field(
    "system",
    "text",
    "The system the id belongs to, where rows of several systems stand in one file.",
    "source system",
  ),
];
