import { momentText } from "../../lib/format.ts";

/** Who put something on record, and when. */
export function WrittenBy({
  by,
  at,
  verb = "Written",
}: {
  by: string | null;
  at: string | null;
  verb?: string;
}) {
  if (at === null) return null;
  return (
    <span className="num text-2xs text-subtle">
      {verb} {momentText(at)}
      {by !== null && ` by ${by}`}
    </span>
  );
}
