import { Check, X } from "lucide-react";
import { percent } from "../../lib/format.ts";
import { type ExamplePart, exampleParts } from "./example-parts.ts";
import type { TermView } from "./term-page.tsx";
import { Card } from "./term-parts.tsx";

type Example = TermView["examples"][number];

interface Props {
  examples: readonly Example[];
  unit: TermView["unit"];
}

/** The term's worked examples, computed when this page was opened: what is given, what is answered, whether it holds. */
export function Examples({ examples, unit }: Props) {
  if (examples.length === 0) return null;
  return (
    <Card title="Worked examples, computed now">
      {examples.map((example, index) => (
        <details
          key={example.title}
          open={index === 0}
          className="group text-xs not-first:border-t not-first:border-line not-first:pt-2"
        >
          <summary className="flex items-center gap-2 rounded-sm py-0.5 font-medium">
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
            <span className="min-w-0 flex-1">{example.title}</span>
            <span className="num whitespace-nowrap">{shortAnswer(example.answer, unit)}</span>
          </summary>
          <div className="mt-2 flex flex-col gap-2 sm:pl-6">
            <Parts title="Given" parts={exampleParts(example.given)} />
            {shortAnswer(example.answer, unit) === "" && (
              <Parts
                title={example.holds ? "Answer, as agreed" : "Answer, not as agreed"}
                parts={exampleParts(example.answer)}
              />
            )}
          </div>
        </details>
      ))}
    </Card>
  );
}

/** A single answer beside the title: a ratio as per cent, everything else as it is. */
function shortAnswer(answer: unknown, unit: Props["unit"]): string {
  if (typeof answer !== "string" && typeof answer !== "number") return "";
  return unit === "ratio" && /^-?\d+(\.\d+)?$/.test(String(answer))
    ? percent(String(answer))
    : String(answer);
}

function Parts({ title, parts }: { title: string; parts: readonly ExamplePart[] }) {
  return (
    <div className="min-w-0">
      <h3 className="text-2xs font-medium text-subtle">{title}</h3>
      {parts.map((part) =>
        part.kind === "line" ? (
          <p key={part.name} className="num py-0.5">
            {part.name && <span className="mr-2 text-muted">{part.name}</span>}
            {part.value}
          </p>
        ) : (
          <div key={part.name} className="overflow-x-auto">
            <table className="num mt-1 text-xs">
              <caption className="sr-only">{part.name || title}</caption>
              <thead>
                <tr>
                  {part.columns.map((column) => (
                    <th
                      key={column}
                      scope="col"
                      className="pr-6 pb-1 text-left text-2xs font-medium text-muted"
                    >
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {part.rows.map((row) => (
                  <tr key={row.key}>
                    {row.cells.map((cell) => (
                      <td key={cell.column} className="border-t border-line py-1 pr-6 whitespace-nowrap">
                        {cell.value}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </div>
  );
}
