import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/notice.ts';
import type { PracticeId } from '../../src/core/practices.ts';
import { standingSnapshots, toldOn } from '../../src/core/told.ts';
import { anUnreadableReading, anUnreadableSnapshot, aReading, aSnapshot } from '../support/evidence.ts';

const told = (snapshots: readonly Snapshot[], practice: PracticeId = 'interest-targeting', day = '2026-05-10') =>
  toldOn(practice, snapshots, day, '2026-06-01');

const STANCES: Readonly<Record<string, readonly [readonly Snapshot[], string]>> = {
  'no notice': [[], 'no-notice'],
  'a notice captured later': [[aSnapshot({}, { on: '2026-05-11' })], 'no-snapshot'],
  'a notice captured after today': [[aSnapshot({}, { on: '2026-06-02' })], 'no-notice'],
  'an imprint alone': [[aSnapshot({ 'interest-targeting': 'stated' }, { kind: 'imprint' })], 'no-notice'],
  'a statement': [[aSnapshot({ 'interest-targeting': 'stated' })], 'stated'],
  silence: [[aSnapshot()], 'absent'],
  'the latest of two captures': [[aSnapshot({ 'interest-targeting': 'stated' }), aSnapshot({}, { on: '2026-05-05' })], 'absent'],
  'the latest of two captures, in any order': [
    [aSnapshot({}, { on: '2026-05-05' }), aSnapshot({ 'interest-targeting': 'stated' })],
    'absent',
  ],
  'a statement beside general words': [[aSnapshot({ 'interest-targeting': [{ stance: 'vague' }, { stance: 'stated' }] })], 'stated'],
  'general words beside a denial': [[aSnapshot({ 'interest-targeting': [{ stance: 'denied' }, { stance: 'vague' }] })], 'vague'],
  'a denial': [[aSnapshot({ 'interest-targeting': 'denied' })], 'denied'],
  'a denial that does not count': [[aSnapshot({ 'interest-targeting': { stance: 'denied', counts: false } })], 'absent'],
  'an unreadable notice': [[anUnreadableSnapshot()], 'unreadable'],
  'a practice that only one part leaves open': [[aSnapshot({ 'interest-targeting': 'unreadable' })], 'unreadable'],
  'an unreadable notice in which it was found': [
    [aSnapshot({}, { reading: anUnreadableReading({ 'interest-targeting': 'vague' }) })],
    'vague',
  ],
  'a reading that never asked about it': [[aSnapshot({}, { reading: { ...aReading(), practices: [] } })], 'unreadable'],
  'a silent notice beside an unreadable one': [
    [aSnapshot(), anUnreadableSnapshot({ id: 'm', notice: 'test-party/members' })],
    'unreadable',
  ],
  'a denying notice beside an unreadable one': [
    [aSnapshot({ 'interest-targeting': 'denied' }), anUnreadableSnapshot({ id: 'm', notice: 'test-party/members' })],
    'denied',
  ],
};

describe('what was told on a day', () => {
  for (const [name, [snapshots, stance]] of Object.entries(STANCES))
    it(`${name}: ${stance}`, () => expect(told(snapshots).stance).toBe(stance));

  it('a stance without a passage to show for it is no evidence', () => {
    const reading = aReading({ 'interest-targeting': 'stated' });
    const practices = reading.practices.map((one) => ({ ...one, disclosures: [] }));
    expect(told([aSnapshot({}, { reading: { ...reading, practices } })]).stance).toBe('unreadable');
  });

  it('rests on the passage, word for word', () => {
    expect(
      told([aSnapshot({ 'interest-targeting': { stance: 'vague', quote: 'Things you like.', reason: 'names no use' } })]).evidence,
    ).toEqual([
      expect.objectContaining({
        kind: 'disclosure',
        quote: 'Things you like.',
        stance: 'vague',
        reason: 'names no use',
        snapshot: 'test-party/privacy@2026-05-01',
      }),
    ]);
  });

  it('rests on silence only where the notice was read whole', () => {
    expect(told([aSnapshot()]).evidence).toEqual([
      expect.objectContaining({ kind: 'silence', practice: 'interest-targeting', words: 1_200 }),
    ]);
  });

  it('names the reason why a notice could not be read', () => {
    expect(told([anUnreadableSnapshot()]).evidence[0]).toMatchObject({
      kind: 'missing',
      what: 'readable-notice',
      words: 'The notice captured on 1 May 2026 could not be read whole. The page answered with a challenge.',
    });
  });

  it('keeps the words of a limit only where every denial is limited', () => {
    expect(told([aSnapshot({ 'interest-targeting': { stance: 'denied', limit: 'at present' } })]).limits).toEqual(['at present']);
    expect(told([aSnapshot({ 'interest-targeting': [{ stance: 'denied', limit: 'at present' }, { stance: 'denied' }] })]).limits).toEqual(
      [],
    );
  });

  it('lets cookie notices speak for website visitors only', () => {
    const cookie = aSnapshot({ 'website-retargeting': 'stated', 'interest-targeting': 'stated' }, { kind: 'cookie' });
    expect(told([aSnapshot(), cookie], 'website-retargeting').stance).toBe('stated');
    expect(told([aSnapshot(), cookie], 'interest-targeting').stance).toBe('absent');
  });

  it('takes two captures of one day in their order', () => {
    const morning = aSnapshot({ 'interest-targeting': 'stated' });
    const evening = { ...aSnapshot(), id: 'evening', captured_at: '2026-05-01T20:00:00Z' };
    expect(standingSnapshots([evening, morning], '2026-05-01').map((one) => one.id)).toEqual(['evening']);
  });
});

describe('an audience whose kind is not shown', () => {
  const own = (says: Parameters<typeof aSnapshot>[0]) => told([aSnapshot(says)], 'own-audience-targeting');
  const four = ['customer-list-matching', 'lookalike-audience', 'website-retargeting', 'engagement-audience'] as const;

  it('is stated where any of the four kinds is', () => expect(own({ 'engagement-audience': 'stated' }).stance).toBe('stated'));
  it('is vague where one is vague and none stated', () => expect(own({ 'engagement-audience': 'vague' }).stance).toBe('vague'));
  it('is denied only where all of them are', () => {
    expect(own(Object.fromEntries(four.map((practice) => [practice, 'denied']))).stance).toBe('denied');
    expect(own({ 'lookalike-audience': 'denied' }).stance).toBe('absent');
  });
});
