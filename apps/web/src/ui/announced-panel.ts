let announced: string | null | undefined;

/** The panel that had the focus last, or stood in the address when the page was loaded. */
export function announcedPanel(): string | null | undefined {
  return announced;
}

/** Where the panel stood when the page was loaded: a panel that was already there does not take the focus. */
export function rememberPanel(panel: string | null): void {
  announced = panel;
}
