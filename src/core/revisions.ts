/**
 * What a library changed of its own record of an ad: the differences between sightings that follow one another. It describes, and
 * never says why; a copy without the ad is "not seen".
 */
import { type Copy, type CopyRow, compareCopies, copyAfter, type Sighting } from './sightings.ts';
import type { Day } from './time.ts';

/** What a field says. */
export type FieldKind = 'targeting' | 'name' | 'date' | 'money' | 'delivery' | 'link' | 'text';

/** A field as one row prints it. `shown` is what of it may be kept. */
export interface PrintedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly text: string;
  readonly shown: string;
}

/** One form of an ad, as its row prints it. */
export interface Form {
  readonly sighting: Sighting;
  readonly fields: readonly PrintedField[];
}

export type RevisionKind = 'emptied' | 'changed' | 'filled' | 'moved' | 'not-seen' | 'seen-again';

export interface Revision {
  readonly kind: RevisionKind;
  /** `presence`: the ad as a whole. */
  readonly of: FieldKind | 'presence';
  /** The field by its own name; empty for the ad as a whole. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly from: CopyRow;
  readonly to: CopyRow;
}

/**
 * The revisions of one ad. `forms`: its sightings oldest first, each with its row. `copies`: the copies of its series that are stored;
 * empty where a file is no whole record, so that nothing follows from an ad's absence. `start`: the day the ad began.
 */
export function revisionsOf(forms: readonly Form[], copies: readonly Copy[], start: Day | null): readonly Revision[] {
  return forms.flatMap((form, i) => {
    const next = forms[i + 1];
    const { last } = form.sighting;
    const lacking = copyAfter(copies, last);
    const gone = lacking !== null && (next === undefined || compareCopies(lacking, next.sighting.first) < 0);
    const found: Revision[] = [];
    if (gone) found.push({ ...PRESENCE, kind: 'not-seen', from: last, to: { as_of: lacking.as_of, source: lacking.source, row: null } });
    if (next === undefined) return found;
    if (gone) found.push({ ...PRESENCE, kind: 'seen-again', from: last, to: next.sighting.first });
    return [...found, ...differences(form, next, start)];
  });
}

const PRESENCE = { of: 'presence', field: '', before: '', after: '' } as const;

/** What differs between two forms, field by field. A field that only one of the two files has is no revision. */
function differences(before: Form, after: Form, start: Day | null): readonly Revision[] {
  const later = new Map(after.fields.map((field) => [field.name, field]));
  const yearOver = start !== null && start.slice(0, 4) < before.sighting.last.as_of.slice(0, 4);
  return before.fields.flatMap((field): Revision[] => {
    const now = later.get(field.name);
    if (now === undefined || now.text.trim() === field.text.trim() || !counts(field, now, yearOver)) return [];
    const common = { of: field.kind, field: field.name, before: field.shown, after: now.shown };
    return [{ ...common, kind: kindOf(field, now), from: before.sighting.last, to: after.sighting.first }];
  });
}

/**
 * While an ad runs its money and its audience grow and its end moves later: that is what running is. It counts once the year in which
 * the ad began was over when the older copy was taken; an end that moves earlier always counts.
 */
function counts(before: PrintedField, after: PrintedField, yearOver: boolean): boolean {
  if (yearOver) return true;
  if (before.kind === 'money' || before.kind === 'delivery') return !isAmount(before.text) || !isAmount(after.text);
  if (!isEnd(before)) return true;
  return before.text.trim() !== '' && after.text.trim() !== '' && after.text.trim() < before.text.trim();
}

/** A currency is no amount: it never changes because an ad runs. */
function isAmount(text: string): boolean {
  return text.trim() === '' || /\d/.test(text);
}

/** The day an ad ended moves while it runs. */
export function isEnd(field: { readonly kind: FieldKind; readonly name: string }): boolean {
  return field.kind === 'date' && /end|stop|last|days/i.test(field.name);
}

function kindOf(before: PrintedField, after: PrintedField): RevisionKind {
  if (after.text.trim() === '') return 'emptied';
  if (before.text.trim() === '') return 'filled';
  return before.kind === 'date' ? 'moved' : 'changed';
}
