import { Analytics } from "@segment/analytics-node";
import { testEngine } from "@termwise/db/testing";
import { PostHog } from "posthog-node";
import { beforeAll, describe, expect, it } from "vitest";
import { type Target, target } from "../security/target.ts";
import { countAllUses } from "./count-uses.ts";
import { type EventSource, eventSource, type Fate, lossyNetwork } from "./testing.ts";

const fates: readonly Fate[] = ["unanswered", "lost", "carried", "unanswered"];

describe("the clients people already run, over a network that loses requests and answers", () => {
  const on = testEngine("postgres");
  let server: Target;
  let source: EventSource;
  beforeAll(async () => {
    server = await target(await on.open());
    source = await eventSource(server);
  });

  it("I-6: Segment's client delivers each event once", async () => {
    const network = await lossyNetwork(server, fates);
    const client = new Analytics({ writeKey: source.secret, host: network.url, flushAt: 30, maxRetries: 20 });
    const failed: unknown[] = [];
    client.on("error", (error) => failed.push(error));
    client.identify({ userId: "ada", traits: { email: "ada@maple.example" } });
    client.group({ userId: "ben", groupId: "M2", traits: { name: "Oak" } });
    for (let n = 0; n < 50; n++)
      client.track({ userId: n % 2 ? "ada" : "ben", event: "Report Exported", properties: { n } });
    client.track({ userId: "ada", event: "Signed In" });
    client.page({ userId: "ben", name: "Home" });
    client.screen({ userId: "ben", name: "Inbox" });
    client.alias({ userId: "ben", previousId: "anonymous" });
    await client.closeAndFlush({ timeout: 20_000 });
    await network.close();
    expect(failed).toEqual([]);
    expect(network.requests()).toBeGreaterThan(3);
    const counts = await source.counts();
    expect(counts).toMatchObject({ stored: 56, dead: 0, differing: 0 });
    expect(counts.received).toBe(counts.stored + counts.duplicate);
    expect(counts.duplicate).toBeGreaterThan(0);
    expect(await source.rows("event")).toBe(56);
    await countAllUses(source.termwise);
    expect(
      (await source.uses()).map(({ userId, feature, activity, uses }) => [userId, feature, activity, uses]),
    ).toEqual(
      expect.arrayContaining([
        ["ada", null, "login", 1],
        ["ada", "Report Exported", "use", 25],
        ["ben", null, "use", 2],
        ["ben", "Report Exported", "use", 25],
      ]),
    );
    expect(await source.rows("queued_batch")).toBe(0);
  });

  it("I-6: PostHog's client delivers each event once, gzipped", async () => {
    const other = await eventSource(server);
    const network = await lossyNetwork(server, fates);
    const client = new PostHog(other.secret, {
      host: network.url,
      flushAt: 10,
      flushInterval: 0,
      fetchRetryCount: 20,
      fetchRetryDelay: 20,
    });
    for (let n = 0; n < 40; n++)
      client.capture({ distinctId: "ada", event: "dashboard opened", groups: { company: "M1" } });
    client.identify({ distinctId: "ben", properties: { email: "ben@oak.example" } });
    client.groupIdentify({ groupType: "company", groupKey: "M1", properties: { name: "Maple" } });
    client.capture({ distinctId: "ben", event: "$pageview" });
    client.alias({ distinctId: "ben", alias: "anonymous" });
    await client.shutdown(20_000);
    await network.close();
    const counts = await other.counts();
    expect(counts).toMatchObject({ stored: 44, dead: 0, differing: 0 });
    expect(counts.received).toBe(counts.stored + counts.duplicate);
    await countAllUses(other.termwise);
    expect((await other.uses()).map(({ userId, feature, uses }) => [userId, feature, uses])).toEqual(
      expect.arrayContaining([
        ["ada", "dashboard opened", 40],
        ["ben", null, 1],
      ]),
    );
  });
});
