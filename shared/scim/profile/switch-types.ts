// One switch of a tenant's behaviour as data: what it does, where that is written, who behaves like that.
// The server acts by its value, the UI draws it.

interface About {
  readonly title: string;
  /** What the switch does, in one sentence. */
  readonly sentence: string;
  /** The clause or vendor page that the switch is about. */
  readonly source: string;
  /** Who behaves like that, or sends that. */
  readonly seenIn: string;
}

export interface BooleanSwitch extends About {
  readonly kind: 'boolean';
  readonly default: boolean;
}

export interface ChoiceSwitch extends About {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

export interface IntegerSwitch extends About {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly unit: 'bytes' | 'resources' | 'members' | 'operations' | 'seconds';
  readonly default: number;
}

export type SwitchDefinition = BooleanSwitch | ChoiceSwitch | IntegerSwitch;

/** A table of switches by name; `as const satisfies SwitchTable` checks it and keeps the types of its values. */
export type SwitchTable = Readonly<Record<string, SwitchDefinition>>;

/** The values that a switch can take. */
export type SwitchValue<Definition> = Definition extends { readonly kind: 'boolean' }
  ? boolean
  : Definition extends { readonly kind: 'integer' }
    ? number
    : Definition extends { readonly choices: readonly { readonly value: infer Value }[] }
      ? Value
      : never;
