import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { BridgeAudit } from "./arr-bridge.ts";
import { BridgeCheck } from "./bridge-check.tsx";

async function show(audit: BridgeAudit) {
  const history = createMemoryHistory();
  const component = () => <BridgeCheck audit={audit} currency="USD" />;
  const router = createRouter({ routeTree: createRootRoute({ component }), history });
  render(<RouterProvider router={router} />);
  await waitFor(() => expect(document.querySelector("[data-closes]")).not.toBeNull());
}
const suspect = (name: string, on: string | null, unexplained: string) =>
  ({ accountId: `acc_${name}`, name, on, unexplained }) as BridgeAudit["suspects"][number];

// jsdom has no layout, so it cannot scroll.
beforeAll(() => {
  window.scrollTo = () => {};
});
afterEach(cleanup);

describe("BridgeCheck", () => {
  it("says that the bridge closes", async () => {
    await show({ unexplained: "0", suspects: [] });
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.body.textContent).toContain("The bridge closes");
  });

  it("names the unexplained amount and every suspect with its day, when it does not close", async () => {
    const suspects = [suspect("Northwind", "2026-05-01", "-70000"), suspect("Kitebank", null, "12345")];
    await show({ unexplained: "-57655", suspects });
    const text = screen.getByRole("alert").textContent;
    expect(text).toContain("The bridge does not close: −$576.55 is unexplained, in 2 accounts");
    expect(screen.getByRole("row", { name: "Northwind 1 May 2026 −$700" })).toBeDefined();
    expect(screen.getByRole("row", { name: "Kitebank No single day +$123.45" })).toBeDefined();
    expect(screen.getByRole("link", { name: "Northwind" }).getAttribute("href")).toBe(
      "/accounts/acc_Northwind/revenue",
    );
  });

  it("does not call it well when faults cancel out", async () => {
    await show({ unexplained: "0", suspects: [suspect("A", null, "100"), suspect("B", null, "-100")] });
    expect(screen.getByRole("alert").textContent).toContain("closes only in sum");
  });
});
