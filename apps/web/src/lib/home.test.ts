import { describe, expect, it } from "vitest";
import { homeOf } from "./home.ts";

describe("the page one begins with", () => {
  it("is one's book for who holds accounts, and the overview for everybody else", () => {
    expect((["csm", "ae", "am", "cse"] as const).map(homeOf)).toEqual(Array(4).fill("/book"));
    expect((["exec", "cs_manager", "workspace_admin", "finance", "viewer"] as const).map(homeOf)).toEqual(
      Array(5).fill("/retention"),
    );
  });
});
