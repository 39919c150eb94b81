import { useState } from "react";
import { dayText, momentText, money } from "../../../lib/format.ts";
import { type Preferences, useTheme } from "../../../lib/preferences.ts";
import { timeZoneOptions } from "../../../lib/workspace-options.ts";
import { Button } from "../../../ui/button.tsx";
import { Switch } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { ShortcutList } from "../../../ui/shortcut-list.tsx";
import { SettingRow } from "../setting-row.tsx";
import { asDevice, localeOptions } from "./locale-options.ts";

interface Props {
  preferences: Preferences;
  onChange: (patch: Partial<Preferences>) => void;
}

/** Theme and density: seen at once. */
export function Appearance({ preferences, onChange }: Props) {
  const { theme } = useTheme();
  return (
    <FormSection title="Appearance" note="Takes effect at once, in every workspace and on every device.">
      <SettingRow label="Theme">
        <Segmented
          label="Theme"
          value={theme}
          options={[
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
            { value: "system", label: "As the system" },
          ]}
          onChange={(next) => onChange({ theme: next })}
        />
      </SettingRow>
      <SettingRow label="Density" hint="How high the rows of tables are.">
        <Segmented
          label="Density"
          value={preferences.density}
          options={[
            { value: "compact", label: "Compact" },
            { value: "comfortable", label: "Comfortable" },
          ]}
          onChange={(density) => onChange({ density })}
        />
      </SettingRow>
    </FormSection>
  );
}

/** How numbers and dates are written, and in which zone moments are told, with an example of each. */
export function Writing({ preferences, onChange }: Props) {
  const [now] = useState(() => new Date().toISOString());
  const zones = timeZoneOptions();
  const zone = preferences.timeZone;
  const known = zone === null || zones.some(({ value }) => value === zone);
  return (
    <FormSection
      title="Numbers, dates and times"
      note="How they are written for you. Currencies, fiscal periods and days of the business follow the workspace."
    >
      <div className="grid gap-x-6 sm:grid-cols-2">
        <SelectField
          name="locale"
          label="Numbers and dates"
          hint={
            <span className="num">
              {money("123456789", "EUR")}, {dayText(now.slice(0, 10))}
            </span>
          }
          value={preferences.locale ?? asDevice}
          options={localeOptions(preferences.locale)}
          onChange={(locale) => onChange({ locale: locale === asDevice ? null : locale })}
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          hint={<span className="num">Now {momentText(now)}</span>}
          value={zone ?? asDevice}
          options={[
            { value: asDevice, label: "As this device", group: "Usual" },
            ...(known || zone === null ? [] : [{ value: zone, label: zone, group: "Usual" }]),
            ...zones,
          ]}
          onChange={(timeZone) => onChange({ timeZone: timeZone === asDevice ? null : timeZone })}
        />
      </div>
    </FormSection>
  );
}

/** Single-key shortcuts can be switched off, since speech input and stray keys set them off. */
export function Keyboard({ preferences, onChange }: Props) {
  const [listed, setListed] = useState(false);
  return (
    <FormSection
      title="Keyboard"
      tools={
        <Button aria-haspopup="dialog" onClick={() => setListed(true)}>
          Show the shortcuts
        </Button>
      }
    >
      <Switch
        label="Single-key shortcuts"
        hint="One key, or two one after the other, without Ctrl or Cmd. None fires while you type."
        name="singleKeys"
        checked={preferences.singleKeys}
        onChange={(singleKeys) => onChange({ singleKeys })}
      />
      <Dialog
        open={listed}
        onClose={() => setListed(false)}
        title="Keyboard shortcuts"
        note={preferences.singleKeys ? "None fires while you type." : "They are switched off."}
      >
        <ShortcutList open={() => true} />
      </Dialog>
    </FormSection>
  );
}
