import { disconnect } from "./scenes/disconnect.ts";
import { pipeline } from "./scenes/pipeline.ts";
import { restart } from "./scenes/restart.ts";
import { stall } from "./scenes/stall.ts";

/** The faults that every driver is put through. */
export const scenes = { disconnect, pipeline, stall, restart };
export type SceneName = keyof typeof scenes;
