import { changedParts, type Definition, partNames, partOf, type Text, type Values } from "./definition.ts";
import { WordDiff } from "./word-diff.tsx";

interface Side {
  readonly text: Text;
  readonly parameters: Values;
}

/** What a change of a definition says otherwise: each part word by word, and each parameter. */
export function ChangeView({
  before,
  after,
  parameters,
}: {
  before: Side;
  after: Side;
  parameters: Definition["parameters"];
}) {
  const parts = changedParts(before.text, after.text);
  const set = Object.keys(after.parameters).filter(
    (name) => before.parameters[name] !== after.parameters[name],
  );
  if (parts.length === 0 && set.length === 0)
    return <p className="text-xs text-muted">Text and parameters are the same in both.</p>;
  return (
    <div className="flex flex-col gap-3">
      {parts.map((part) => (
        <div key={part}>
          <h4 className="mb-0.5 text-2xs font-medium text-subtle">{partNames[part]}</h4>
          <WordDiff before={partOf(before.text, part)} after={partOf(after.text, part)} />
        </div>
      ))}
      {set.length > 0 && (
        <div>
          <h4 className="mb-0.5 text-2xs font-medium text-subtle">Parameters</h4>
          <dl className="pairs text-xs">
            {set.map((name) => (
              <div key={name}>
                <dt>{parameters.find((parameter) => parameter.name === name)?.label ?? name}</dt>
                <dd className="num">
                  <del className="text-muted">{String(before.parameters[name] ?? "not set")}</del>{" "}
                  <span aria-hidden>→</span>{" "}
                  <ins className="font-medium no-underline">{String(after.parameters[name])}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
