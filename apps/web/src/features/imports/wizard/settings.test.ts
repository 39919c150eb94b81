import { describe, expect, it } from "vitest";
import { columnRead, settingsOf, withColumn, withConstant, withSettings, withWord } from "./settings.ts";

describe("what a mapping says of a file", () => {
  it("is changed for that file alone, and taken back", () => {
    const mapping = withSettings({ defaultCurrency: "USD" as never }, "a.csv", { decimal: "," });
    expect(mapping).toEqual({ defaultCurrency: "USD", files: { "a.csv": { decimal: "," } } });
    expect(settingsOf(withSettings(mapping, "a.csv", { decimal: undefined }), "a.csv")).toEqual({});
  });

  it("reads a column as one field at a time", () => {
    const first = withColumn({}, "a.csv", "arr", "Preis");
    const second = withColumn(first, "a.csv", "mrr", "Preis");
    expect(settingsOf(second, "a.csv").columns).toEqual({ mrr: "Preis" });
    expect(settingsOf(withColumn(second, "a.csv", "mrr", null), "a.csv").columns).toEqual({ mrr: null });
    expect(settingsOf(withColumn(second, "a.csv", "mrr", undefined), "a.csv").columns).toEqual({});
  });

  it("tells which column a field is read from, also before the file has been read so", () => {
    const columns = [
      { header: "Preis", field: "arr" },
      { header: "Kundin", field: null },
    ];
    const headerOf = (field: string, stated = {}) => columnRead(columns, field, stated)?.header;
    expect(headerOf("arr")).toBe("Preis");
    expect(headerOf("account_id", { account_id: "Kundin" })).toBe("Kundin");
    expect(headerOf("arr", { arr: null })).toBeUndefined();
    expect(headerOf("arr", { mrr: "Preis" })).toBeUndefined();
    expect(headerOf("arr", { arr: "of another file" })).toBe("Preis");
  });

  it("holds constants and words beside each other", () => {
    const held = withWord(
      withConstant({}, "a.csv", "currency", "EUR"),
      "a.csv",
      "status",
      "paused",
      "in_force",
    );
    expect(settingsOf(held, "a.csv")).toEqual({
      constants: { currency: "EUR" },
      values: { status: { paused: "in_force" } },
    });
    expect(settingsOf(withConstant(held, "a.csv", "currency", ""), "a.csv").constants).toEqual({});
  });
});
