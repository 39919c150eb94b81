/** The word across a page that may still change, on screen at its head and on paper behind everything. */
export function DraftMark({ text, children }: { text: string; children: string }) {
  return (
    <>
      <p role="note" className="rounded-card bg-warning-chip px-3 py-1.5 text-xs text-warning">
        {children}
      </p>
      <p
        aria-hidden
        className="pointer-events-none fixed inset-0 z-30 hidden place-items-center text-[120pt] font-semibold tracking-widest text-fg opacity-10 select-none print:grid"
        style={{ rotate: "-30deg" }}
      >
        {text}
      </p>
    </>
  );
}
