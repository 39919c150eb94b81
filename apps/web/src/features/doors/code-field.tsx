import { TextField } from "../../ui/text-field.tsx";

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  recovery?: boolean;
}

/** A one-time code: six digits of an authenticator app, or a recovery code. */
export function CodeField({ recovery = false, ...field }: Props) {
  return (
    <TextField
      {...field}
      label={recovery ? "Recovery code" : "Code"}
      autoComplete="one-time-code"
      inputMode={recovery ? "text" : "numeric"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={recovery ? 40 : 8}
      autoFocus
      className="font-mono tracking-widest"
    />
  );
}
