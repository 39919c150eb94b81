import { describe, expect, it } from "vitest";
import { play, unharmed } from "./findings.ts";

// docs/adr/0001-postgres-driver-pg.md tells why the product runs on `pg`. These scenes hold it to that, and watch
// `postgres`, the obvious choice, for the day its faults are mended.

describe("pg behind our own transaction function", () => {
  it("stores nothing of a transaction whose connection broke", async () => {
    expect(await play("pg", "disconnect", 1)).toEqual(unharmed);
  });
  it("keeps a stranger's transaction away from 300 inserts that share its connection", async () => {
    expect(await play("pg", "pipeline", 1)).toEqual(unharmed);
  });
  it("loses no acknowledged insert while the database stalls and transactions fail (I-4)", async () => {
    expect(await play("pg", "stall", 1)).toEqual(unharmed);
  });
  it("comes through crashes of the database whole, with every connection back (I-3)", async () => {
    expect(await play("pg", "restart", 1)).toEqual(unharmed);
  });
});

describe("postgres is still not fit; when one of these fails it is mended there: reconsider ADR 0001", () => {
  it("stores half a transaction after a disconnect", async () => {
    expect((await play("postgres", "disconnect", 1)).torn).toBeGreaterThan(0);
  });
  it("loses acknowledged inserts that were sent behind a stranger's BEGIN", async () => {
    expect((await play("postgres", "pipeline", 1)).lost).toBeGreaterThan(0);
  });
});
