import type { PlanFault } from "@termwise/core/compensation";
import type { ReactNode } from "react";
import { Faults } from "./faults.tsx";

interface PartProps {
  title: string;
  faults: readonly PlanFault[];
  tools?: ReactNode;
  children: ReactNode;
}

/** A clause of a component: its title, its fields, and what is wrong with it. */
export function Part({ title, faults, tools, children }: PartProps) {
  return (
    <section aria-label={title} className="mt-3 border-t border-line pt-3">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h3 className="text-xs font-semibold">{title}</h3>
        {tools}
      </div>
      {children}
      <Faults faults={faults} />
    </section>
  );
}
