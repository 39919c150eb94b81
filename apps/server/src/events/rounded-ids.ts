import { type Dialect, objectOf } from "./event.ts";

/** Where an event names itself, its user and its customer, as each kind of client writes it. */
const idsIn: Readonly<Record<Dialect, (sent: unknown) => readonly unknown[]>> = {
  segment: (sent) => {
    const event = objectOf(sent);
    const [context, properties, traits] = [event["context"], event["properties"], event["traits"]].map(
      objectOf,
    );
    return [
      ...[event["messageId"], event["userId"], event["anonymousId"], event["groupId"]],
      ...[context?.["groupId"], properties?.["groupId"], objectOf(traits?.["company"])["id"]],
    ];
  },
  posthog: (sent) => {
    const event = objectOf(sent);
    const properties = objectOf(event["properties"]);
    return [
      ...[event["uuid"], event["messageId"], event["message_id"]],
      ...[event["distinct_id"], event["distinctId"], properties["distinct_id"]],
      ...[properties["$group_key"], ...Object.values(objectOf(properties["$groups"]))],
    ];
  },
};

/**
 * Whether an id is a number too large to be told from its neighbours, such as 1e300: two users or events would become one.
 * Numbers written with all their digits are texts by now.
 */
export const hasRoundedId = (sent: unknown, dialect: Dialect): boolean =>
  idsIn[dialect](sent).some((id) => Number.isInteger(id) && !Number.isSafeInteger(id));
