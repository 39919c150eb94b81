import { afterEach, describe, expect, it } from "vitest";
import {
  compactMoney,
  count,
  counted,
  dayText,
  momentDay,
  momentText,
  money,
  monthText,
  percent,
  percentNumber,
  points,
  readAs,
  readable,
  shortMonth,
  unbroken,
} from "./format.ts";

describe("money", () => {
  it("is whole where there are no cents, and never a float", () => {
    expect(money("1240021000", "USD")).toBe("$12,400,210");
    expect(money("1234", "USD")).toBe("$12.34");
    expect(money("900719925474099312", "USD")).toBe("$9,007,199,254,740,993.12");
  });
  it("knows currencies without and with three decimals", () => {
    expect(money("1234", "JPY")).toBe("¥1,234");
    expect(money("1234", "KWD")).toMatch(/1\.234$/);
  });
  it("has a true minus, and a plus where asked", () => {
    expect(money("-50000", "USD", { signed: true })).toBe("−$500");
    expect(money("50000", "USD", { signed: true })).toBe("+$500");
    expect(money("0", "USD", { signed: true })).toBe("$0");
  });
  it("in short has three figures", () => {
    expect(["1240021000", "98000000", "54430000", "0"].map((minor) => compactMoney(minor, "USD"))).toEqual([
      "$12.4M",
      "$980K",
      "$544K",
      "$0",
    ]);
  });
});

describe("shares", () => {
  it("print as per cent with one decimal, rounded from the exact text", () => {
    expect(percentNumber("1.124")).toBe("112.4");
    expect(percentNumber("0.866667")).toBe("86.7");
    expect(percentNumber("-0.05")).toBe("−5.0");
    expect(percent("0")).toBe("0.0\u00a0%");
  });
  it("points come in points and always carry their sign", () => {
    expect(points("-1.0700", { digits: 2 })).toBe("−1.07\u00a0pp");
    expect(points("2.8")).toBe("+2.8\u00a0pp");
  });
});

describe("days and counts", () => {
  it("are never ambiguous", () => {
    expect(dayText("2026-03-04")).toBe("4 Mar 2026");
    expect(monthText("2026-09")).toBe("Sep 2026");
    expect([counted(1, "account"), counted(1214, "account")]).toEqual(["1 account", "1,214 accounts"]);
  });
  it("name September as the other days do", () => {
    expect(momentDay("2021-09-10T23:59:00.000Z")).toBe("10 Sep 2021");
    expect(readable("No ARR at the opening, 2024-12-31")).toBe("No ARR at the opening, 31 Dec 2024");
  });
});

it("unbroken keeps a true minus and its amount together", () => {
  expect(unbroken("churn \u2212$100")).toBe("churn \u2212\u2060$100");
});

describe("as somebody reads", () => {
  afterEach(() => readAs({ locale: null, timeZone: null }));

  it("numbers, money and days follow the locale they chose (UX-33)", () => {
    readAs({ locale: "de-DE", timeZone: null });
    expect(money("123456", "EUR")).toBe("1.234,56\u00a0€");
    expect(count(1234567)).toBe("1.234.567");
    expect(percentNumber("1.124")).toBe("112,4");
    expect(dayText("2026-03-04")).toBe("4. März 2026");
    expect(readable("12,040.50 of 1,234,567 on 2026-03-04, 90 of 1000")).toBe(
      "12.040,50 of 1.234.567 on 4. März 2026, 90 of 1000",
    );
    readAs({ locale: "en-US", timeZone: null });
    expect([dayText("2026-09-04"), monthText("2026-09")]).toEqual(["Sep 4, 2026", "Sep 2026"]);
  });

  it("moments are told in the zone they chose, days of the calendar in none", () => {
    readAs({ locale: null, timeZone: "Pacific/Auckland" });
    expect(momentText("2026-11-21T12:30:00.000Z")).toBe("22 Nov 2026, 01:30 GMT+13");
    expect(momentDay("2026-11-21T12:30:00.000Z")).toBe("22 Nov 2026");
    expect(dayText("2026-11-21")).toBe("21 Nov 2026");
  });

  it("axes keep their short names", () => {
    expect([shortMonth("2026-09"), shortMonth("2026-01", true)]).toEqual(["Sep", "Jan 26"]);
  });
});
