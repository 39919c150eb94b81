import { Link } from "@tanstack/react-router";
import { dayText } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { Card } from "../term-parts.tsx";
import type { Definition, Version } from "./definition.ts";

/** Every version of a definition, the latest first: since when, by whom, why, who signed, and what it says otherwise. */
export function Versions({ definition }: { definition: Definition }) {
  const { versions, inForce, today, termId } = definition;
  return (
    <Card title="Versions" id="versions">
      <ol className="flex flex-col gap-3">
        {[...versions].reverse().map((version) => (
          <li
            key={version.version}
            value={version.version}
            className="text-xs not-first:border-t not-first:border-line not-first:pt-3"
          >
            <p className="flex flex-wrap items-center gap-2">
              <span className="num font-medium">v{version.version}</span>
              <Chip tone={version.version === inForce ? "positive" : "neutral"}>
                {version.version === inForce ? "In force" : version.on > today ? "To come" : "Earlier"}
              </Chip>
              <span className="text-muted">from {dayText(version.on)}</span>
              {version.version > 1 && (
                <Link
                  to="/glossary/$term/diff"
                  params={{ term: termId }}
                  search={{ from: version.version - 1, to: version.version }}
                  className="rounded-sm text-link hover:underline"
                >
                  Compare with v{version.version - 1}
                </Link>
              )}
            </p>
            <p className="mt-1 max-w-[72ch] text-muted">
              {[version.change, version.reason].filter(Boolean).join(" ")} {signedText(version)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function signedText({ author, proposal }: Version): string {
  if (!proposal) return `Written by ${author}.`;
  const signed = proposal.teams.flatMap(({ name, word }) => (word ? [`${word.typedName} for ${name}`] : []));
  return `Proposed by ${author ?? "somebody"}; signed by ${new Intl.ListFormat("en").format(signed)}.`;
}
