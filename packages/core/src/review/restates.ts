/** Words that tell what a number did or what it is, but not why. */
const telling = new Set(
  (
    "a an the and or of in on to by from at for with vs versus than as is are was were be been it its this that we our us " +
    "nrr grr arr mrr logo net gross revenue retention churn expansion contraction reactivation win-back opening closing cohort " +
    "account accounts customer customers loss losses gain gains figure number value target gap percent pp points point usd eur gbp chf " +
    "rose rise rises risen fell fall falls fallen dropped drop drops grew grow grows grown increased increase increases decreased decrease " +
    "decreases declined decline up down higher lower more less above below flat unchanged stayed held remained improved improve worsened " +
    "reached missed beat over under compared comparison previous prior last this next year years quarter quarters month months ttm q1 q2 q3 q4 " +
    "now then today total overall only about around nearly almost slightly sharply"
  ).split(" "),
);

/** How many words beside numbers and {@link telling} ones a text must have to say why. */
const enough = 3;

/**
 * Whether a text only says again what the figure shows ("NRR fell 2.1 pp to 98 %"), so that nobody who reads it learns why:
 * beside numbers, the names of figures and words for their movement it has fewer than three words. An empty text says nothing
 * and restates nothing.
 */
export function restatesNumbers(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\d][\p{L}\d'’.,%-]*/gu) ?? [];
  const plain = words.map((word) => word.replace(/[.,%'’-]+$/, "")).filter((word) => word !== "");
  const saying = plain.filter((word) => !/\d/.test(word) && !telling.has(word));
  const tells = plain.some((word) => /\d/.test(word) || telling.has(word));
  return tells && saying.length < enough;
}
