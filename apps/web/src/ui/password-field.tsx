import { Check, Eye, EyeOff, Minus } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cx } from "../lib/class-names.ts";
import { controlClass, FieldNote, type FieldText, noteIdOf } from "./field.tsx";

/** One rule a new password must meet, and whether it does. */
export interface PasswordRule {
  readonly text: string;
  readonly met: boolean;
}

interface Props extends FieldText {
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** `current-password` where one signs in, `new-password` where one is chosen. */
  autoComplete: "current-password" | "new-password";
  rules?: readonly PasswordRule[];
  autoFocus?: boolean;
  /** Right of the label, such as the way to a new password. */
  aside?: ReactNode;
}

/** A password that can be shown; while a new one is typed, the rules it must meet tick themselves off. */
export function PasswordField(props: Props) {
  const { label, hint, error, name, value, onChange, autoComplete, rules = [], autoFocus, aside } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const notes = [noteIdOf(id, { label, hint, error }), rules.length > 0 ? `${id}-rules` : undefined];
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-3 text-xs">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside}
      </div>
      <div className="relative">
        <input
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a page that is one form
          autoFocus={autoFocus}
          aria-required
          aria-invalid={error !== undefined}
          aria-describedby={notes.filter(Boolean).join(" ") || undefined}
          onChange={(event) => onChange(event.target.value)}
          className={cx(controlClass, "pr-9")}
        />
        <button
          type="button"
          aria-label={`Show ${label.toLowerCase()}`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0.5 right-0.5 grid w-7 place-items-center rounded-control text-subtle hover:text-fg focus-visible:-outline-offset-2 pointer-coarse:w-10"
        >
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
      <FieldNote id={id} hint={hint} error={error} />
      {rules.length > 0 && <Rules id={`${id}-rules`} rules={rules} />}
    </div>
  );
}

function Rules({ id, rules }: { id: string; rules: readonly PasswordRule[] }) {
  return (
    <ul id={id} className="mb-2 space-y-0.5 text-2xs">
      {rules.map(({ text, met }) => {
        const Mark = met ? Check : Minus;
        return (
          <li key={text} data-met={met} className={cx("flex gap-1.5", met ? "text-positive" : "text-subtle")}>
            <Mark size={12} strokeWidth={2} aria-hidden className="mt-0.5 flex-none" />
            <span>
              {text}
              <span className="sr-only">{met ? ": met" : ": not met yet"}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
