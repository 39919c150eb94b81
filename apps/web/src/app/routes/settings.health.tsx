import { createFileRoute } from "@tanstack/react-router";
import { HealthSettings } from "../../features/health/model/health-settings.tsx";
import { SettingsPage } from "../../features/settings/settings-page.tsx";

export const Route = createFileRoute("/settings/health")({
  component: () => (
    <SettingsPage at="/settings/health" title="Health">
      <HealthSettings />
    </SettingsPage>
  ),
});
