import type { UseQueryResult } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "../lib/class-names.ts";
import { readable } from "../lib/format.ts";
import { refusalOf } from "../lib/trpc.ts";
import { Button } from "./button.tsx";
import { later } from "./later.tsx";

/** The place of something that is on its way: same size, seen only when it takes a moment. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      className={cx("animate-[appear_300ms_150ms_both] rounded-card bg-sunken", className)}
      aria-hidden="true"
    />
  );
}

/** What failed, what can be done, and the request to name when asking for help. */
export function Failed({ what, error, onRetry }: { what: string; error: unknown; onRetry?: () => void }) {
  const { message, code, requestId } = refusalOf(error);
  const ours = code === null || code === "INTERNAL_SERVER_ERROR";
  const [copied, setCopied] = useState(false);
  return (
    <div role="alert" className="flex flex-wrap items-start gap-x-3 gap-y-2 p-4 text-xs">
      <CircleAlert size={16} strokeWidth={1.5} className="mt-0.5 flex-none text-negative" aria-hidden />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{what} could not be shown.</p>
        <p className="text-muted">{readable(message)}</p>
        {requestId && ours && (
          <button
            type="button"
            className="mt-1 font-mono text-2xs text-subtle underline decoration-dotted"
            onClick={() => void navigator.clipboard.writeText(requestId).then(() => setCopied(true))}
          >
            {copied ? "Copied" : `Request ${requestId}`}
          </button>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>Retry</Button>}
    </div>
  );
}

/** Nothing to show, why, and the next step. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-2 px-6 py-12 text-center">
      <p className="text-md font-medium">{title}</p>
      {children && <div className="text-xs text-muted">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

const Holders = later(async () => (await import("./holders.tsx")).Holders);

/** Something one's role does not let one see, and who can change that. */
export function NoPermission({ what }: { what: string }) {
  return (
    <Empty title="Your role does not read this.">
      {what} can be opened to you by: <Holders of="members.change" />.
    </Empty>
  );
}

interface LoadedProps<Data> {
  query: UseQueryResult<Data, unknown>;
  what: string;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Shows a query's answer; keeps the last one, dimmed, while a new one is on its way; fails by itself. */
export function Loaded<Data>({ query, what, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined && !query.isError)
    return (
      <div
        className={cx("contents *:transition-opacity", query.isPlaceholderData && "*:opacity-60")}
        aria-busy={query.isPlaceholderData}
      >
        {children(query.data)}
      </div>
    );
  if (query.isError && refusalOf(query.error).code === "FORBIDDEN")
    return (
      <div className="card">
        <NoPermission what={what} />
      </div>
    );
  if (query.isError)
    return (
      <div className="card">
        <Failed what={what} error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  return <>{skeleton}</>;
}
