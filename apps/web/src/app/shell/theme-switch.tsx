import { Moon, Sun, SunMoon } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { useTheme } from "../../lib/preferences.ts";

const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: SunMoon },
] as const;

/** Light, dark, or as the system is; kept on this device, and for whoever is signed in on all of theirs. */
export function ThemeSwitch({ narrow = false }: { narrow?: boolean }) {
  const { theme, choose } = useTheme();
  return (
    <fieldset className={cx("m-0 flex border-0 p-0", narrow && "flex-col")}>
      <legend className="sr-only">Theme</legend>
      {themes.map(({ value, label, icon: Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={theme === value}
          aria-label={`${label} theme`}
          title={label}
          onClick={() => choose(value)}
          className={cx("icon-button", theme === value && "bg-selected text-fg!")}
        >
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
