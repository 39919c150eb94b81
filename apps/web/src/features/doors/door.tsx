import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  title: string;
  /** One sentence below the title. */
  note?: ReactNode;
  children: ReactNode;
}

/** One step at a door: its title, which takes the focus when another step came before, a sentence, a form. */
export function Door({ title, note, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Termwise`;
    // The first form of a page takes the focus by itself; a later step is announced by its heading.
    if (document.activeElement === document.body || !document.activeElement) heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="rounded-sm text-lg font-semibold focus-visible:outline-none">
        {title}
      </h1>
      {note ? <div className="mt-1 mb-5 text-xs text-muted">{note}</div> : <div className="mb-4" />}
      {children}
    </>
  );
}
