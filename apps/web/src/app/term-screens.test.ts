import { screenEntries } from "@termwise/core/registry";
import { expect, it } from "vitest";
import { screenNames } from "../features/glossary/screen-names.ts";
import type { FileRouteTypes } from "./routeTree.gen.ts";

type Route = FileRouteTypes["to"];

// Written out, so that the compiler holds each against the routes there are.
const routes: readonly Route[] = [
  "/accounts",
  "/accounts/$accountId",
  "/accounts/$accountId/handoff",
  "/accounts/$accountId/lifecycle",
  "/accounts/$accountId/plays",
  "/accounts/$accountId/renewals",
  "/accounts/$accountId/revenue",
  "/accounts/$accountId/stakeholders",
  "/accounts/gaps",
  "/accounts/$accountId/timeline",
  "/accounts/$accountId/usage-health",
  "/book",
  "/comp",
  "/comp/plans",
  "/data/labels",
  "/finance",
  "/glossary/$term",
  "/glossary/divergence",
  "/handoffs",
  "/health",
  "/health/surveys",
  "/lifecycle",
  "/lifecycle/velocity",
  "/plays",
  "/plays/runs",
  "/retention",
  "/retention/bridge",
  "/retention/cohorts",
  "/risk",
  "/risk/flags",
  "/settings/health",
  "/settings/lifecycle",
  "/settings/roles",
  "/settings/teams",
  "/tasks",
];

it("terms are said to be seen on screens there are, and on no others", () => {
  const seenOn = new Set(screenEntries.flatMap(([, screen]) => screen ?? []));
  expect([...seenOn].sort()).toEqual([...routes].sort());
  expect(Object.keys(screenNames).sort()).toEqual([...routes].sort());
});
