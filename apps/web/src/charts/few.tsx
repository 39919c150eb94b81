/** The fill of a mark that few accounts stand behind. */
export const fewFill = "url(#few-accounts)";

/** Defines {@link fewFill} for the drawing it is in. */
export function Few() {
  return (
    <defs>
      <pattern
        id="few-accounts"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="4" height="4" fill="var(--surface)" />
        <rect width="1.5" height="4" fill="var(--cat-1)" />
      </pattern>
    </defs>
  );
}
