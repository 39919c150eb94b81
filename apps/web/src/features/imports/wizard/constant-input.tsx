import { useEffect, useState } from "react";

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  onCommit: (value: string) => void;
}

/** A value that is taken when one leaves the field or presses Enter, so that not every key asks the server. */
export function ConstantInput({ label, value, placeholder = "same for every row", onCommit }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) commit();
      }}
      className="block h-7 w-56 max-w-full rounded-control border border-input bg-surface px-2 text-xs placeholder:text-subtle pointer-coarse:h-10"
    />
  );
}
