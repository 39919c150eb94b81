import type { ClosedPeriod } from "@termwise/core/closing";
import { Failure } from "@termwise/core/kernel";
import { points, ratioText } from "@termwise/core/retention";
import { answering } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import type { PlacedView } from "./stored-views.ts";

const headlines = ["nrr", "grr", "logo-retention"] as const;

/** A window of a close in the list: as reported, and as told now. */
export async function windowRow(termwise: Termwise, close: ClosedPeriod, { view }: PlacedView) {
  const { window } = view;
  const reported = headlines.map((term) => ({ term, ...view.figures[term] }));
  const now = await toldNow(termwise, close, window.text, window);
  return {
    text: window.text,
    from: window.from,
    to: window.to,
    closing: view.bridge.closing,
    closingNow: now?.closing ?? null,
    figures: reported.map(({ term, value, numerator, denominator }) => {
      const restatedParts = now?.totals[term] ?? null;
      const base = restatedParts && BigInt(restatedParts.denominator);
      const [n, d] = [BigInt(numerator ?? "0"), BigInt(denominator ?? "0")];
      return {
        term,
        reported: value,
        restated: restatedParts && base ? ratioText(BigInt(restatedParts.numerator), base) : null,
        change:
          restatedParts && base && d !== 0n
            ? points(BigInt(restatedParts.numerator) * d - n * base, base * d)
            : null,
      };
    }),
  };
}

/** What today's facts and definitions tell of a window, in the currency of the close; null while a rate is missing. */
async function toldNow(
  termwise: Termwise,
  { entry }: ClosedPeriod,
  text: string,
  { from, to }: { from: string; to: string },
) {
  try {
    const asked = await answering(termwise, {
      period: `${from}..${to}`,
      definitions: "now",
      currency: entry.currency,
    });
    const period = { ...asked.period, text };
    const sums = (term: (typeof headlines)[number]) => {
      const { numerator, denominator } = asked.totals(term, period, {});
      return { numerator: numerator.toString(), denominator: (denominator ?? 0n).toString() };
    };
    return {
      totals: { nrr: sums("nrr"), grr: sums("grr"), "logo-retention": sums("logo-retention") },
      closing: asked.totals("arr", period, {}).numerator.toString(),
    };
  } catch (error) {
    if (error instanceof Failure && error.code === "rate_missing") return null;
    throw error;
  }
}
