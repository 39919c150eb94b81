import type { Database } from "@termwise/db";
import { beforeAll, beforeEach } from "vitest";
import { type Target, target } from "../security/target.ts";
import { type Answered, type EventSource, eventSource } from "./testing.ts";

/** An event as a client sends it: Ada, of the group `M1`, exported a report. */
export const track = (messageId: string | undefined, more: object = {}): object => ({
  ...{ type: "track", messageId, userId: "ada", event: "Report Exported", context: { groupId: "M1" } },
  ...more,
});

/** A server, and a source of events that each test has to itself. */
export interface SourceOfTest {
  readonly server: Target;
  readonly source: EventSource;
  /** Sends events in one batch. */
  batch(...events: readonly unknown[]): Promise<Answered>;
}

/** Opens a server on a store for the tests of a suite, and a source in it for each of them. */
export function sourceOfEachTest(open: () => Promise<Database>): SourceOfTest {
  let server: Target;
  let source: EventSource;
  beforeAll(async () => {
    server = await target(await open());
  });
  beforeEach(async () => {
    source = await eventSource(server);
  });
  return {
    get server() {
      return server;
    },
    get source() {
      return source;
    },
    batch: (...events) => source.send("/v1/batch", { batch: events, sentAt: new Date().toISOString() }),
  };
}
