import { dayText } from "../../lib/format.ts";
import type { Definition } from "./definitions/definition.ts";
import { Card } from "./term-parts.tsx";

/** The parameters the term is counted by: what each is set to today, beside what it may be and the product's default. */
export function Parameters({ parameters }: { parameters: Definition["parameters"] }) {
  if (parameters.length === 0) return null;
  return (
    <Card title="Parameters">
      {parameters.map((parameter) => (
        <div key={parameter.name} className="text-xs not-first:border-t not-first:border-line not-first:pt-3">
          <h3 className="font-medium">
            {parameter.label}{" "}
            <code className="ml-1 font-mono text-2xs font-normal text-subtle">{parameter.name}</code>{" "}
            <span className="num ml-1 font-semibold">{parameter.value}</span>
            {parameter.value !== parameter.default && (
              <span className="ml-1 font-normal text-subtle">set here; default {parameter.default}</span>
            )}
          </h3>
          <p className="max-w-[72ch] text-muted">{parameter.meaning}</p>
          {"options" in parameter ? (
            <dl className="pairs mt-1">
              {parameter.options.map((option) => (
                <div key={option.value} className="sm:grid-cols-[168px_minmax(0,1fr)]!">
                  <dt>
                    <code className="font-mono text-2xs">{option.value}</code>
                    {option.value === parameter.value && (
                      <span className="ml-2 text-2xs text-subtle">in force</span>
                    )}
                  </dt>
                  <dd>{option.meaning}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="num mt-1">
              {parameter.range.min} to {parameter.range.max} {parameter.range.unit}
            </p>
          )}
          {parameter.setBy && (
            <p className="mt-1 max-w-[72ch] text-2xs text-subtle">
              Set from {dayText(parameter.setBy.on)}
              {parameter.setBy.byName && ` by ${parameter.setBy.byName}`}
              {parameter.setBy.reason && `: ${parameter.setBy.reason}`}
            </p>
          )}
          {parameter.reader === null && (
            <p className="mt-1 text-2xs text-subtle">Nothing reads it yet: what would is planned.</p>
          )}
        </div>
      ))}
    </Card>
  );
}
