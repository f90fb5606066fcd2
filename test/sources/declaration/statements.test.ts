import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../../src/core/criteria.ts';
import type { Declaration } from '../../../src/core/declaration.ts';
import { statements } from '../../../src/sources/declaration.ts';
import { type Changes, LEFT_OUT, NO_TARGETING, RETARGETING, readHarbour } from './harbour-party.ts';

const A = 'audiences[0]';
const B = 'audiences[1]';

function read(changes: Changes): Declaration {
  const reading = readHarbour(changes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return statements(reading.file, { party: 'harbour-party', sha256: 'f00d', superseded_on: '2026-05-01' });
}

const on = ({ negatives }: Declaration) => negatives.map(({ subject, platforms }) => `${subject}: ${platforms.join(' ')}`);

/** A second audience, on Snapchat, that uses nothing but what the changes give it. */
const second = (changes: object): Changes => ({
  'accounts[1]': { platform: 'snapchat', handle: 'harbour', role: 'national' },
  [B]: {
    id: 'visitors',
    name: 'Visitors',
    platforms: ['snapchat', 'meta'],
    period: { start: '2026-05-01', end: '2026-05-07' },
    criteria: [],
    list: 'not-disclosed',
    lookalike: 'unknown',
    retargeting: 'not-disclosed',
    engagement: 'not-disclosed',
    ...changes,
  },
});

describe('statements of a file', () => {
  it('carry its identity, its days and its state', () => {
    const { uses, practices, negatives, ...head } = read({ status: 'withdrawn' });
    expect(head).toEqual({
      id: 'harbour-party/harbour-party-locals-2026',
      version: 2,
      published_at: '2026-04-12T08:30:00.000Z',
      valid_from: '2026-04-12',
      valid_to: '2026-05-07',
      superseded_on: '2026-05-01',
      withdrawn: true,
      sha256: 'f00d',
      platforms: ['meta'],
    });
    expect([uses.length, practices.length, negatives.length]).toEqual([6, 0, 5]);
  });

  it('give each use on each platform, with its path', () => {
    const { uses, platforms } = read(second({ retargeting: RETARGETING }));
    expect(platforms).toEqual(['meta', 'snapchat']);
    const visitors = uses
      .filter((use) => use.criterion === 'retargeting.web')
      .map((use) => `${use.path} ${use.platform} ${use.audience} ${use.from}`);
    expect(visitors).toEqual([`${B}.retargeting snapchat visitors 2026-05-01`, `${B}.retargeting meta visitors 2026-05-01`]);
  });

  it('give places their rank, values and reason', () => {
    const [postcode] = read({ [`${A}.criteria[0].granularity`]: 'sector', [`${A}.criteria[0].reason`]: 'not-disclosed' }).uses;
    expect(postcode).toMatchObject({ rank: 4, values: ['ZZ1', 'ZZ2'], reason: null });
    const [circle] = read({ [`${A}.criteria[0].criterion`]: 'geo.radius', [`${A}.criteria[0].granularity`]: 1.5 }).uses;
    expect(circle).toMatchObject({ criterion: 'geo.radius', rank: 5 });
  });

  it('number the blocks of several lists', () => {
    const block = { kind: 'third-party', op: 'exclude', source_lists: ['bought list'], fields_uploaded: ['phone'], hashed: false };
    const rest = { platform_recipients: ['Invented Platforms Ireland Limited'], suppression_of_objectors: false, lawful_basis: 'consent' };
    const list = [{ ...block, ...rest, reason: 'They are members already', special_category: { level: 'none' } }];
    const { uses } = read({ [`${A}.list`]: list, [`${A}.lookalike`]: 'not-used', negative_statements: [] });
    expect(uses.find((use) => use.criterion === 'list.third-party')).toMatchObject({ path: `${A}.list[0]`, direction: 'exclude' });
  });

  it('take "no targeting" as a denial of every criterion that uses personal data', () => {
    const declared = read(NO_TARGETING);
    expect(declared.uses.map((use) => `${use.criterion} ${use.from} ${use.to}`)).toEqual(['none.broad 2026-04-12 2026-05-07']);
    const subjects = declared.negatives.map((statement) => statement.subject);
    expect(subjects).toContain('geo.postcode');
    expect(subjects).toContain('list.member-supporter');
    for (const id of ['geo.country', 'context', 'keyword', 'none.broad', 'geo.unspecified']) expect(subjects).not.toContain(id);
    // Every declarable criterion but geo.country, context, keyword and none.broad; profiling; and the platform's automation, by its own answer.
    const deniable = CRITERIA.filter((entry) => entry.declarable && entry.personal_data !== 'none' && entry.id !== 'geo.country');
    expect(new Set(subjects)).toEqual(new Set([...deniable.map((entry) => entry.id), 'profiling']));
    expect(declared.negatives.every((statement) => statement.from <= (statement.to ?? statement.from))).toBe(true);
  });

  it('deny nothing where an answer is unknown', () => {
    const answers = {
      targeting_used: 'unknown',
      ad_delivery_used: 'unknown',
      'delivery.automation': 'unknown',
      'profiling.done': 'unknown',
    };
    const declared = read({ ...answers, audiences: LEFT_OUT, negative_statements: [] });
    expect([declared.uses, declared.practices, declared.negatives]).toEqual([[], [], []]);
  });

  it('read the automation of the platform from either answer', () => {
    const { uses, negatives } = read({ ad_delivery_used: false });
    expect(uses.at(-1)).toMatchObject({ criterion: 'delivery.optimised', path: 'delivery.automation' });
    expect(negatives.map((statement) => statement.subject)).not.toContain('delivery.optimised');
  });

  it('read profiling, and the combining of two sources or more', () => {
    const profiling = (inputs: readonly string[]) => ({
      profiling: { done: true, inputs_combined: inputs, outputs: ['support'], inference_of: 'not-applicable', automated_decision: false },
    });
    const practices = (inputs: readonly string[]) =>
      read(profiling(inputs)).practices.map((use) => `${use.practice} ${use.path} ${use.from}`);
    expect(practices(['canvass answers'])).toEqual(['profiling profiling.done 2026-04-12']);
    expect(practices(['canvass answers', 'register'])).toEqual([
      'profiling profiling.done 2026-04-12',
      'data-combination profiling.inputs_combined 2026-04-12',
    ]);
    expect(on(read(profiling(['canvass answers'])))).not.toContain('profiling: ');
  });

  it('do not let one audience deny what another uses on the same platform at the same time', () => {
    const both = read(second({ retargeting: RETARGETING, engagement: 'not-used' }));
    expect(on(both)).toEqual([
      'list.third-party: meta',
      'retargeting.app: meta',
      'engagement: meta',
      'engagement: snapchat meta',
      'profiling: ',
    ]);
    const apart = second({ retargeting: RETARGETING, platforms: ['snapchat'] });
    expect(on(read(apart))).toContain('retargeting.web: meta');
  });

  it('say the same thing once', () => {
    const declared = read({
      'negative_statements[1]': {
        criterion: 'engagement',
        platforms: ['meta'],
        valid_from: '2026-04-12',
        valid_to: '2026-05-07',
        words: 'None',
      },
    });
    expect(on(declared).filter((text) => text === 'engagement: meta')).toHaveLength(1);
  });

  it('leave an unknown end open', () => {
    const declared = read({ valid_to: 'unknown', 'period.end': 'unknown' });
    expect([declared.valid_to, declared.uses.at(-1)?.to]).toEqual([null, null]);
  });

  it('speak of the campaign where the file is valid only after it', () => {
    const declared = read({ valid_from: '2026-06-01', valid_to: '2026-07-01' });
    expect(declared.uses.at(-1)).toMatchObject({ from: '2026-04-01', to: '2026-05-07' });
  });

  it('let the first valid day stand in for the time of a draft', () => {
    expect(read({ status: 'draft', published_at: LEFT_OUT }).published_at).toBe('2026-04-12T00:00:00.000Z');
  });
});
