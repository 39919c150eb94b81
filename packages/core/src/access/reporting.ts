import { z } from "zod";
import { Day, Failure, Instant, MemberId } from "../kernel/index.ts";

/**
 * A fact of who leads whom: from a day on, a member reports to a manager (`null`: to nobody). Append-only; the latest
 * day counts, and of one day the latest recorded, so a correction is a further line.
 */
export const ReportingLine = z.strictObject({
  memberId: MemberId,
  managerId: MemberId.nullable(),
  effectiveOn: Day,
  recordedAt: Instant,
});
/** A fact of who leads whom. */
export type ReportingLine = z.infer<typeof ReportingLine>;

/** Each member's manager on a day; a member without one is not in it. */
export function managersOn(lines: readonly ReportingLine[], on: Day): ReadonlyMap<MemberId, MemberId> {
  const latest = new Map<MemberId, ReportingLine>();
  for (const line of lines) {
    const held = latest.get(line.memberId);
    const later =
      held === undefined ||
      line.effectiveOn > held.effectiveOn ||
      (line.effectiveOn === held.effectiveOn && line.recordedAt >= held.recordedAt);
    if (line.effectiveOn <= on && later) latest.set(line.memberId, line);
  }
  return new Map(
    [...latest.values()].flatMap(({ memberId, managerId }) =>
      managerId === null ? [] : [[memberId, managerId]],
    ),
  );
}

/** A member's managers on a day, nearest first. Ends before anybody comes twice. */
export function chainOf(memberId: MemberId, managers: ReadonlyMap<MemberId, MemberId>): MemberId[] {
  const chain: MemberId[] = [];
  for (let next = managers.get(memberId); next !== undefined; next = managers.get(next)) {
    if (next === memberId || chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}

/** Everybody whose chain of managers leads to a member, directly or not. */
export function teamOf(managerId: MemberId, managers: ReadonlyMap<MemberId, MemberId>): Set<MemberId> {
  return new Set([...managers.keys()].filter((member) => chainOf(member, managers).includes(managerId)));
}

/** Refuses a new line that would make somebody their own manager, directly or through others, on its day or later. */
export function assertNoCycle(lines: readonly ReportingLine[], added: ReportingLine): void {
  const all = [...lines, added];
  const days = [
    added.effectiveOn,
    ...all.map((line) => line.effectiveOn).filter((on) => on > added.effectiveOn),
  ];
  for (const on of days) {
    const managers = managersOn(all, on);
    let next = managers.get(added.memberId);
    for (let steps = 0; next !== undefined && steps <= managers.size; steps++) {
      if (next === added.memberId)
        throw new Failure(
          "refused",
          `On ${on} this member would be their own manager. Change the line above first`,
        );
      next = managers.get(next);
    }
  }
}
