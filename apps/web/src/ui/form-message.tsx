import { CircleAlert, CircleCheck } from "lucide-react";
import { cx } from "../lib/class-names.ts";

interface Props {
  /** What went wrong with the whole form, or what was done. Its place is kept while there is nothing to say. */
  text: string | null;
  tone?: "negative" | "positive";
}

/** A sentence about the whole form, spoken when it appears. */
export function FormMessage({ text, tone = "negative" }: Props) {
  const Icon = tone === "negative" ? CircleAlert : CircleCheck;
  return (
    <div
      role={tone === "negative" ? "alert" : "status"}
      tabIndex={-1}
      data-form-message={text ? tone : undefined}
      className={cx("min-h-5 rounded-sm text-xs", tone === "negative" ? "text-negative" : "text-positive")}
    >
      {text && (
        <p className="flex gap-1.5">
          <Icon size={14} strokeWidth={2} aria-hidden className="mt-[3px] flex-none" />
          <span className="min-w-0 break-words">{text}</span>
        </p>
      )}
    </div>
  );
}
