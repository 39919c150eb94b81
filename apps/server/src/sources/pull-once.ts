import { randomBytes } from "node:crypto";
import { addOnlyRun, changeHeldRun } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { Termwise } from "../termwise.ts";
import { toldOf } from "./bring.ts";
import { leaseMinutes, minutesAfter, type Pulled, type Pulling, pull } from "./pull.ts";

/** How a run ends that brought this: done, or stopped by what the last report says. */
export function endOf({ stopped, reports }: Pulled) {
  const stop = stopped ? reports.at(-1)?.stopped[0] : undefined;
  return {
    state: stopped ? ("stopped" as const) : ("done" as const),
    errorCode: stop?.code ?? null,
    errorMessage: stop?.reason ?? null,
    errorRemedy: stop?.remedy ?? null,
  };
}

/** Pulls once, as one run of the source from its beginning to its end; without a source, or in a dry run, no run is put down. */
export async function pullOnce(termwise: Termwise, pulling: Pulling, by: Acting): Promise<Pulled> {
  const { source, dryRun } = pulling;
  if (source === null || dryRun) return pull(termwise, pulling, by);
  const holder = randomBytes(16).toString("hex");
  const now = termwise.now();
  const begun = { askedAt: now, startedAt: now, leaseUntil: minutesAfter(now, leaseMinutes) };
  const id = await termwise.write((tx) =>
    addOnlyRun(tx, { ...begun, sourceId: source.id, trigger: "cli", state: "running", attempt: 1, holder }),
  );
  const end = (change: Parameters<typeof changeHeldRun>[2]) =>
    termwise.write((tx) =>
      changeHeldRun(
        tx,
        { id, holder },
        { holder: null, leaseUntil: null, endedAt: termwise.now(), ...change },
      ),
    );
  try {
    const pulled = await pull(termwise, { ...pulling, run: { id, holder } }, by);
    await end(endOf(pulled));
    return pulled;
  } catch (error) {
    await end({ state: "failed", ...toldOf(error) }).catch(() => null);
    throw error;
  }
}
