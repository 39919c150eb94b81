import { describe, expect, it } from "vitest";
import { kindOf } from "./file-kind.ts";

describe("the kind of a file", () => {
  const kind = (...headers: string[]) => kindOf(headers, {});
  it("follows from its headers", () => {
    expect(kind("account_id", "name", "segment")).toBe("accounts");
    expect(
      kind("account_id", "account_name", "industry", "signup_date", "plan_tier", "seats", "is_trial"),
    ).toBe("accounts");
    expect(kind("customer", "mrr", "start_date", "end_date")).toBe("contract_lines");
    expect(kind("subscription_id", "account_id", "start_date", "end_date", "mrr_amount")).toBe(
      "contract_lines",
    );
    expect(kind("account_id", "account_name", "plan", "seats", "arr", "created_at")).toBe("accounts");
    expect(kind("id", "customer_id", "plan", "mrr", "created_at")).toBe("contract_lines");
    expect(kind("customer", "plan", "mrr", "signup_date", "churn_date")).toBe("contract_lines");
    expect(kind("Kunde", "Tarif", "Preis je Monat", "Beginn", "Ende")).toBe("contract_lines");
    expect(kind("account id", "name", "segment", "contract start", "contract end")).toBe("accounts");
    expect(kind("date", "from", "to", "rate")).toBe("fx_rates");
    expect(kind("foo", "bar")).toBeNull();
  });

  it("is no list of accounts where each row is a ticket or an answer, though a column of it is still to be named", () => {
    expect(
      kind(
        "Ticket ID",
        "Customer Name",
        "Customer Email",
        "Ticket Subject",
        "Ticket Status",
        "Ticket Priority",
      ),
    ).toBe("support_tickets");
    expect(kind("Respondent", "Company", "Score", "Comment", "When")).toBe("survey_answers");
    expect(kind("Company", "NPS score", "Industry")).toBe("accounts");
    expect(kind("Customer ID", "Name", "Score", "Comment")).toBe("accounts");
  });
});
