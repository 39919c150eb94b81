import { lazy, Suspense } from "react";

const Loaded = lazy(() => import("./first-run.tsx").then((module) => ({ default: module.FirstRun })));

/** {@link Loaded}, fetched only where a workspace is empty: pages that show figures do not carry it. */
export function FirstRun({ what }: { what: string }) {
  return (
    <Suspense fallback={null}>
      <Loaded what={what} />
    </Suspense>
  );
}
