import { importKinds } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "./fields/index.ts";
import { headerWords } from "./header-words.ts";
import { mapHeaders } from "./map-headers.ts";

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
  it("leave out the object of the line itself, as reports name it", () => {
    expect(words("Rate Plan Charge: MRR")).toBe("mrr");
    expect(words("Opportunity Product: Start Date")).toBe("start date");
    expect(words("Account: Name")).toBe("account name");
  });

  it("holds aliases in the form headers are compared in, each under one field of a kind at most twice", () => {
    for (const kind of importKinds)
      for (const field of fieldsOf[kind])
        for (const alias of field.aliases) expect(words(alias), `${field.name}: ${alias}`).toBe(alias);
  });

  it("has no name twice in a kind of file", () => {
    for (const kind of importKinds) {
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
