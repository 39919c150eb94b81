import { Check, CircleAlert } from "lucide-react";

/** Says, with a mark, whether what a side panel lists adds up to what it was opened from: "figure" or "cell". */
export function SumMark({ matches, of }: { matches: boolean; of: string }) {
  return (
    <>
      {matches ? (
        <Check size={16} strokeWidth={1.75} className="text-positive" aria-hidden />
      ) : (
        <CircleAlert size={16} strokeWidth={1.75} className="text-negative" aria-hidden />
      )}
      <span>{matches ? `Sum equals the ${of}` : `Sum does not equal the ${of}`}</span>
    </>
  );
}
