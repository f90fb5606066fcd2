import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metaAudience } from '../../../src/sources/ad-libraries/meta-audience.ts';
import { HEADER, place, readAnswer, readRows, rowsOf } from './read-audience.ts';

describe('the website’s answer', () => {
  const P = 'ad_library_page_targeting_';
  const summary = {
    ds: '2026-05-13',
    main_currency: 'GBP',
    total_num_ads: 12,
    total_spend_formatted: '£2,500',
    is_30_day_available: true,
    is_90_day_available: true,
  };
  const city = {
    value: 'A',
    num_ads: 2,
    total_spend_pct: 7.8674578423505e-5,
    location_type: 'CITY',
    num_obfuscated: 1,
    is_exclusion: false,
  };
  const answer = (insight: unknown, over: object = {}, page: object = { id: '100000000000017', name: 'Invented Party' }): unknown => ({
    data: { page: { ...page, ad_library_page_targeting_insight: insight } },
    ...over,
  });
  const insight = { [`${P}summary`]: summary, ad_library_page_has_siep_ads: true, [`${P}location`]: [city], [`${P}age`]: [] };

  it('is read as the table’s rows would be', () => {
    const readings = readAnswer(answer(insight, { disclaimer: 'Invented Party Ltd, 1 Nowhere Street, Nowhere' }));
    const [row] = rowsOf([
      place('CITY', 'A', {
        total_num_ads: '12',
        total_spend_formatted: '2500',
        total_spend_pct: '7.8674578423505e-05',
        num_obfuscated: '1',
      }),
    ]);
    if (row === undefined || !('accepted' in readings) || !readings.accepted) throw new Error('It was refused.');
    const [group] = readRows(HEADER, [row], 30).groups;
    expect(readings.observations).toEqual(group?.observations);
    expect(readings.ad).toEqual({ ...group?.ad, payer: expect.not.stringContaining('Nowhere') });
    expect(readings.problems).toEqual([]);
  });

  const table: Record<string, { given: unknown; gives: object }> = {
    'the summary of the main currency counts': {
      given: answer({
        ...insight,
        [`${P}summary`]: [
          { ...summary, total_num_ads: 2, total_spend_formatted: '$90', detailed_spend: { currency: 'USD' } },
          { ...summary, detailed_spend: [{ currency: 'GBP' }] },
        ],
      }),
      gives: { accepted: true, ad: { ads: { min: 12, max: 12 }, spend: { min: 250_000, max: 250_000, currency: 'GBP' } } },
    },
    'several summaries, none of the main currency': {
      given: answer({ ...insight, [`${P}summary`]: [summary, summary] }),
      gives: { accepted: false, problems: [{ code: 'several-summaries', refused: true }] },
    },
    'a page that used nothing': {
      given: answer({ [`${P}summary`]: [summary], [`${P}location`]: [] }),
      gives: { accepted: true, ad: { places_shown: true }, observations: [], problems: [] },
    },
    'a page of which nothing came': {
      given: answer(null),
      gives: {
        accepted: true,
        ad: { places_shown: false, start: null, ads: { min: 0, max: null } },
        observations: [],
        problems: [{ code: 'no-data' }],
      },
    },
    'a list of a kind that nobody knows': {
      given: answer({ ...insight, [`${P}employer`]: [{ value: 'B', num_ads: 1 }] }),
      gives: { accepted: true, problems: [{ code: 'unknown-field', field: `${P}employer`, refused: false }] },
    },
    'a field of a list that nobody knows': {
      given: answer({
        ...insight,
        [`${P}location`]: [
          { ...city, radius: 5 },
          { ...city, radius: 6 },
        ],
      }),
      gives: { accepted: true, problems: [{ code: 'unknown-field', field: 'radius', refused: false }] },
    },
    'an entry that cannot be read is left out, and the rest stays': {
      given: answer({ ...insight, [`${P}location`]: [city, { ...city, num_ads: 13 }, 'B'] }),
      gives: {
        accepted: true,
        problems: [
          { code: 'more-than-total', refused: false },
          { code: 'not-a-number', refused: false },
        ],
      },
    },
    'no summary beside its lists': {
      given: answer({ [`${P}location`]: [city, city] }),
      gives: { accepted: false, problems: [{ code: 'bad-date', refused: true }] },
    },
    'no word on whose page it is': { given: answer(insight, {}, {}), gives: { accepted: false, problems: [{ code: 'bad-page-id' }] } },
    'the page that the collector names': { given: answer(insight, { page_id: '5' }), gives: { accepted: true, ad: { page_id: '5' } } },
    'an id that was a number too large to be exact': {
      given: answer(insight, {}, { id: Number('122100886550010563') }),
      gives: { accepted: false, problems: [{ code: 'spoiled-id' }] },
    },
    'a window that is not the file’s': {
      given: answer(insight, { audienceTimeframe: 'LAST_7_DAYS' }),
      gives: { accepted: false, problems: [{ code: 'other-window' }] },
    },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives }) => expect(readAnswer(given)).toMatchObject(gives));

  it('says its window itself, or is refused without one', () => {
    expect(readAnswer(answer(insight), null)).toMatchObject({ code: 'window-not-given', refused: true });
    for (const named of [answer(insight, { variables: { audienceTimeframe: 'LAST_7_DAYS' } }), answer(insight, { tf: 7 })])
      expect(readAnswer(named, null)).toMatchObject({ accepted: true, ad: { library_id: '100000000000017@2026-05-13/7' } });
  });

  it('has parts without an audience, errors, and records that are none of both', () => {
    const reader = metaAudience.open(
      { form: 'json', record: answer(insight) },
      { name: 'x', as_of: '2026-05-15', window: null, currency: null },
    );
    expect('read' in reader).toBe(false);
    const open = metaAudience.open(
      { form: 'json', record: answer(insight) },
      { name: 'x', as_of: '2026-05-15', window: 7, currency: null },
    );
    if (!('read' in open)) throw new Error(open.message);
    const outcome = (text: string): unknown => {
      const { accepted, problems } = open.read([text], 3, 9);
      return [accepted, ...problems.map(({ code, row, line }) => `${code} ${row} ${line}`)];
    };
    expect(outcome('{"data":{"page":{"about":"x"}}}')).toEqual([true, 'no-audience 3 9']);
    expect(outcome('{"errors":[{"message":"Rate limit exceeded"}]}')).toEqual([false, 'error-answer 3 9']);
    expect(outcome('{"data":')).toEqual([false, 'not-an-answer 3 9']);
    expect(outcome('[1]')).toEqual([false, 'not-an-answer 3 9']);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c) => {
        for (const record of [a, answer(a), answer({ [`${P}summary`]: b, [`${P}location`]: a, [`${P}age`]: [c] }, { page_id: c })]) {
          const readings = readAnswer(record);
          if ('accepted' in readings && !readings.accepted) expect(readings.problems[0].refused).toBe(true);
        }
      }),
      { seed: 20_260_515, numRuns: 200 },
    );
  });
});
