import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stance } from '../../src/core/notice.ts';
import { PATTERNS } from '../../src/core/patterns/index.ts';
import { PRACTICES, type PracticeId } from '../../src/core/practices.ts';
import { READER_VERSION, readNotice } from '../../src/core/read-notice.ts';
import { answer, FILLER, plain, reading } from '../support/notice.ts';

interface Row {
  readonly words: string;
  readonly practice: PracticeId;
  readonly stance: Stance;
}

function table(rows: Readonly<Record<string, Row>>): void {
  it.each(Object.entries(rows))('%s', (_, { words, practice, stance }) => {
    expect(answer(reading(words), practice).stance).toBe(stance);
  });
}

describe('a reading', () => {
  const r = reading('We keep donor records for six years.');

  it('answers every practice once, in the order of the vocabulary', () => {
    expect(r.practices.map((p) => p.practice)).toEqual(PRACTICES.map((p) => p.id));
  });

  it('carries the version of the reader, the language and the words', () => {
    expect(r.reader_version).toBe(READER_VERSION);
    expect(r.language).toBe('en');
    expect(r.words).toBeGreaterThan(200);
    expect(r.readable).toBe(true);
  });

  it('quotes the text word for word', () => {
    const text = plain(`# Notice\n\n${FILLER}\n\n- We keep donor records for six years.\n- We don’t “profile” voters – ever.\n`);
    const all = readNotice(text).practices.flatMap((p) => p.disclosures);
    expect(all.length).toBeGreaterThan(0);
    for (const d of all) expect(text.text.slice(d.start, d.end)).toBe(d.quote);
  });

  it('never calls a practice absent that no pattern reads', () => {
    const covered = new Set<string>([...PATTERNS.map((f) => f.practice), 'own-audience-targeting']);
    const uncovered = PRACTICES.filter((p) => !covered.has(p.id));
    expect(uncovered.map((p) => answer(r, p.id).stance)).toEqual(uncovered.map(() => 'unreadable'));
    expect(r.problems.find((p) => p.code === 'no-pattern-yet')?.practices).toEqual(uncovered.map((p) => p.id));
  });
});

describe('negation', () => {
  table({
    'a plain denial is denied': { words: 'We do not profile voters.', practice: 'profiling', stance: 'denied' },
    'a contraction denies too': { words: 'We don’t profile voters.', practice: 'profiling', stance: 'denied' },
    'a far negation governs what "nor" joins': {
      words: 'We neither publish your answers nor, at any time and for any reason, send them abroad.',
      practice: 'international-transfer',
      stance: 'denied',
    },
    'a negative subject denies': { words: 'None of our agencies profiles voters.', practice: 'profiling', stance: 'denied' },
    'a negation ends at ", and share"': {
      words: 'We never sell your data, and share it with printers.',
      practice: 'processors',
      stance: 'stated',
    },
    'a negation ends at "but"': {
      words: 'At no point do advertisers learn your name, but a pixel lets us show you our adverts on other sites.',
      practice: 'website-retargeting',
      stance: 'stated',
    },
    '"not only" denies nothing': { words: 'We not only profile voters, we score them.', practice: 'profiling', stance: 'stated' },
    'a condition with "not" denies nothing': {
      words: 'If you do not object, we share your details with our printers.',
      practice: 'processors',
      stance: 'stated',
    },
    'a wish denies nothing': { words: 'Voters who do not wish to be profiled can tell us so.', practice: 'profiling', stance: 'absent' },
    'a noun, a colon and none': { words: 'Automated decision-making: none.', practice: 'automated-decisions', stance: 'denied' },
    'a denial that points back to the heading': {
      words: '## Profiling\n\nWe do not do this.',
      practice: 'profiling',
      stance: 'denied',
    },
    'a denial that points back within the sentence': {
      words: 'Profiling: your data is not used for this.',
      practice: 'profiling',
      stance: 'denied',
    },
    'a right is no use': { words: 'You have rights concerning profiling.', practice: 'profiling', stance: 'absent' },
    'a definition is no use': {
      words: 'Profiling is any automated use of data to judge personal aspects.',
      practice: 'profiling',
      stance: 'absent',
    },
  });
});

describe('questions as headings', () => {
  table({
    '"No." denies the question': {
      words: '## Do you share my data with any third party?\n\nNo.',
      practice: 'processors',
      stance: 'denied',
    },
    '"Yes" affirms it': { words: '## Do you profile voters?\n\nYes, we do.', practice: 'profiling', stance: 'stated' },
    'a question alone says nothing': { words: '## Do you profile voters?\n\nRead on.', practice: 'profiling', stance: 'absent' },
    'a short answer is read with its question': {
      words: 'Where did we get your address? From the register of electors.',
      practice: 'electoral-register',
      stance: 'stated',
    },
  });
});

describe('exceptions', () => {
  table({
    'an exception states what it names': {
      words: 'We will not pass your details to anyone, apart from suppliers who work for us.',
      practice: 'processors',
      stance: 'stated',
    },
    '"as described in this notice" is vague': {
      words: 'We do not share your data with anyone, except as described in this notice.',
      practice: 'processors',
      stance: 'vague',
    },
    '"unless the law requires it" leaves the denial standing': {
      words: 'We do not disclose your data to anyone, unless the law requires it.',
      practice: 'processors',
      stance: 'denied',
    },
    '"unless you agree" leaves the denial standing': {
      words: 'We do not disclose your data to anyone, unless you agree.',
      practice: 'processors',
      stance: 'denied',
    },
  });

  it.each([
    ['the law', 'We do not disclose your data to anyone, unless the law requires it.', 'unless the law requires'],
    ['consent', 'We do not give your data to anyone without your consent.', 'without your consent'],
    ['the website', 'No political opinions are collected through this website.', 'through this website'],
    ['the effect', 'We do not take automated decisions that have legal effects for you.', 'legal effects'],
  ])('a denial limited by %s keeps the words of the limit', (_, words, limit) => {
    const denials = reading(words)
      .practices.flatMap((p) => p.disclosures)
      .filter((d) => d.stance === 'denied');
    expect(denials.map((d) => d.limit)).toContain(limit);
  });

  it('lists a denial of selling, and counts it for nothing', () => {
    const sharing = answer(reading('We never sell or rent your data.'), 'processors');
    expect(sharing.stance).toBe('absent');
    expect(sharing.disclosures.map((d) => [d.stance, d.counts, d.limit])).toEqual([['denied', false, 'sell']]);
  });

  it('lists a denial about log files, and counts it for nothing', () => {
    const combined = answer(reading('Log files are not linked to your name.'), 'data-combination');
    expect([combined.stance, combined.disclosures[0]?.counts]).toEqual(['absent', false]);
  });
});

describe('lists and tables', () => {
  table({
    'the verb stands in the lead-in': {
      words: 'We use this information to:\n\n- write to you\n- choose adverts for you on Snapchat',
      practice: 'social-media-advertising',
      stance: 'stated',
    },
    'a negative lead-in denies its items': {
      words: 'We will not:\n\n- profile voters\n- buy personal data',
      practice: 'profiling',
      stance: 'denied',
    },
    'a nested list carries all lead-ins': {
      words: 'We will never:\n\n- do any of this:\n  - profile voters\n  - score members',
      practice: 'profiling',
      stance: 'denied',
    },
    'a lead-in with no colon': {
      words: 'We may share your details with\n\n- companies that print our letters\n- our call centre',
      practice: 'processors',
      stance: 'stated',
    },
    'a row is read with its headers': {
      words: '| Purpose | Lawful basis |\n| --- | --- |\n| Fundraising | legitimate interests |',
      practice: 'lawful-basis',
      stance: 'stated',
    },
    'a row joins data and purpose': {
      words: '| Data | Used to |\n| --- | --- |\n| address | pick the areas where our adverts run |',
      practice: 'location-targeting',
      stance: 'stated',
    },
    'semicolons part a list in a sentence': {
      words: 'We will not use your data to: profile voters; score members; or buy personal data.',
      practice: 'profiling',
      stance: 'denied',
    },
  });

  it('quotes the item and keeps the lead-in beside it', () => {
    const r = reading('We use this information to:\n\n- write to you\n- choose adverts for you on Snapchat');
    const [d] = answer(r, 'social-media-advertising').disclosures;
    expect(d).toMatchObject({ quote: 'choose adverts for you on Snapchat', lead_in: 'We use this information to:' });
  });

  it('quotes one cell of a row and keeps the whole row beside it', () => {
    const r = reading('| Purpose | Lawful basis |\n| --- | --- |\n| Fundraising | legitimate interests |');
    const [d] = answer(r, 'lawful-basis').disclosures;
    expect(d).toMatchObject({ quote: 'legitimate interests', lead_in: 'Purpose: Fundraising; Lawful basis: legitimate interests' });
  });
});

describe('audience', () => {
  table({
    'what is said of applicants answers for nobody else': {
      words: '## Job applicants\n\nWe profile people who apply.',
      practice: 'profiling',
      stance: 'absent',
    },
    'what is said of members counts': { words: '## Members\n\nWe profile people who joined.', practice: 'profiling', stance: 'stated' },
  });

  it('is kept in the disclosure, from a heading in capitals too', () => {
    const r = reading('IF YOU DONATE ONLINE:\n\nWe profile people to find larger sums.');
    expect(answer(r, 'profiling').disclosures[0]?.audience).toEqual(['donors']);
  });
});

describe('vague, and why', () => {
  it.each([
    ['partners', 'We share information with partners.', 'recipients', 'partners'],
    ['tailor', 'We tailor what we send you.', 'interest-targeting', 'tailor'],
    ['no platform', 'We use your data for advertising.', 'social-media-advertising', 'no platform is named'],
    ['no trait', 'We use modelled data.', 'inferred-characteristics', 'no trait is named'],
  ] as const)('names the generic word: %s', (_, words, practice, reason) => {
    const found = answer(reading(words), practice);
    expect([found.stance, found.disclosures[0]?.reason]).toEqual(['vague', reason]);
  });

  table({
    '"may" makes nothing vague': {
      words: 'We may give your email address to Instagram so that our adverts reach you.',
      practice: 'customer-list-matching',
      stance: 'stated',
    },
    'stated wins over vague': {
      words: 'We use data to understand voters better. We give each voter a score for how likely they are to support us.',
      practice: 'profiling',
      stance: 'stated',
    },
  });
});

describe('contradictions', () => {
  const both = (words: string, practice: PracticeId) => {
    const found = answer(reading(words), practice);
    return [found.stance, found.contradiction];
  };

  it('are a statement and an unlimited denial about the same people', () => {
    expect(both('We do not share your data with any third party.\n\nOur printers receive your name and address.', 'processors')).toEqual([
      'stated',
      true,
    ]);
  });

  it('are none where an exception joins the two', () => {
    expect(both('We pass your data to no third party, apart from suppliers who work for us.', 'processors')).toEqual(['stated', false]);
  });

  it('are none where the denial is of selling', () => {
    expect(both('We never sell your data.\n\nOur printers receive your name and address.', 'processors')).toEqual(['stated', false]);
  });

  it('are none where the denial is limited', () => {
    expect(
      both('No political opinions are collected through this website.\n\nWe record how you say you will vote.', 'political-opinions'),
    ).toEqual(['stated', false]);
  });

  it('are none between different audiences', () => {
    expect(both('We do not profile members.\n\nWe profile voters to plan visits.', 'profiling')).toEqual(['stated', false]);
  });
});

describe('unreadable', () => {
  const short = readNotice(plain('# Privacy notice\n\nWe keep donor records for six years and hold personal data about you.\n'));

  it('takes the place of absent in a notice not read whole', () => {
    expect(short.readable).toBe(false);
    expect(answer(short, 'profiling').stance).toBe('unreadable');
  });

  it('leaves what was found', () => {
    expect(answer(short, 'retention').stance).toBe('stated');
  });

  it('is every answer of an empty notice', () => {
    const empty = readNotice({
      text: '',
      passages: [],
      language: null,
      title: null,
      problems: [{ code: 'not-a-page', scope: 'whole', practices: [], message: 'x' }],
    });
    expect(new Set(empty.practices.map((p) => p.stance))).toEqual(new Set(['unreadable']));
  });

  it('is limited to the practices that a part problem names', () => {
    const text = plain(`# Privacy notice\n\nThis page is about personal data.\n\n${FILLER}\n`);
    const r = readNotice({ ...text, problems: [{ code: 'pointer', scope: 'part', practices: ['retention'], message: 'x' }] });
    expect([answer(r, 'retention').stance, answer(r, 'profiling').stance]).toEqual(['unreadable', 'absent']);
  });
});

describe('own-audience-targeting', () => {
  const DENIED = [
    'We do not upload your details to any social network.',
    'We do not use lookalike audiences.',
    'This website has no advertising cookies and no tracking pixels.',
    'We never show adverts to people who liked our posts.',
  ].join('\n\n');
  table({
    'is stated when one of its four is': {
      words: 'We create lookalike audiences from our list.',
      practice: 'own-audience-targeting',
      stance: 'stated',
    },
    'is vague when one is vague': {
      words: 'We use marketing cookies to improve your experience.',
      practice: 'own-audience-targeting',
      stance: 'vague',
    },
    'is denied when all four are': { words: DENIED, practice: 'own-audience-targeting', stance: 'denied' },
    'is absent when none is spoken of': { words: 'We keep data.', practice: 'own-audience-targeting', stance: 'absent' },
  });
});

describe('recipients', () => {
  table({
    'are at least as disclosed as processors': { words: 'Card payments are taken by Stripe.', practice: 'recipients', stance: 'stated' },
    'include a platform that gets contact data': {
      words: "Members' details are matched with their Instagram accounts, so that members do not see our adverts.",
      practice: 'recipients',
      stance: 'stated',
    },
  });
});

describe('any text', () => {
  it('gives a reading of every practice, with quotes that stand in it, twice the same', () => {
    const word = fc.constantFrom(
      'we',
      'not',
      'share',
      'your',
      'data',
      'Facebook',
      'with',
      'never',
      ':',
      '.',
      '-',
      '\n\n',
      '# ',
      '| ',
      'profile',
      'voters',
      'except',
      'é',
      '\u00ad',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), (words) => {
        const text = plain(words.join(' '));
        const r = readNotice(text);
        expect(r.practices.length).toBe(PRACTICES.length);
        for (const d of r.practices.flatMap((p) => p.disclosures)) expect(text.text.slice(d.start, d.end)).toBe(d.quote);
        expect(readNotice(text)).toEqual(r);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
