// The words of a review. Without the validator, so that screens can take them alone.

/** What an annotation of a trend is about. Changed definitions annotate it by themselves. */
export const annotationKinds = ["price_change", "release", "note"] as const;

/** Price change, release or note. */
export type AnnotationKind = (typeof annotationKinds)[number];

/** How a commentary stands: the cause is still looked for, something is being done, or it is done. */
export const commentaryStates = ["diagnosis", "acting", "done"] as const;

/** Diagnosis in progress, acting or done. */
export type CommentaryState = (typeof commentaryStates)[number];
