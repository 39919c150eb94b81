import { type DragEvent, useState } from "react";
import type { StageKey } from "../../ui/stage-mark.tsx";

/** What a dragged card carries. */
export interface Dragged {
  readonly accountId: string;
  readonly name: string;
  readonly from: StageKey;
}

/** The kind of data a dragged card carries, so that nothing else can be dropped on a column. */
const cardData = "application/x-termwise-card";

/** Gives a drag that begins the card it carries. */
export function startDrag(event: DragEvent, card: Dragged): void {
  event.dataTransfer.setData(cardData, JSON.stringify(card));
  event.dataTransfer.effectAllowed = "move";
}

/** Makes an element take cards: whether one is held over it, and the handlers it needs. */
export function useDrop(onDrop: ((card: Dragged) => void) | undefined) {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent) => onDrop !== undefined && event.dataTransfer.types.includes(cardData);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const { relatedTarget, currentTarget } = event;
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        onDrop?.(JSON.parse(event.dataTransfer.getData(cardData)) as Dragged);
      },
    },
  };
}
