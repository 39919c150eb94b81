import { usePreferences } from "../../../lib/preferences.ts";
import { refusalOf } from "../../../lib/trpc.ts";
import { FormMessage } from "../../../ui/form-message.tsx";
import { Failed, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { NameForm } from "./name-form.tsx";
import { Appearance, Keyboard, Writing } from "./preference-sections.tsx";

/** Who one is, and how one likes the screens to be. */
export function ProfilePage() {
  const { preferences, change, saved, error, unread, readAgain } = usePreferences();
  return (
    <SettingsPage at="/settings/profile" narrow title="Profile">
      <NameForm />
      {preferences ? (
        <>
          <Appearance preferences={preferences} onChange={change} />
          <Writing preferences={preferences} onChange={change} />
          <Keyboard preferences={preferences} onChange={change} />
          <FormMessage
            text={error ? `Not saved. ${refusalOf(error).message}` : saved ? "Saved." : null}
            tone={error ? "negative" : "positive"}
          />
        </>
      ) : unread ? (
        <div className="card">
          <Failed what="Your preferences" error={unread} onRetry={readAgain} />
        </div>
      ) : (
        <Skeleton className="h-96" />
      )}
    </SettingsPage>
  );
}
