/** Reads the words after a command, strictly: an option nobody knows is an error with the nearest name, never ignored. */
import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import { nearest } from '../core/nearest.ts';
import { isDay } from '../core/time.ts';
import { Stop } from './terminal.ts';

export type OptionTable = Readonly<Record<string, ParseArgsOptionDescriptor>>;

/** What was given. Texts are never empty. */
export interface Given {
  readonly rest: readonly string[];
  readonly text: (name: string) => string | null;
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  /** The value of an option that takes one of a few words. */
  readonly choice: <const W extends string>(name: string, words: readonly W[], otherwise: W) => W;
  readonly day: (name: string) => string | null;
}

/** Reads `args` by `table`. Throws `Stop` with one sentence where they do not fit. */
export function readOptions(args: readonly string[], table: OptionTable): Given {
  const { values, positionals } = parsed(args, table);
  const texts = (name: string) => {
    const value = values[name];
    const all = (Array.isArray(value) ? value : [value]).filter((it) => typeof it === 'string');
    if (all.some((it) => it.trim() === '')) throw new Stop(`--${name} is empty. Give a value.`);
    return all;
  };
  const text = (name: string) => texts(name).at(-1) ?? null;
  return {
    rest: positionals,
    text,
    texts,
    flag: (name) => values[name] === true,
    choice: (name, words, otherwise) => {
      const value = text(name);
      if (value === null) return otherwise;
      const word = words.find((it) => it === value);
      if (word === undefined) throw new Stop(`--${name} is '${value}'. It takes one of: ${words.join(', ')}.`);
      return word;
    },
    day: (name) => {
      const value = text(name);
      if (value !== null && !isDay(value)) throw new Stop(`--${name} is '${value}'. Write a day of the calendar as YYYY-MM-DD.`);
      return value;
    },
  };
}

/** The value of an option that must be given. */
export function needed(given: Given, name: string, what: string): string {
  const value = given.text(name);
  if (value === null) throw new Stop(`--${name} is missing. Give ${what}.`);
  return value;
}

function parsed(args: readonly string[], table: OptionTable) {
  const stray = args.find((it) => it.startsWith('--') && it.length > 2 && !(nameOf(it) in table));
  const afterDashes = args.indexOf('--');
  if (stray !== undefined && (afterDashes === -1 || args.indexOf(stray) < afterDashes)) {
    const near = nearest(nameOf(stray), Object.keys(table));
    throw new Stop(`${stray.split('=')[0]} is not an option of this command.${near ? ` Did you mean --${near}?` : ' See --help.'}`);
  }
  try {
    return parseArgs({ args: [...args], options: { ...table }, allowPositionals: true, strict: true });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Stop(`${why.replace(/\.? *$/, '')}. See --help.`);
  }
}

function nameOf(word: string): string {
  return word.slice(2).split('=')[0] ?? '';
}
