import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SidePanels } from "../../features/metrics/side-panels.tsx";
import { DemoBanner } from "../../features/workspace/demo-banner.tsx";
import { useAppliedPreferences } from "../../lib/preferences.ts";
import { trpc } from "../../lib/trpc.ts";
import { rememberPanel } from "../../ui/announced-panel.ts";
import { FreshnessOfSources } from "../../ui/freshness.tsx";
import { PageShell } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { Drawer } from "./drawer.tsx";
import { Footer } from "./footer.tsx";
import { Notices } from "./notices.tsx";
import { PrintHead } from "./print-head.tsx";
import { ShortcutKeys } from "./shortcut-keys.tsx";
import { Sidebar } from "./sidebar.tsx";

rememberPanel(new URLSearchParams(location.search).get("panel"));

/** Everything around a page: navigation, demo banner, side panel, freshness. Waits for the workspace. */
export function Shell({ children }: { children: ReactNode }) {
  const workspace = useQuery(trpc.workspace.get.queryOptions());
  const preferred = useAppliedPreferences();
  if (workspace.isError)
    return (
      <main className="mx-auto mt-24 max-w-xl px-4">
        <h1 className="sr-only">Termwise</h1>
        <div className="card">
          <Failed what="The workspace" error={workspace.error} onRetry={() => void workspace.refetch()} />
        </div>
      </main>
    );
  if (!workspace.data || !preferred) return <output className="sr-only">Loading</output>;
  const { demo } = workspace.data;
  return (
    <FreshnessOfSources>
      <PageShell
        value={{
          menu: <Drawer />,
          panel: <SidePanels />,
          footer: <Footer />,
          notices: (
            <>
              <PrintHead />
              <Notices />
            </>
          ),
          banner: demo ? <DemoBanner /> : null,
        }}
      >
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-raised px-3 py-2 text-xs focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:shadow-float"
        >
          Skip to content
        </a>
        <div className="flex min-h-dvh">
          <Sidebar />
          <ShortcutKeys />
          {children}
        </div>
      </PageShell>
    </FreshnessOfSources>
  );
}
