/** Mean width of a character of the small chart text, in pixels. */
const character = 6.4;

/** As much of a text as there is room for in a drawing, an ellipsis in place of the rest. */
export function fitted(text: string, room: number): string {
  const most = Math.max(1, Math.floor(room / character));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
