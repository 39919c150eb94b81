import { expect, it } from "vitest";
import { readBoolean, readLineKind, readPayment, readProductKind, readStatus } from "./choices.ts";

it("reads yes and no in several languages", () => {
  expect(["Yes", "TRUE", "1", "x", "ja", "Oui", "auto-renew"].map(readBoolean)).toEqual(Array(7).fill(true));
  expect(["no", "FALSE", "0", "nein", "manual"].map(readBoolean)).toEqual(Array(5).fill(false));
  expect(readBoolean("perhaps")).toBeNull();
});

it("reads how a line is charged and what is sold", () => {
  expect(["Subscription", "Metered", "one_time", "Setup fee", "perpetual"].map(readLineKind)).toEqual([
    "recurring",
    "usage",
    "one_time",
    "one_time",
    "one_time",
  ]);
  expect(["Core", "add-on", "AddOn", "Professional Services"].map(readProductKind)).toEqual([
    "core",
    "add_on",
    "add_on",
    "service",
  ]);
  expect(["Paid", "past_due", "outstanding", "declined"].map(readPayment)).toEqual([
    "paid",
    "overdue",
    "open",
    "failed",
  ]);
});

it("reads a status as in force, over or no contract", () => {
  expect(["active", "past_due", "non_renewing", "Closed Won"].map(readStatus)).toEqual(
    Array(4).fill("in_force"),
  );
  expect(["canceled", "Cancelled", "churned", "EXPIRED", "closed"].map(readStatus)).toEqual(
    Array(5).fill("over"),
  );
  expect(["trialing", "Draft", "Closed Lost", "void", "incomplete_expired"].map(readStatus)).toEqual(
    Array(5).fill("not_a_contract"),
  );
  expect(["paused", "constructor", "__proto__"].map(readStatus)).toEqual([null, null, null]);
});
