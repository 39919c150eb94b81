import { exactMoney } from "../../../lib/format.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { payText } from "../pay-words.ts";

/** The next step up of a component, and how much is missing to it in whole minor units. */
export interface Threshold {
  readonly component: string;
  readonly name: string;
  /** What the steps of its table are: shares of a quota in per cent, or amounts in major units. */
  readonly by: "quota" | "amount";
  readonly next: { readonly at: string; readonly missing: string | null; readonly pays: string };
}

/** The next threshold of every component that has one, and what is missing to it. */
export function ThresholdsCard({
  thresholds,
  currency,
}: {
  thresholds: readonly Threshold[];
  currency: string;
}) {
  return (
    <FormSection title="Next thresholds" note="From where the first scenario stands.">
      {thresholds.length === 0 ? (
        <p className="text-xs text-muted">No component has a step above where it stands.</p>
      ) : (
        <ul className="flex flex-col gap-1 text-xs">
          {thresholds.map(({ component, name, by, next: { at, missing, pays } }) => (
            <li key={component}>
              <span className="font-medium">{name}</span>:{" "}
              {missing !== null && `${payText(missing, currency)} more reaches `}
              {by === "quota" ? `${at}\u00a0% of the quota` : exactMoney(at, currency)}, from where it pays{" "}
              {pays}&nbsp;%.
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}
