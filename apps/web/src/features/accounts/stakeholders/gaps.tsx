import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { gapWords, type Stakeholders } from "./stakeholders.ts";

/** What is missing among the people, each with why it matters; or that nothing is. */
export function Gaps({ stakeholders: { gaps, people } }: { stakeholders: Stakeholders }) {
  if (people.length === 0) return null;
  if (gaps.length === 0)
    return (
      <p className="flex items-center gap-2 text-xs text-muted">
        <CircleCheck size={16} strokeWidth={1.5} aria-hidden className="flex-none text-positive" />
        Champion and sponsor are known, active and in touch.
      </p>
    );
  return (
    <section aria-label="What is missing" className="card overflow-hidden">
      <ul>
        {gaps.map((gap) => {
          const { title, text, tone } = gapWords(gap, people);
          const Icon = tone === "negative" ? CircleAlert : TriangleAlert;
          return (
            <li
              key={`${gap.of} ${"contactId" in gap ? gap.contactId : ""}`}
              data-gap={gap.of}
              className="flex gap-2.5 border-t border-line px-4 py-2.5 text-xs first:border-t-0"
            >
              <Icon
                size={16}
                strokeWidth={1.5}
                aria-hidden
                className={`mt-0.5 flex-none ${tone === "negative" ? "text-negative" : "text-warning"}`}
              />
              <p className="min-w-0">
                <span className="font-medium">{title}.</span> <span className="text-muted">{text}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
