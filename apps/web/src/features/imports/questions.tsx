import { Button } from "../../ui/button.tsx";
import type { ImportReport } from "./hand-in.ts";

interface Props {
  questions: ImportReport["files"][number]["questions"];
  /** Null where nobody answers, as in the report of an import that is over. */
  onAnswer: ((mapping: string) => void) | null;
}

/** Answers to questions, in words. */
const answers: Record<string, string> = {
  dmy: "Day first (4 March is 04/03)",
  mdy: "Month first (4 March is 03/04)",
  ".": "Point: 1.5 is one and a half",
  ",": "Comma: 1,5 is one and a half",
};

/** What only a person can say of a file; each possible answer is a button. */
export function Questions({ questions, onAnswer }: Props) {
  return questions.map((question) => (
    <div
      key={`${question.code} ${question.column}`}
      className="mx-4 mb-3 rounded-card bg-warning-chip px-3 py-2 text-xs text-warning"
      data-question={question.code}
    >
      <p>
        {question.column && <span className="font-medium">{question.column}: </span>}
        {question.question}
      </p>
      {onAnswer && question.answers.length > 0 && (
        <fieldset className="m-0 mt-2 flex flex-wrap gap-2 border-0 p-0 text-fg">
          <legend className="sr-only">Answer: {question.question}</legend>
          {question.answers.map(({ option, mapping }) => (
            <Button key={option} onClick={() => onAnswer(mapping)}>
              {answers[option] ?? option}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  ));
}
