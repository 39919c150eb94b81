import { describe, expect, it } from "vitest";
import { fieldsOf } from "./fields/index.ts";
import { headerWords } from "./header-words.ts";
import { kindOf, mapHeaders } from "./map-headers.ts";
import { fileKinds } from "./mapping.ts";

const words = (header: string) => headerWords(header).words;
const mapped = (headers: string[], mapping = {}) =>
  Object.fromEntries(
    mapHeaders(headers, "contract_lines", mapping).columns.map(({ header, field }) => [header, field.name]),
  );

describe("the words of a header", () => {
  it("do not depend on case, punctuation, camel case, namespaces or units", () => {
    for (const header of [
      "Start Date",
      "start_date",
      "startDate",
      "START-DATE",
      "SBQQ__StartDate__c",
      "Start Date (UTC)",
      " start  date ",
    ])
      expect(words(header), header).toBe("start date");
    expect(headerWords("MRR (USD)")).toEqual({ words: "mrr", currency: "USD", minor: false });
    expect(headerWords("arr_eur")).toEqual({ words: "arr", currency: "EUR", minor: false });
    expect(headerWords("amount_cents")).toEqual({ words: "amount", currency: null, minor: true });
    expect(headerWords("Betrag (€)")).toEqual({ words: "betrag", currency: "EUR", minor: false });
    expect(words("Discount %")).toBe("discount percent");
  });
});

describe("the alias table", () => {
  it("holds aliases in the form headers are compared in, each under one field of a kind at most twice", () => {
    for (const kind of fileKinds)
      for (const field of fieldsOf[kind])
        for (const alias of field.aliases) expect(words(alias), `${field.name}: ${alias}`).toBe(alias);
  });

  it("has no name twice in a kind of file", () => {
    for (const kind of fileKinds) {
      const names = fieldsOf[kind].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("headers as fields", () => {
  it("give the likelier column the field and leave the other unread", () => {
    expect(mapped(["Created", "Start date", "Customer ID"])).toEqual({
      "Start date": "starts_on",
      "Customer ID": "account_id",
    });
    expect(mapped(["Customer ID", "Customer", "ARR"])).toEqual({
      "Customer ID": "account_id",
      Customer: "account_name",
      ARR: "arr",
    });
  });

  it("tell a subscription's id from a line's", () => {
    expect(mapped(["subscription_id", "id"])).toEqual({ subscription_id: "contract_id", id: "line_id" });
    expect(mapped(["subscriptions.started_at"])).toEqual({ "subscriptions.started_at": "starts_on" });
  });

  it("follow the mapping before the alias table", () => {
    const mapping = { columns: { unit_price: "Amount", amount: null }, ignore: ["Start"] };
    expect(mapped(["Amount", "Start", "Total"], mapping)).toEqual({ Amount: "unit_price" });
    expect(mapHeaders(["A"], "contract_lines", { columns: { arr: "B" } }).missing).toEqual([
      { field: "arr", header: "B" },
    ]);
  });

  it("never take headers that are names of an object's own parts", () => {
    expect(mapped(["__proto__", "constructor", "toString"])).toEqual({});
  });
});

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
});
