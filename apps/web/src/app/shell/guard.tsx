import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { ownPath } from "../../lib/own-path.ts";
import { trpc } from "../../lib/trpc.ts";
import type { Session } from "../../lib/who.ts";
import { Failed } from "../../ui/states.tsx";

/** Asks who is there and shows nothing before the server has said so. */
export function KnowingWho({ children }: { children: (session: Session) => ReactNode }) {
  const session = useQuery(trpc.session.get.queryOptions());
  if (session.data) return children(session.data);
  if (!session.isError) return <output className="sr-only">Loading</output>;
  return (
    <main className="mx-auto mt-24 max-w-xl px-4">
      <h1 className="sr-only">Termwise</h1>
      <div className="card">
        <Failed what="The sign-in" error={session.error} onRetry={() => void session.refetch()} />
      </div>
    </main>
  );
}

/** Lets the signed-in through; everybody else goes to the door that is theirs, and comes back to the page asked for. */
export function Guard({ children }: { children: ReactNode }) {
  return (
    <KnowingWho>
      {({ who, doors }) => {
        if (who === null && doors.firstRun && doors.demo.length === 0) return <ToDoor door="/setup" />;
        if (who === null) return <ToDoor door="/sign-in" />;
        if (who.must === "second_factor") return <ToDoor door="/second-factor" />;
        return children;
      }}
    </KnowingWho>
  );
}

/** Leads to a door once, with the address that was asked for. */
export function ToDoor({ door }: { door: "/setup" | "/sign-in" | "/second-factor" }) {
  const navigate = useNavigate();
  useEffect(() => {
    const to = ownPath(location.pathname + location.search + location.hash);
    void navigate({ to: door, search: to === "/" || door === "/setup" ? {} : { to }, replace: true });
  }, [door, navigate]);
  return null;
}

/** Leaves a door for a page of the product, which is loaded anew. */
export function ToPage({ to }: { to: string }) {
  useEffect(() => location.replace(to), [to]);
  return null;
}
