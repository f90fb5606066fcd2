/** Checks on the file itself: versions, publishing, dates and amounts. */
import { disagreement, type Fault } from '../errors.ts';
import { audiencesOf } from '../uses.ts';
import type { Checked } from '../view.ts';

export function versionNeedsReason({ file }: Checked): readonly Fault[] {
  const { version, supersedes, correction_reason } = file;
  if (version === undefined) return [];
  if (version === 1) {
    if (supersedes === undefined) return [];
    const words = `supersedes cannot be ${supersedes}. Version 1 replaces nothing. Leave it out, or raise version.`;
    return [{ ...disagreement('not-allowed', ['supersedes'], words), found: String(supersedes) }];
  }
  if (supersedes === version - 1 && correction_reason !== undefined) return [];
  const path = supersedes === version - 1 ? 'correction_reason' : 'supersedes';
  const words = `This is version ${version}. Say which version it replaces (${version - 1}) and why.`;
  return [
    {
      ...disagreement('version-needs-reason', [path], words),
      found: path === 'supersedes' && supersedes !== undefined ? String(supersedes) : null,
      allowed: path === 'supersedes' ? String(version - 1) : null,
    },
  ];
}

export function publishedNeedsTime({ file }: Checked): readonly Fault[] {
  if (file.status !== 'published' || file.published_at !== undefined) return [];
  return [disagreement('published-needs-time', ['published_at'], 'A published declaration needs the time it was published.')];
}

/** Every start is no later than its end, and audiences lie inside the campaign. */
export function datesInOrder({ file }: Checked): readonly Fault[] {
  const stretches = [
    { field: 'period', path: ['period'], start: file.period?.start, end: file.period?.end },
    { field: 'valid_to', path: ['valid_to'], start: file.valid_from, end: file.valid_to },
    ...audiencesOf(file).map(({ path, audience }) => ({
      field: `${path[0]}[${path[1]}].period`,
      path: [...path, 'period'],
      start: audience.period?.start,
      end: audience.period?.end,
    })),
    ...(file.negative_statements ?? []).map((statement, index) => ({
      field: `negative_statements[${index}]`,
      path: ['negative_statements', index],
      start: statement?.valid_from,
      end: statement?.valid_to,
    })),
  ];
  const reversed = stretches.flatMap(({ field, path, start, end }) =>
    isAfter(start, end) ? [disagreement('dates-in-order', path, `${field} ends on ${end}, before it starts on ${start}.`)] : [],
  );
  // A campaign whose own dates are the wrong way round holds no audience.
  return isAfter(file.period?.start, file.period?.end) ? reversed : [...reversed, ...outsideCampaign({ file })];
}

function outsideCampaign({ file }: Pick<Checked, 'file'>): readonly Fault[] {
  const { start: first, end: last } = file.period ?? {};
  return audiencesOf(file).flatMap(({ path, audience }) => {
    const { start, end } = audience.period ?? {};
    if (start === undefined || end === undefined || isAfter(start, end)) return [];
    if (!isAfter(first, start) && !isAfter(end, last)) return [];
    const words = `Audience '${audience.id}' runs from ${start} to ${end}, outside the campaign (${first} to ${last}).`;
    return [disagreement('dates-in-order', [...path, 'period'], words)];
  });
}

/** Days compare as text; a day that is unknown or missing is neither before nor after. */
function isAfter(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== 'unknown' && b !== 'unknown' && a > b;
}

export function moneyInOrder({ file }: Checked): readonly Fault[] {
  const { amounts, reach } = file;
  const parts = typeof amounts === 'object' ? (['campaign', 'ad', 'in_kind'] as const) : [];
  const money = parts.map((part) => ({ path: ['amounts', part], range: typeof amounts === 'object' ? amounts[part] : undefined }));
  const counts = (['views', 'engagements'] as const).map((part) => ({
    path: ['reach', part],
    range: typeof reach === 'object' ? reach[part] : undefined,
  }));
  return [...money, ...counts].flatMap(({ path, range }) => {
    if (typeof range !== 'object') return [];
    const { min, max } = range;
    if (min === undefined || typeof max !== 'number' || min <= max) return [];
    return [disagreement('money-in-order', path, `${path.join('.')}: the lower figure is above the higher one.`)];
  });
}
