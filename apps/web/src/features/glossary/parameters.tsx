import type { TermView } from "./term-page.tsx";
import { Card } from "./term-parts.tsx";

/** The policy choices that shape the term, with every option and the one in force unless another is asked for. */
export function Parameters({ parameters }: { parameters: TermView["parameters"] }) {
  if (parameters.length === 0) return null;
  return (
    <Card title="Policy choices">
      {parameters.map((parameter) => (
        <div key={parameter.name} className="text-xs not-first:border-t not-first:border-line not-first:pt-3">
          <h3 className="font-medium">
            {parameter.label}{" "}
            <code className="ml-1 font-mono text-2xs font-normal text-subtle">{parameter.name}</code>
          </h3>
          <p className="max-w-[72ch] text-muted">{parameter.meaning}</p>
          {"options" in parameter ? (
            <dl className="pairs mt-1">
              {parameter.options.map((option) => (
                <div key={option.value} className="sm:grid-cols-[168px_minmax(0,1fr)]!">
                  <dt>
                    <code className="font-mono text-2xs">{option.value}</code>
                    {option.value === parameter.default && (
                      <span className="ml-2 text-2xs text-subtle">default</span>
                    )}
                  </dt>
                  <dd>{option.meaning}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="num mt-1">
              {parameter.range.min} to {parameter.range.max} {parameter.range.unit}; default{" "}
              {parameter.default}
            </p>
          )}
        </div>
      ))}
    </Card>
  );
}
