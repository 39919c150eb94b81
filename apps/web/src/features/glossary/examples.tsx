import { Check, X } from "lucide-react";
import { exampleLines } from "./example-lines.ts";
import type { TermView } from "./term-page.tsx";
import { Card } from "./term-parts.tsx";

/** The term's worked examples, computed when this page was opened: what is given, what is answered, whether it holds. */
export function Examples({ examples }: { examples: TermView["examples"]; unit: TermView["unit"] }) {
  if (examples.length === 0) return null;
  return (
    <Card title="Worked examples, computed now">
      {examples.map((example) => (
        <div key={example.title} className="text-xs not-first:border-t not-first:border-line not-first:pt-3">
          <h3 className="flex items-center gap-2 font-medium">
            {example.holds ? (
              <Check size={16} strokeWidth={1.75} className="flex-none text-positive" aria-label="Holds" />
            ) : (
              <X
                size={16}
                strokeWidth={1.75}
                className="flex-none text-negative"
                aria-label="Does not hold"
              />
            )}
            {example.title}
          </h3>
          <div className="mt-1 grid gap-x-8 gap-y-2 sm:grid-cols-2">
            <Lines title="Given" lines={exampleLines(example.given)} />
            <Lines
              title={example.holds ? "Answer, as agreed" : "Answer"}
              lines={exampleLines(example.answer)}
            />
          </div>
        </div>
      ))}
    </Card>
  );
}

function Lines({
  title,
  lines,
}: {
  title: string;
  lines: readonly { name: string; value: string; depth: number }[];
}) {
  return (
    <div className="min-w-0">
      <p className="text-2xs text-subtle">{title}</p>
      <dl className="num">
        {lines.map((line, index) => (
          <div
            key={index}
            className="flex justify-between gap-4 border-t border-line py-1 first:border-0"
            style={{ paddingLeft: line.depth * 12 }}
          >
            <dt className="text-muted">{line.name}</dt>
            <dd className="text-right break-words">{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
