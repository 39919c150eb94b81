import type { RetentionPolicy } from "../src/retention/index.ts";
import type { OracleWindow } from "./retention-oracle.ts";

/** Numerator and denominator of a rate over some accounts. */
export interface Rate {
  numerator: bigint;
  denominator: bigint;
}

const add = (all: readonly bigint[]) => all.reduce((a, b) => a + b, 0n);
const least = (a: bigint, b: bigint) => (a < b ? a : b);

function followed(windows: readonly OracleWindow[], policy: RetentionPolicy): OracleWindow[] {
  return windows.filter((w) => w.member && w.held && (policy.nrrMethod !== "renewals_due" || w.due));
}

/** What an account that came back counts for under the policy. */
function regained(w: OracleWindow, policy: RetentionPolicy): bigint {
  if (policy.winback === "none") return 0n;
  return w.held || policy.winback === "all" ? w.back : 0n;
}

/** Net revenue retention, as the definition says it. */
export function nrr(windows: readonly OracleWindow[], policy: RetentionPolicy): Rate {
  const cohort = followed(windows, policy);
  const denominator = add(cohort.map((w) => w.opening));
  if (policy.nrrMethod === "all_movements") {
    const numerator = add(
      windows
        .filter((w) => w.member)
        .map((w) => {
          const late =
            policy.winback === "all" || (policy.winback === "opening_cohort" && w.held) ? w.lateReturns : 0n;
          const within = w.all.reactivation - w.lateReturns;
          return w.opening + w.all.expansion - w.all.contraction - w.all.churn + within + late + w.all.fx;
        }),
    );
    return { numerator, denominator };
  }
  const others =
    policy.winback === "all"
      ? windows.filter((w) => w.member && w.lostBefore && (policy.nrrMethod !== "renewals_due" || w.due))
      : [];
  return {
    numerator: add([
      ...cohort.map((w) => w.closingSameLife + regained(w, policy)),
      ...others.map((w) => regained(w, policy)),
    ]),
    denominator,
  };
}

/** Gross revenue retention, as the definition says it. */
export function grr(windows: readonly OracleWindow[], policy: RetentionPolicy): Rate {
  const cohort = followed(windows, policy);
  const denominator = add(cohort.map((w) => w.opening));
  // At reported rates a stronger currency makes up for losses, and never lifts an account above its opening.
  const left = (opening: bigint, lost: bigint, fx: bigint) => least(opening, opening - lost + fx);
  const numerator = {
    cohort_losses: () =>
      add(cohort.map((w) => left(w.opening, w.life.contraction + w.life.churn, w.life.fx))),
    per_customer_min: () =>
      add(
        cohort.map((w) =>
          least(w.opening, w.closingSameLife + (policy.winback === "none" ? 0n : w.held ? w.back : 0n)),
        ),
      ),
    running_floor: () => add(cohort.map((w) => w.lowest)),
    all_losses: () =>
      add(
        windows
          .filter((w) => w.member)
          .map((w) => left(w.opening, w.all.contraction + w.all.churn, w.all.fx)),
      ),
    whole_book_min: () => least(denominator, add(windows.filter((w) => w.member).map((w) => w.closing))),
  }[policy.grrMethod]();
  return { numerator, denominator };
}

/** Logo retention: customers of the opening still held. */
export function logoRetention(windows: readonly OracleWindow[], policy: RetentionPolicy): Rate {
  const base = windows.filter((w) => w.member && w.held && (policy.logoDenominator === "opening" || w.due));
  const kept = base.filter((w) => w.retained || (policy.winback !== "none" && w.returned));
  return { numerator: BigInt(kept.length), denominator: BigInt(base.length) };
}

/** Revenue lost to churn in the life of the opening, over the opening. */
export function revenueChurn(windows: readonly OracleWindow[], policy: RetentionPolicy): Rate {
  const cohort = followed(windows, policy);
  return { numerator: add(cohort.map((w) => w.life.churn)), denominator: add(cohort.map((w) => w.opening)) };
}

/** The bridge of a slice, step by step, signed as it is shown. */
export function bridgeSums(windows: readonly OracleWindow[]): Record<string, bigint> {
  const of = (read: (b: OracleWindow["bridge"]) => bigint) => add(windows.map((w) => read(w.bridge)));
  const steps = {
    new: of((b) => b.new),
    reactivation: of((b) => b.reactivation),
    expansion: of((b) => b.expansion),
    contraction: -of((b) => b.contraction),
    churn: -of((b) => b.churn),
    moved_in: of((b) => b.movedIn),
    moved_out: -of((b) => b.movedOut),
    fx: of((b) => b.fx),
  };
  const [opening, closing] = [of((b) => b.opening), of((b) => b.closing)];
  return { opening, closing, ...steps, unexplained: closing - opening - add(Object.values(steps)) };
}
