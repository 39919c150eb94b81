/**
 * One way a state answers an event. Without `target` the machine stays where it is. `guard` and `actions` are names:
 * whoever runs the machine gives them a meaning.
 */
export interface StatechartMove {
  readonly target?: string;
  readonly guard?: { readonly type: string; readonly params: Readonly<Record<string, string>> };
  readonly actions?: readonly string[];
  readonly description?: string;
}

/** A state: what it is called, its marks, and what each event does there; what is not named is refused. */
export interface StatechartState {
  readonly type?: "final";
  readonly description: string;
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, string | null>>;
  readonly on: Readonly<Record<string, readonly StatechartMove[]>>;
}

/** A state machine as plain JSON, in the shape that XState 5 takes as the config of a machine. */
export interface Statechart {
  readonly id: string;
  readonly version: string;
  readonly description: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, StatechartState>>;
}
