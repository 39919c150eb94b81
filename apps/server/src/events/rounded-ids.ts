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
 * Whether an id came as a number too large to be told from its neighbours: JSON is read with numbers that are exact up to
 * 2^53, and two users or events would become one.
 */
export const hasRoundedId = (sent: unknown, dialect: Dialect): boolean =>
  idsIn[dialect](sent).some((id) => Number.isInteger(id) && !Number.isSafeInteger(id));
