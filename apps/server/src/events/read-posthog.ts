import { type EventFault, objectOf, type ReadEvent, textOf } from "./event.ts";
import { unnamedUse, useOf } from "./use-of.ts";

/** Which of a user's groups is the customer, where there are several. */
const customerGroups = [
  "company",
  "organization",
  "organisation",
  "account",
  "customer",
  "workspace",
  "team",
];

/** An event as PostHog's clients write it: https://posthog.com/docs/api/capture. */
export function readPosthog(sent: unknown): ReadEvent | EventFault {
  const event = objectOf(sent);
  const properties = objectOf(event["properties"]);
  const set = {
    ...objectOf(properties["$set_once"]),
    ...objectOf(event["$set"]),
    ...objectOf(properties["$set"]),
  };
  const name = textOf(event["event"]);
  if (name === null) return { code: "no_name", reason: "It has no name in `event`." };
  const distinct =
    textOf(event["distinct_id"]) ?? textOf(event["distinctId"]) ?? textOf(properties["distinct_id"]);
  if (distinct === null) return { code: "no_user", reason: "It names no distinct_id." };
  // Without a person, the id is one the client made up for this event alone.
  const anonymous = properties["$process_person_profile"] === false && properties["$is_identified"] !== true;
  const { offset } = event;
  const common = {
    messageId: textOf(event["uuid"]) ?? textOf(event["messageId"]) ?? textOf(event["message_id"]),
    userId: anonymous ? null : distinct,
    groupId: customerOf(objectOf(properties["$groups"])),
    email: textOf(set["email"]) ?? textOf(properties["email"]),
    timestamp: textOf(event["timestamp"]),
    agoMs: typeof offset === "number" && offset >= 0 ? offset : null,
  };
  if (name === "$identify" || name === "$set")
    return { ...common, userId: distinct, kind: "identify", name: null, use: null };
  // It describes a group; who belongs to it is told by the events of its users.
  if (name === "$groupidentify")
    return {
      ...common,
      kind: "group",
      name: null,
      userId: null,
      groupId: textOf(properties["$group_key"]),
      use: null,
    };
  if (name === "$create_alias") return { ...common, kind: "alias", name: null, use: null };
  if (name === "$pageview") return { ...common, kind: "page", name: null, use: unnamedUse };
  if (name === "$screen") return { ...common, kind: "screen", name: null, use: unnamedUse };
  if (name.startsWith("$")) return { ...common, kind: "other", name, use: null };
  return {
    ...common,
    kind: "track",
    name,
    use: useOf(name, properties),
  };
}

function customerOf(groups: Readonly<Record<string, unknown>>): string | null {
  const known = customerGroups.find((type) => textOf(groups[type]) !== null);
  return (
    textOf(groups[known ?? ""]) ??
    Object.values(groups)
      .map(textOf)
      .find((key) => key !== null) ??
    null
  );
}
