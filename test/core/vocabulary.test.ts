/** The vocabulary as data: complete, consistent, and worded as evidence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA, type Criterion, criteriaOf, criterion, isCriterionId } from '../../src/core/criteria.ts';
import { nearest } from '../../src/core/nearest.ts';
import { AD_LIBRARIES, adLibrary, isPlatform, PLATFORMS, platform } from '../../src/core/platforms.ts';
import { isPracticeId, PRACTICES, type Practice, practice } from '../../src/core/practices.ts';
import { RECOMMENDATIONS } from '../../src/core/recommendations.ts';

const criteria: readonly Criterion[] = CRITERIA;
const practices: readonly Practice[] = PRACTICES;

/** Texts that stand as sentences, and texts that stand inside one, each with a name for the report. */
const sentences: readonly (readonly [string, string])[] = [
  ...criteria.map((c) => [`${c.id} meaning`, c.meaning] as const),
  ...practices.flatMap((p) =>
    [
      [`${p.id} question`, p.question],
      [`${p.id} stated`, p.stated],
      [`${p.id} vague`, p.vague],
      [`${p.id} denied`, p.denied],
      [`${p.id} suggested`, p.suggested],
    ].filter((pair): pair is [string, string] => pair[1] !== null),
  ),
  ...RECOMMENDATIONS.flatMap((r) => [[`${r.code} says`, r.says] as const, [`${r.code} a check can ask`, r.a_check_can_ask] as const]),
  ...AD_LIBRARIES.flatMap((l) => [[`${l.id} can show`, l.can_show] as const, [`${l.id} cannot show`, l.cannot_show] as const]),
];
const parts: readonly (readonly [string, string])[] = [
  ...criteria.flatMap((c) => [[`${c.id} phrase`, c.phrase] as const, [`${c.id} risk`, c.risk] as const]),
  ...practices.map((p) => [`${p.id} phrase`, p.phrase] as const),
  ...RECOMMENDATIONS.map((r) => [`${r.code} title`, r.title] as const),
  ...[...criteria, ...practices].flatMap((e) => e.references.map((r) => [`${e.id} reference`, r.text] as const)),
];
const labels: readonly (readonly [string, string])[] = [...criteria, ...practices].map((e) => [`${e.id} label`, e.label] as const);

describe('the vocabulary', () => {
  it('has 43 criteria and 43 practices, each id once', () => {
    expect(criteria).toHaveLength(43);
    expect(practices).toHaveLength(43);
    expect(new Set([...criteria, ...practices].map((e) => e.id)).size).toBe(86);
  });

  it('writes every id in lower-case letters, dots and hyphens', () => {
    expect([...criteria, ...practices].map((e) => e.id).filter((id) => !/^[a-z.-]+$/.test(id))).toEqual([]);
  });

  it('has no two entries with one label or phrase', () => {
    for (const list of [criteria, practices]) {
      expect(new Set(list.map((e) => e.label)).size).toBe(43);
      expect(new Set(list.map((e) => e.phrase)).size).toBe(43);
    }
  });

  it('gives every criterion one practice of targeting, and a reference', () => {
    for (const c of criteria) {
      expect(practice(c.practice).group).toBe('targeting');
      expect(c.references, c.id).not.toEqual([]);
    }
  });

  it('divides the criteria among 14 practices', () => {
    const owners = practices.filter((p) => criteriaOf(p.id).length > 0);
    expect(owners).toHaveLength(14);
    expect(owners.flatMap((p) => criteriaOf(p.id))).toHaveLength(43);
    expect(criteriaOf('customer-list-matching').map((c) => c.id)).toEqual(['list.customer', 'list.member-supporter']);
    expect(criteriaOf('social-media-advertising')).toEqual([]);
  });

  it('lists practices by group: 15 of targeting, 10 uses, 18 owed', () => {
    const groups = practices.map((p) => p.group);
    expect(groups).toEqual([...Array(15).fill('targeting'), ...Array(10).fill('use'), ...Array(18).fill('owed')]);
  });

  it('lists criteria by family', () => {
    const counts = Object.fromEntries(criteria.map((c) => [c.family, criteria.filter((d) => d.family === c.family).length]));
    expect(counts).toEqual({
      place: 11,
      person: 14,
      interest: 4,
      none: 3,
      'own-audience': 7,
      'lookalike-and-partner': 3,
      delivery: 1,
    });
  });

  it('lets 40 criteria be declared, and names the three that are only observed', () => {
    const observedOnly = criteria.filter((c) => !c.declarable);
    expect(observedOnly.map((c) => c.id)).toEqual(['geo.unspecified', 'demo.unspecified', 'own-audience.unspecified']);
    expect(criteria.filter((c) => c.declared_in === null)).toEqual(observedOnly);
  });

  it('states lists, lookalikes, visitors and followers in blocks of their own, and two criteria by an answer', () => {
    const blocks = ['list', 'lookalike', 'retargeting', 'engagement', 'answer'] as const;
    expect(Object.fromEntries(blocks.map((b) => [b, criteria.filter((c) => c.declared_in === b).map((c) => c.id)]))).toEqual({
      list: ['list.customer', 'list.member-supporter', 'list.third-party'],
      lookalike: ['lookalike'],
      retargeting: ['retargeting.web', 'retargeting.app'],
      engagement: ['engagement'],
      answer: ['delivery.optimised', 'none.broad'],
    });
  });

  it('gives personal data to every criterion but those that look at no person', () => {
    expect(criteria.filter((c) => c.personal_data === 'none').map((c) => c.id)).toEqual(['context', 'keyword', 'none.broad']);
    expect(criteria.filter((c) => c.mechanism.includes('none')).map((c) => c.id)).toEqual(['context', 'keyword', 'none.broad']);
  });

  it('suggests a sentence for every practice but the two for which there is none', () => {
    expect(practices.filter((p) => p.suggested === null).map((p) => p.id)).toEqual(['own-audience-targeting', 'untargeted-advertising']);
  });

  it('closes every blank of a suggested sentence', () => {
    for (const { id, suggested } of practices) expect((suggested ?? '').replace(/\{[^{}]+\}/g, ''), id).not.toMatch(/[{}]/);
  });

  it('finds entries by id, and knows no other word for one', () => {
    for (const c of criteria) expect(criterion(c.id)).toBe(c);
    for (const p of practices) expect(practice(p.id)).toBe(p);
    for (const p of PLATFORMS) expect(platform(p.id)).toBe(p);
    for (const l of AD_LIBRARIES) expect(adLibrary(l.id)).toBe(l);
    for (const word of ['', 'geo', 'Geo.country', 'constructor', '__proto__']) {
      expect([isCriterionId(word), isPracticeId(word), isPlatform(word)], word).toEqual([false, false, false]);
    }
  });
});

describe('the words', () => {
  it.each(sentences)('%s stands as a sentence', (_, text) => {
    expect(text).toMatch(/^["A-Z{].*(?:[.?]|\{link\})$/s);
  });

  it.each(parts)('%s stands inside a sentence', (_, text) => {
    expect(text).toMatch(/\S/);
    expect(text).not.toMatch(/[.;:,\s]$|^\s/);
  });

  it.each(labels)('%s begins with a capital and has no full stop', (_, text) => {
    expect(text).toMatch(/^[A-Z].*[^.;:,\s]$/);
  });

  it('never judges', () => {
    const judging = /\b(?:breach|illegal|unlawful|guilt|violat|offen[cs]e|hid(?:e|den|ing)|fail|conceal|dishonest|secret|wrong|abus)/i;
    const all = [...sentences, ...parts, ...labels];
    expect(all.filter(([, text]) => judging.test(text))).toEqual([]);
    expect('it fails to say, and hides').toMatch(judging);
  });

  it('has no double spaces and no marks of confidence left in the words', () => {
    const all = [...sentences, ...parts, ...labels];
    expect(all.filter(([, text]) => /\s{2}|\((?:verify|part|second-hand|read)\)/.test(text))).toEqual([]);
  });
});

describe('platforms and ad libraries', () => {
  it('are listed in the order of their ids, each library under a known platform', () => {
    for (const list of [PLATFORMS, AD_LIBRARIES]) expect(list.map((e) => e.id)).toEqual(list.map((e) => e.id).sort());
    expect(new Set(AD_LIBRARIES.map((l) => l.platform))).toEqual(new Set(PLATFORMS.map((p) => p.id)));
  });

  it('have no name in common', () => {
    const names = PLATFORMS.flatMap((p) => [p.name, ...p.also]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('claim for no library what only a declaration can tell', () => {
    const shown = new Set<string>(AD_LIBRARIES.flatMap((l) => l.criteria));
    for (const id of ['delivery.optimised', 'list.member-supporter']) expect(shown.has(id), id).toBe(false);
    expect(adLibrary('snapchat').criteria).not.toContain('list.customer');
    expect(adLibrary('meta-report').criteria).toEqual([]);
  });
});

describe('the recommendations', () => {
  it('are six, numbered in order', () => {
    expect(RECOMMENDATIONS.map((r) => r.code)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6']);
  });
});

describe('nearest', () => {
  const ids = CRITERIA.map((c) => c.id);
  const cases: readonly (readonly [string, string, readonly string[], string | null])[] = [
    ['a letter missing', 'geo.contry', ids, 'geo.country'],
    ['a letter too many', 'lookalikee', ids, 'lookalike'],
    ['two letters swapped', 'demo.gedner', ids, 'demo.gender'],
    ['an American spelling', 'behavior', ids, 'behaviour'],
    ['capitals and an underscore', 'GEO.PLACE_CATEGORY', ids, 'geo.place-category'],
    ['a word that is right', 'keyword', ids, 'keyword'],
    ['a swap counts as one slip of the one allowed', 'abd', ['adb'], 'adb'],
    ['the earlier of two equally near', 'cat', ['bat', 'hat'], 'bat'],
    ['the nearer one, though later', 'lists', ['lusts!', 'list'], 'list'],
    ['nothing near', 'horoscope', ids, null],
    ['an empty word', '  ', ids, null],
    ['no candidates', 'geo.city', [], null],
    ['a word too long to compare', 'a'.repeat(100_000), ['a'.repeat(100_000)], null],
  ];

  it.each(cases)('%s', (_, word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('finds every id again after one slip', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), (id, seed) => {
        const at = seed % id.length;
        const found = nearest(id.slice(0, at) + id.slice(at + 1), ids);
        expect(found).not.toBeNull();
        expect(nearest(id, ids)).toBe(id);
      }),
      { seed: 43 },
    );
  });
});
