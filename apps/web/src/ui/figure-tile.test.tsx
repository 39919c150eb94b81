import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import type { Figure } from "@termwise/core/glossary";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { FigureTile } from "./figure-tile.tsx";

const nrr = {
  term: "nrr",
  name: "Net Revenue Retention",
  version: 3,
  unit: "ratio",
  currency: "USD",
  value: "1.124",
  reason: null,
  numerator: "1124",
  denominator: "1000",
  contributors: 214,
} as Figure;

async function show(children: ReactNode) {
  const history = createMemoryHistory();
  const router = createRouter({ routeTree: createRootRoute({ component: () => children }), history });
  render(<RouterProvider router={router} />);
  await waitFor(() => expect(document.querySelector("[data-figure]")).not.toBeNull());
  return history;
}

// jsdom has no layout, so it cannot scroll.
beforeAll(() => {
  window.scrollTo = () => {};
});
afterEach(cleanup);

describe("FigureTile", () => {
  it("shows value, unit, version and what shapes it", async () => {
    await show(<FigureTile figure={nrr}>Contraction counted: yes</FigureTile>);
    expect(document.querySelector("[data-contributors]")?.textContent).toBe("112.4 %");
    expect(screen.getByText("v3")).toBeDefined();
    expect(screen.getByText("Contraction counted: yes")).toBeDefined();
  });

  it("UX-08: shows a dash and why when it cannot be computed, never 0", async () => {
    await show(<FigureTile figure={{ ...nrr, value: null, reason: "No ARR at the opening, 2025-09-30" }} />);
    expect(document.querySelector("[data-contributors]")?.textContent).toBe("—");
    expect(screen.getByText("No ARR at the opening, 30 Sep 2025")).toBeDefined();
  });

  it("does not compare what few accounts make", async () => {
    const change = { change: "2.8", text: "+2.8 pp", against: "109.6" };
    await show(<FigureTile figure={nrr} change={change} lowCount={4} />);
    expect(screen.queryByText("+2.8 pp")).toBeNull();
    expect(screen.getByText("n=4, too few to compare")).toBeDefined();
  });

  it("UX-01: opens its definition by its name and its accounts by its value", async () => {
    const history = await show(<FigureTile figure={nrr} />);
    document.querySelector<HTMLElement>("[data-definition]")?.click();
    await waitFor(() => expect(history.location.href).toContain("panel="));
    expect(decodeURIComponent(history.location.search)).toContain("def:nrr");
    document.querySelector<HTMLElement>("[data-contributors]")?.click();
    await waitFor(() => expect(decodeURIComponent(history.location.search)).toContain("drill:nrr"));
  });
});
