import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownName, resemblances, resembling } from '../../src/core/resemblance.ts';

/** Names as the register has them. */
const NAMES: readonly KnownName[] = [
  { party: 'conservative', name: 'Conservative and Unionist Party' },
  { party: 'conservative', name: 'Conservatives' },
  { party: 'labour', name: 'Labour Party' },
  { party: 'labour', name: 'Labour' },
  { party: 'labour', name: 'Scottish Labour', of: 'its account on Meta' },
  { party: 'labour', name: 'Brent and Harrow Labour Party', of: 'its account on Meta' },
  { party: 'liberal-democrats', name: 'Liberal Democrats' },
  { party: 'liberal-democrats', name: 'Lib Dems' },
  { party: 'snp', name: 'Scottish National Party' },
  { party: 'snp', name: 'SNP', of: 'its account on Meta' },
  { party: 'dup', name: 'Democratic Unionist Party' },
  { party: 'plaid-cymru', name: 'Plaid Cymru' },
  { party: 'ukip', name: 'UK Independence Party' },
  { party: 'ukip', name: 'UKIP' },
  { party: 'reform-uk', name: 'Reform UK' },
  { party: 'reform-uk', name: 'Nigel Farage', of: 'its account on Meta' },
  { party: 'green-party', name: 'Green Party of England and Wales' },
  { party: 'green-party', name: 'Green Party' },
  { party: 'scottish-greens', name: 'Scottish Green Party' },
  { party: 'sinn-fein', name: 'Sinn Féin' },
  { party: 'sdlp', name: 'Social Democratic and Labour Party' },
  { party: 'uup', name: 'Ulster Unionist Party' },
  { party: 'alliance', name: 'Alliance Party of Northern Ireland' },
  { party: 'alliance', name: 'Alliance' },
];

describe('names that resemble', () => {
  it.each<[name: string, payer: string, party: string, because: string]>([
    ['The Labour Party', '', 'labour', 'the name is the same as “Labour Party”'],
    ['labour  party.', '', 'labour', 'the name is the same as “Labour Party”'],
    ['Scottish Labour', '', 'labour', 'the name is the same as “Scottish Labour”, its account on Meta'],
    ['Camden Labour Party', '', 'labour', 'the name holds all words of “Labour Party”'],
    ['Welsh Conservatives', '', 'conservative', 'the name holds the word “Conservatives”'],
    ['Conservatives in Northern Ireland', '', 'conservative', 'the name holds the word “Conservatives”'],
    ['The Scottish National Party (SNP)', '', 'snp', 'the name holds all words of “Scottish National Party”'],
    ['SNP Campaign Hub', '', 'snp', 'the name holds the word “SNP”, its account on Meta'],
    ['Laboru Party', '', 'labour', 'the name differs from “Labour Party” by one letter'],
    ['The Labor Party', '', 'labour', 'the name differs from “Labour Party” by one letter'],
    ['Sinn Fein', '', 'sinn-fein', 'the name is the same as “Sinn Féin”'],
    ['Liberal Democrat', '', 'liberal-democrats', 'the name is the same as “Liberal Democrats”'],
    ['Scotish Nationl Party', '', 'snp', 'the name differs from “Scottish National Party” by two letters'],
    ['Cambridge Lib Dems', '', 'liberal-democrats', 'the name holds all words of “Lib Dems”'],
    ['Reform UK Basildon', '', 'reform-uk', 'the name holds all words of “Reform UK”'],
    ['UUP', '', 'uup', 'the name holds the initials of “Ulster Unionist Party”'],
    ['SDLP Youth', '', 'sdlp', 'the name holds the initials of “Social Democratic and Labour Party”'],
    ['DUP Lagan Valley', '', 'dup', 'the name holds the initials of “Democratic Unionist Party”'],
    ['Forward Together', 'Lantern Ltd on behalf of Plaid Cymru', 'plaid-cymru', 'the payer holds all words of “Plaid Cymru”'],
    ['A Fresh Start', 'Conservative & Unionist Party', 'conservative', 'the payer is the same as “Conservative and Unionist Party”'],
    ['Nigel Farage MP', '', 'reform-uk', 'the name holds all words of “Nigel Farage”, its account on Meta'],
    ['ALLIANCE PARTY OF N. IRELAND', '', 'alliance', 'the name holds the word “Alliance”'],
    ['Democratic Unions Party', '', 'dup', 'in 100 of their groups of three letters'],
    ['Green Party of Northern Ireland', '', 'green-party', 'the name holds all words of “Green Party”'],
  ])('%s, paid by “%s”', (name, payer, party, because) => {
    const [first] = resemblances(name, payer, NAMES).filter((it) => it.party === party);
    expect(first).toMatchObject({ strength: 'strong', because: expect.stringContaining(because) });
  });
});

describe('names that mislead come out as weak, or not at all', () => {
  it.each([
    'Labour Future',
    'Alliance for Choice',
    'The Green Group UK Limited',
    'Best For Britain',
    'MORE CONSERVATIVES PAC',
    'Australian Labor Party National Secretariat',
    'Green Party of Ireland',
    'Green Party of Ireland / Comhaontas Glas',
    'Det Konservative Folkeparti',
    'Save Nature Please',
    'Lichfield City Council',
    'Reform the Rules',
    'A Coalition for Reform in Advertising UK',
    'Irish Labour Party',
    'National Party',
    'Unionist Voice',
    '',
    '🏮',
  ])('%s', (name) => {
    expect(resemblances(name, '', NAMES).filter((it) => it.strength === 'strong')).toEqual([]);
  });

  it('says that the words of a name are apart', () => {
    expect(resemblances('Reform of Lamps UK', '', NAMES)[0]).toEqual({
      party: 'reform-uk',
      because: 'the name holds all words of “Reform UK”, but not one after the other',
      strength: 'weak',
    });
  });

  it('says what points elsewhere', () => {
    expect(resemblances('Green Party of Ireland', '', NAMES)[0]?.because).toBe(
      'the name holds all words of “Green Party”; it holds “ireland” too, which points elsewhere',
    );
  });
});

describe('whatever the names', () => {
  const text = fc.oneof(fc.string({ maxLength: 60, unit: 'grapheme' }), fc.constantFrom(...NAMES.map((it) => it.name), 'LABOUR', 'of the'));

  it('each party comes once, strong ones first, with a reason', () => {
    const ask = resembling(NAMES);
    fc.assert(
      fc.property(text, text, (name, payer) => {
        const found = ask(name, payer);
        expect(new Set(found.map((it) => it.party)).size).toBe(found.length);
        const firstWeak = found.findIndex((it) => it.strength === 'weak');
        if (firstWeak !== -1) expect(found.slice(firstWeak).every((it) => it.strength === 'weak')).toBe(true);
        expect(found.every((it) => /^the (name|payer|initials) |^every word /.test(it.because))).toBe(true);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('case, accents and the order of the names make no difference', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }), (it, shuffled) => {
        const strong = (names: readonly KnownName[]) =>
          resemblances(it.name, '', names).map(({ party, strength }) => `${party} ${strength}`);
        expect(strong(shuffled)).toEqual(strong(NAMES));
        expect(resemblances(` ${it.name}. `, it.name, NAMES)[0]).toMatchObject({ party: it.party, strength: 'strong' });
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
