/** Says on screen and on paper that what is shown is supposed. */
export function SimulationMark() {
  return (
    <p
      role="note"
      className="rounded-card border border-line bg-warning-chip px-3 py-2 text-xs font-medium text-warning"
    >
      Simulation: not a statement. Nothing here is written, and nothing here is paid.
    </p>
  );
}
