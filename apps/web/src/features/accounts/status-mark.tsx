const marks = {
  customer: { word: "Customer", shape: <circle cx="5" cy="5" r="4" fill="var(--positive)" /> },
  churned: {
    word: "Churned",
    shape: <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="var(--negative)" strokeWidth="1.75" />,
  },
  prospect: {
    word: "Not begun",
    shape: <circle cx="5" cy="5" r="3.5" fill="none" stroke="var(--fg-subtle)" strokeWidth="1.5" />,
  },
} as const;

/** Whether an account holds ARR: a shape and its word, colour third. */
export function StatusMark({ status }: { status: keyof typeof marks }) {
  const { word, shape } = marks[status];
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="10" height="10" aria-hidden="true">
        {shape}
      </svg>
      {word}
    </span>
  );
}
