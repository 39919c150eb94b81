import { roleNames } from "@termwise/core/access";
import { counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { sizeOf, type TeamNode } from "./team-tree.ts";
import type { TeamMember } from "./teams-page.tsx";

interface Props {
  nodes: readonly TeamNode<TeamMember>[];
  label: string;
  /** Absent for those who may only read. */
  onChange: ((member: TeamMember) => void) | null;
  depth?: number;
}

/** People who report to the same manager, each with their own reports below. */
export function TeamBranch({ nodes, label, onChange, depth = 0 }: Props) {
  return (
    <ul aria-label={label} className={depth > 0 ? "ml-6 border-l border-line max-sm:ml-3" : undefined}>
      {nodes.map((node) => {
        const { person, reports } = node;
        return (
          <li key={person.id}>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-1.5">
              <div className="min-w-0 flex-1 basis-40">
                <p className="flex flex-wrap items-center gap-x-2 text-xs font-medium">
                  {person.name}
                  {person.disabled && <Chip tone="warning">Disabled</Chip>}
                </p>
                <p className="num text-2xs text-subtle">
                  {[person.title, roleNames[person.role]].filter(Boolean).join(", ")}
                  {reports.length > 0 && `. Leads ${counted(sizeOf(node), "person", "people")}`}
                </p>
              </div>
              {onChange && (
                <Button
                  look="quiet"
                  className="text-link"
                  aria-haspopup="dialog"
                  aria-label={`Change who leads ${person.name}`}
                  onClick={() => onChange(person)}
                >
                  Change
                </Button>
              )}
            </div>
            {reports.length > 0 && (
              <TeamBranch
                nodes={reports}
                label={`Reports to ${person.name}`}
                onChange={onChange}
                depth={depth + 1}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
