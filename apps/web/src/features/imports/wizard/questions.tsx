import { Button } from "../../../ui/button.tsx";
import { answers } from "../file-report.tsx";
import type { CheckedFile } from "./use-draft.ts";

/** What only a person can say of a file; each possible answer is a button. */
export function Questions({ file, onAnswer }: { file: CheckedFile; onAnswer: (answer: string) => void }) {
  return file.questions.map((question) => (
    <div
      key={`${question.code} ${question.column}`}
      className="mx-4 mb-3 rounded-card bg-warning-chip px-3 py-2 text-xs text-warning"
      data-question={question.code}
    >
      <p>
        {question.column && <span className="font-medium">{question.column}: </span>}
        {question.question}
      </p>
      {question.answers.length > 0 && (
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
