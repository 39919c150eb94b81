import type { ComponentProps } from "react";
import { cx } from "../lib/class-names.ts";

const looks = {
  plain: "border-line bg-surface hover:bg-hover",
  quiet: "border-transparent bg-transparent hover:bg-hover font-normal",
  primary: "border-accent bg-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover",
  danger: "border-line bg-surface text-negative hover:bg-negative-chip",
} as const;

/** The classes of a button, for links that look like one. */
export function buttonClass(
  look: keyof typeof looks = "plain",
  size: "small" | "large" = "small",
  className?: string,
): string {
  return cx(
    "inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-control border text-xs font-medium transition-colors disabled:opacity-60",
    size === "large" ? "h-8 px-3 pointer-coarse:h-11" : "h-7 px-2.5 pointer-coarse:h-9",
    looks[look],
    className,
  );
}

interface Props extends ComponentProps<"button"> {
  look?: keyof typeof looks;
  size?: "small" | "large";
}

/** A button; its text is a verb. */
export function Button({ look, size, className, type = "button", ...rest }: Props) {
  return <button type={type} className={buttonClass(look, size, className)} {...rest} />;
}
