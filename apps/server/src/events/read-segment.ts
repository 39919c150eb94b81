import { type EventFault, objectOf, type ReadEvent, textOf } from "./event.ts";
import { unnamedUse, useOf } from "./use-of.ts";

/** An event as Segment's clients write it: https://segment.com/docs/connections/spec/. */
export function readSegment(sent: unknown): ReadEvent | EventFault {
  const event = objectOf(sent);
  const context = objectOf(event["context"]);
  const properties = objectOf(event["properties"]);
  const traits = { ...objectOf(context["traits"]), ...objectOf(event["traits"]) };
  const kind = event["type"];
  const userId = textOf(event["userId"]);
  const common = {
    messageId: textOf(event["messageId"]),
    userId,
    groupId: textOf(kind === "group" ? event["groupId"] : (context["groupId"] ?? properties["groupId"])),
    email: textOf(traits["email"]),
    timestamp: textOf(event["timestamp"]) ?? textOf(event["originalTimestamp"]),
    agoMs: null,
  };
  if (userId === null && textOf(event["anonymousId"]) === null && kind !== "alias")
    return { code: "no_user", reason: "It names neither a userId nor an anonymousId." };
  if (kind === "track") {
    const name = textOf(event["event"]);
    if (name === null) return { code: "no_name", reason: "A track event has a name in `event`." };
    return { ...common, kind, name, use: useOf(name, properties) };
  }
  if (kind === "page" || kind === "screen")
    return { ...common, kind, name: textOf(event["name"]), use: unnamedUse };
  if (kind === "group" && common.groupId === null)
    return { code: "no_name", reason: "A group event names the group in `groupId`." };
  if (kind === "identify") {
    const company = textOf(objectOf(traits["company"])["id"]);
    return { ...common, kind, name: null, groupId: company ?? common.groupId, use: null };
  }
  if (kind === "group" || kind === "alias") return { ...common, kind, name: null, use: null };
  return {
    code: "not_an_event",
    reason: "Its `type` is none of track, identify, group, page, screen and alias.",
  };
}
