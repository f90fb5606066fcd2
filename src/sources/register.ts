/**
 * Reads a register file: which parties there are, which accounts are theirs on which platform, and where their notices stand.
 * Accounts are matched by whole names or ids, never by a word inside a name.
 */
import * as z from 'zod';
import type { Ad, Platform } from '../core/observation.ts';
import { isDay } from '../core/time.ts';

const text = (max: number) => z.string().trim().min(1, `text of 1 to ${max} characters`).max(max, `text of 1 to ${max} characters`);
/** Names are kept as printed: a space at the end is part of what the library shows. */
const printed = z.string().regex(/\S/, 'text as the library prints it');
const kebab = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits joined by single hyphens');
const day = z.string().refine(isDay, 'a calendar day, YYYY-MM-DD');
const address = z.string().regex(/^https:\/\/[^\s/]+(?:\/\S*)?$/, 'an address that begins https://');
const confidence = z.enum(['confirmed', 'weak']);
const note = text(1000);
/** Where a fact came from and when somebody looked. */
const provenance = { source: text(500), checked_on: day };

const registration = z.strictObject({
  scheme: z.enum(['uk-electoral-commission', 'ico-data-protection-register', 'companies-house']),
  number: text(40),
  ...provenance,
  confidence,
  note: note.optional(),
});

const notice = z.strictObject({
  id: kebab,
  kind: z.enum(['privacy', 'cookie', 'imprint', 'social']),
  url: address,
  /** `branch`: the notice of a branch, which is another controller. It never answers for the party. */
  scope: z.enum(['national', 'branch']).default('national'),
  ...provenance,
  note: note.optional(),
});

const account = z
  .strictObject({
    platform: z.enum(['google', 'meta', 'snapchat']),
    page_id: z.string().regex(/^\S+$/, 'the id as the platform prints it, in quotation marks').optional(),
    organisation: printed.optional(),
    payer: printed.optional(),
    name: text(200),
    role: z.enum(['national', 'branch', 'candidate', 'leader', 'agency']),
    /** Id of the party of this file that the branch or candidate belongs to. */
    branch_of: kebab.optional(),
    ...provenance,
    confidence,
    note: note.optional(),
  })
  .superRefine((it, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (it.platform === 'snapchat') {
      if (it.page_id !== undefined) say('page_id', 'absent: Snapchat prints no page id, only organisation and payer');
      if (it.organisation === undefined) say('organisation', 'given: a Snapchat account is its organisation and its payer');
      if (it.payer === undefined) say('payer', 'given: a Snapchat account is its organisation and its payer');
    } else {
      if (it.page_id === undefined) say('page_id', `given: a ${it.platform} account is its id`);
      if (it.organisation !== undefined) say('organisation', `absent: a ${it.platform} account is its id`);
      if (it.payer !== undefined) say('payer', `absent: a ${it.platform} account is its id`);
    }
  });

const party = z.strictObject({
  id: kebab,
  name: text(200),
  short_name: text(60),
  nations: z.array(z.enum(['GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS'])).min(1, 'at least one nation'),
  audited_by_ico_2020: z.boolean(),
  registrations: z.array(registration),
  /** No party is shown in a colour: charts that use party colours read as adverts. */
  colour: z.null(),
  website: address.nullable(),
  fictional: z.boolean(),
  note: note.optional(),
  notices: z.array(notice),
  accounts: z.array(account),
});

/** The register file. `note` is its head note: what the file is and how far it may be trusted. */
export const registerSchema = z.strictObject({
  schema: z.literal('candour-register/1'),
  note: text(3000).optional(),
  parties: z.array(party).min(1, 'at least one party'),
});

export type Register = z.infer<typeof registerSchema>;
export type RegisterParty = Register['parties'][number];
export type RegisterAccount = RegisterParty['accounts'][number];

/** One thing that does not fit: where, in words, what was found, and what may stand there. */
export interface RegisterError {
  readonly path: string;
  readonly message: string;
  readonly found: string;
  readonly allowed: string;
}

export type RegisterRead =
  | { readonly ok: true; readonly register: Register }
  | { readonly ok: false; readonly errors: readonly RegisterError[] };

/** Reads the text of a register file. Every error of one kind of check is given at once, in the order of the file. */
export function readRegister(source: string): RegisterRead {
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, errors: [refuse('', shown(source), `a JSON object (${why})`)] };
  }
  const parsed = registerSchema.safeParse(data);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap((issue) => readIssue(issue, data)) };
  const errors = checkAcross(parsed.data);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, register: parsed.data };
}

/** The register's JSON Schema (draft 2020-12), for editors and for other people's tools. */
export function registerJsonSchema(): unknown {
  return z.toJSONSchema(registerSchema, { io: 'input', unrepresentable: 'any' });
}

/** What tells one account from another on its platform, as the register or a row of a library gives it. */
export type AccountIdentity = { readonly organisation: string; readonly payer: string } | { readonly page_id: string };

/** Whose ad it is: the account of its page or advertiser id, or where the library gives none, of its organisation and payer. */
export function accountOf(ad: Pick<Ad, 'platform' | 'page_id' | 'buyer' | 'payer'>): string {
  if (ad.page_id !== null) return accountKey(ad.platform, { page_id: ad.page_id });
  return accountKey(ad.platform, { organisation: ad.buyer, payer: ad.payer });
}

/**
 * The key that joins a row of a library to the register: `snapchat:the labour party|the labour party`, `meta:25749647410`.
 * Names are folded and compared whole; ids are compared as text.
 */
export function accountKey(platform: Platform, who: AccountIdentity): string {
  if ('page_id' in who) return `${platform}:${who.page_id}`;
  return `${platform}:${foldName(who.organisation)}|${foldName(who.payer)}`;
}

/**
 * Folds a printed name for comparing: outer spaces off, inner runs of white space made one space, case folded, one final full
 * stop dropped. Nothing more. A bar inside a name is marked, because the bar parts the two names of a key.
 */
function foldName(name: string): string {
  const spaced = name.trim().replace(/\s+/g, ' ');
  // Upper case first: it brings letters with two lower-case forms (sigma, sharp s) to one.
  const folded = spaced.replace(/ ?\.$/, '').toUpperCase().toLowerCase();
  return folded.replace(/[\\|]/g, (mark) => `\\${mark}`);
}

/** Every account of the register by its key. */
export function accountsByKey(
  register: Register,
): ReadonlyMap<string, { readonly party: RegisterParty; readonly account: RegisterAccount }> {
  return new Map(register.parties.flatMap((it) => it.accounts.map((one) => [keyOf(one), { party: it, account: one }] as const)));
}

/** The key of an account of the register. */
export function keyOf(it: RegisterAccount): string {
  if (it.page_id !== undefined) return accountKey(it.platform, { page_id: it.page_id });
  return accountKey(it.platform, { organisation: it.organisation ?? '', payer: it.payer ?? '' });
}

function checkAcross(register: Register): RegisterError[] {
  const errors: RegisterError[] = [];
  const ids = new Map<string, string>();
  const keys = new Map<string, { path: string; party: string }>();
  const parties = new Set(register.parties.map((it) => it.id));
  const once = (kind: string, id: string, path: string) => {
    const first = ids.get(`${kind} ${id}`);
    if (first) errors.push(refuse(path, shown(id), `an id of its own: ${first} has the same`));
    ids.set(`${kind} ${id}`, first ?? path);
  };
  register.parties.forEach((it, p) => {
    once('party', it.id, `parties[${p}].id`);
    it.notices.forEach((one, n) => {
      once('notice', one.id, `parties[${p}].notices[${n}].id`);
    });
    it.accounts.forEach((one, a) => {
      const path = `parties[${p}].accounts[${a}]`;
      if (one.branch_of && !parties.has(one.branch_of)) {
        errors.push(refuse(`${path}.branch_of`, shown(one.branch_of), 'the id of a party of this file'));
      }
      const key = keyOf(one);
      const first = keys.get(key);
      if (first) {
        const message = `The account ${key} is listed twice: under '${first.party}' (${first.path}) and under '${it.id}' (${path}). Keep one.`;
        errors.push({ path, message, found: key, allowed: 'an account listed once' });
      } else keys.set(key, { path, party: it.id });
    });
  });
  return errors;
}

type Issue = z.core.$ZodIssue;

/** Puts one issue of the schema into our words. The schema's own messages say what may stand there. */
function readIssue(issue: Issue, data: unknown): RegisterError[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => refuse(path === '' ? key : `${path}.${key}`, `the field '${key}'`, `one of ${fieldsAt(issue.path)}`));
  }
  const value = issue.path.reduce<unknown>(step, data);
  const found = shown(value);
  if (issue.code === 'invalid_value') return [refuse(path, found, issue.values.map((it) => JSON.stringify(it)).join(', '))];
  if (issue.code !== 'invalid_type') return [refuse(path, found, issue.message)];
  if (value === undefined) return [{ path, message: `${path} is missing. Give ${issue.expected}.`, found, allowed: issue.expected }];
  if (issue.expected === 'string' && typeof value === 'number') {
    const message = `${path} is written as a number (${found}). Put it in quotation marks, or its last digits may be lost.`;
    return [{ path, message, found, allowed: 'text in quotation marks' }];
  }
  return [refuse(path, found, issue.expected)];
}

function refuse(path: string, found: string, allowed: string): RegisterError {
  return { path, message: `${path === '' ? 'The file' : path} is ${found}. It must be ${allowed}.`, found, allowed };
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : `${all}${all && '.'}${String(key)}`), '');
}

function shown(value: unknown): string {
  const whole = value === undefined ? 'nothing' : JSON.stringify(value);
  return whole.length > 80 ? `${whole.slice(0, 77)}...` : whole;
}

const SHAPES = { parties: party.shape, registrations: registration.shape, notices: notice.shape, accounts: account.shape };

/** The fields of the object at a path: the last name in the path says which kind of object it is. */
function fieldsAt(path: readonly PropertyKey[]): string {
  const kind = path.findLast((key) => typeof key === 'string');
  const shape = Object.entries(SHAPES).find(([name]) => name === kind)?.[1] ?? registerSchema.shape;
  return Object.keys(shape).join(', ');
}
