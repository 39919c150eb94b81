import { useMutation } from "@tanstack/react-query";
import type { CompPlan, PlanFault } from "@termwise/core/compensation";
import { useEffect, useRef, useState } from "react";
import { trpc } from "../../../lib/trpc.ts";

/** How a plan reads, and what is wrong with it. */
export interface Checked {
  readonly reading: readonly { readonly clause: string; readonly text: string }[];
  readonly faults: readonly PlanFault[];
}

/** Milliseconds without a key before the plan is read again. */
const pause = 250;

/** Has a plan read by the server as it is written: its validator stays out of the page. */
export function useChecked(plan: CompPlan | null, first: Checked): Checked {
  const [checked, setChecked] = useState(first);
  const { mutateAsync } = useMutation(trpc.comp.checkPlan.mutationOptions());
  const asked = useRef(0);
  useEffect(() => {
    if (plan === null) return;
    asked.current += 1;
    const mine = asked.current;
    const timer = setTimeout(() => {
      mutateAsync({ plan: { ...plan } }).then(
        (answer) => mine === asked.current && setChecked(answer),
        // What is said of the plan stays until it can be read again.
        () => {},
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [plan, mutateAsync]);
  return plan === null ? first : checked;
}
