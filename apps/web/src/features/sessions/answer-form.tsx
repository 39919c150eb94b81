import { useId, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { Segmented } from "../../ui/segmented.tsx";
import type { SessionTerm } from "./session.ts";
import { answers } from "./words.ts";

type Answer = SessionTerm["answers"][number];
type Written = NonNullable<Answer["written"]>;

/** What a team says. */
export interface SaidNow {
  readonly written: Written;
  readonly text: string | null;
  readonly used: boolean | null;
}

interface Props {
  answer: Answer;
  askedUse: boolean;
  onAnswer: (said: SaidNow) => Promise<boolean>;
}

const kinds = Object.keys(answers) as Written[];

/** The one question, answered by a press: what is chosen is kept at once, what is pasted when the line is left. */
export function AnswerForm({ answer, askedUse, onAnswer }: Props) {
  const id = useId();
  const [said, setSaid] = useState({ written: answer.written, text: answer.text ?? "", used: answer.used });
  const keep = (next: typeof said) => {
    setSaid(next);
    const { written, text, used } = next;
    if (written !== null)
      void onAnswer({ written, text: text.trim() === "" ? null : text.trim(), used: askedUse ? used : null });
  };
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="m-0 flex min-w-0 flex-col gap-1 border-0 p-0">
        <legend className="sr-only">Is there a written and agreed definition today?</legend>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={said.written === kind}
            onClick={() => keep({ ...said, written: kind })}
            className={cx(
              "flex min-h-9 items-center gap-2.5 rounded-control border px-3 py-1.5 text-left text-sm transition-colors pointer-coarse:min-h-11",
              said.written === kind
                ? "border-accent bg-selected font-medium text-fg"
                : "border-line bg-surface hover:bg-hover",
            )}
          >
            <span
              aria-hidden
              className={cx(
                "grid size-4 flex-none place-items-center rounded-full border",
                said.written === kind ? "border-accent" : "border-input",
              )}
            >
              {said.written === kind && <span className="size-2 rounded-full bg-accent" />}
            </span>
            {answers[kind].name}
          </button>
        ))}
      </fieldset>
      {askedUse && (
        <div className="flex flex-wrap items-center justify-between gap-2 text-xs">
          <span>Does your team use it?</span>
          <Segmented
            label="Does your team use it?"
            value={said.used === null ? "" : said.used ? "yes" : "no"}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            onChange={(value) => keep({ ...said, used: value === "yes" })}
          />
        </div>
      )}
      {said.written !== null && (
        <div>
          <label htmlFor={id} className="mb-1 block text-2xs font-medium text-subtle">
            {answers[said.written].adds} (optional)
          </label>
          <input
            id={id}
            value={said.text}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => setSaid({ ...said, text: event.target.value })}
            onBlur={() => said.text.trim() !== (answer.text ?? "") && keep(said)}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
            className="h-8 w-full min-w-0 rounded-control border border-input bg-surface px-2.5 text-sm pointer-coarse:h-11"
          />
        </div>
      )}
    </div>
  );
}
