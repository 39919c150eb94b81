import { z } from "zod";
import { Day, type Known, notKnown, type Rational, shareOf } from "../kernel/index.ts";

/** A new user: when they began, and the first day of each action they did. */
export const NewUser = z.strictObject({
  user: z.string().min(1).max(200),
  beganOn: Day,
  did: z.array(z.strictObject({ action: z.string().min(1).max(200), on: Day })).max(1000),
});
/** A new user. */
export type NewUser = z.infer<typeof NewUser>;

/** How many new users got how far. */
export interface Activation {
  readonly users: number;
  readonly activated: number;
  readonly rate: Known<Rational>;
  /** For each key action, how many did it and all before it: where users stop. */
  readonly steps: readonly { readonly action: string; readonly reached: number }[];
}

/**
 * The share of new users who did every key action by a day, and how many got how far. Users who began later are not asked
 * for yet. Term: activation-rate. Unit: share.
 */
export function activation(
  all: readonly NewUser[],
  keyActions: readonly string[],
  { on }: { readonly on: Day },
): Activation {
  const users = all.filter(({ beganOn }) => beganOn <= on);
  const done = users.map(({ did }) => new Set(did.filter((one) => one.on <= on).map(({ action }) => action)));
  const reached = (count: number) =>
    done.filter((actions) => keyActions.slice(0, count).every((action) => actions.has(action))).length;
  const activated = keyActions.length === 0 ? 0 : reached(keyActions.length);
  const rate =
    keyActions.length === 0
      ? notKnown("No key actions are laid down.")
      : shareOf(BigInt(activated), BigInt(users.length), `Nobody had begun by ${on}.`);
  const steps = keyActions.map((action, at) => ({ action, reached: reached(at + 1) }));
  return { users: users.length, activated, rate, steps };
}
