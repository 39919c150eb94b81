import type { Dialect } from "../events/event.ts";
import type { EventAddress } from "../events/source-access.ts";

/** What is sent to an address: as whom it is asked, how it is written, and of which kind the one event is that it takes. */
export interface EventDoor {
  readonly name: EventAddress;
  readonly dialect: Dialect;
  /** Null: a batch, or what a PostHog client makes of it. */
  readonly single: string | null;
}

/** Where Segment's clients send one event, by its kind: those of servers by the word, those of browsers by its first letter. */
const singles = ["track", "identify", "group", "page", "screen", "alias"] as const;
const letters = { track: "t", identify: "i", group: "g", page: "p", screen: "s", alias: "a" } as const;

const doorOf = (path: string, door: EventDoor) =>
  [
    [path, door],
    [`${path}/`, door],
  ] as const;

const doorsByPath: readonly (readonly [string, EventDoor])[] = [
  ...(["/v1/batch", "/v1/import", "/v1/b"] as const).flatMap((path) =>
    doorOf(path, { name: `POST ${path}`, dialect: "segment", single: null }),
  ),
  ...singles.flatMap((single) =>
    ([`/v1/${single}`, `/v1/${letters[single]}`] as const).flatMap((path) =>
      doorOf(path, { name: `POST ${path}`, dialect: "segment", single }),
    ),
  ),
  ...(["/batch", "/capture", "/i/v0/e", "/e"] as const).flatMap((path) =>
    doorOf(path, { name: `POST ${path}`, dialect: "posthog", single: null }),
  ),
];

/** Every address events are sent to, with and without a slash at its end. */
export const eventDoors: ReadonlyMap<string, EventDoor> = new Map(doorsByPath);

/** What clients in browsers ask before they send anything. */
const asked = /^\/(flags|decide)\/?$|^\/array\/[^/]+\/config(\.js)?$|^\/v1\/projects\/[^/]+\/settings$/;

/**
 * Whether pages of other sites may ask this address: events are sent from the pages of customers' own products. Nothing
 * is told there but what became of the events, and nobody is known there by a session.
 */
export const isForOtherSites = (path: string): boolean => eventDoors.has(path) || asked.test(path);
