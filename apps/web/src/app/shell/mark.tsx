/** The product's mark. */
export function Mark() {
  return (
    <span
      aria-hidden
      className="grid size-5 flex-none place-items-center rounded-control bg-fg text-2xs font-semibold text-surface"
    >
      T
    </span>
  );
}
