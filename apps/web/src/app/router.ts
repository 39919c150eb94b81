import { createRouter } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "../lib/url.ts";
import { routeTree } from "./routeTree.gen.ts";

/** The app's routes; the address is written so that people can read it. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
