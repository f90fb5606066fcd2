import { describe, expect, it } from 'vitest';
import { type Answer, answerKey, finding, gap } from '../../src/core/finding.ts';
import { missing } from '../../src/core/notice-evidence.ts';
import { rule } from '../../src/core/rules/index.ts';
import { aCase } from '../support/evidence.ts';

const none = missing('declaration', 'No declaration');

describe('a finding', () => {
  const asked = rule('seen-not-declared');
  const build = (answer: Answer) =>
    asked === undefined
      ? null
      : finding({
          c: aCase(),
          rule: asked,
          subject: 'snapchat/interest/include',
          spell: { from: '2026-05-03', to: null, answer },
          about: [],
          reader_text: 'Seen.',
          party_text: 'Add it.',
        });

  it('has a legible id of stable parts', () =>
    expect(build(gap('no-declaration', 'high', [none]))?.id).toBe('test-party/seen-not-declared/snapchat/interest/include'));

  it('cannot be built without evidence', () => {
    // @ts-expect-error an empty list is not evidence: this line must not compile
    expect(build({ outcome: 'gap', reason: 'no-declaration', severity: 'high', evidence: [] })).not.toBeNull();
  });

  it('carries a severity only when it is a gap', () => {
    expect(build({ outcome: 'cannot-tell', reason: 'x', severity: 'high', evidence: [none] })?.severity).toBeNull();
  });
});

describe('two answers', () => {
  const silent = (captured_at: string) =>
    ({
      kind: 'silence',
      snapshot: captured_at,
      notice: 'n',
      captured_at,
      sha256: '',
      practice: 'profiling',
      words: 1,
      reader_version: '1',
    }) as const;
  const declared = (version: number) =>
    ({ kind: 'declaration', declaration: 'd', version, path: 'p', sha256: '', published_at: '2026-05-01T00:00:00Z', words: '' }) as const;

  it('are the same where a later capture is as silent as the earlier', () => {
    expect(answerKey(gap('absent', 'low', [silent('2026-05-01T00:00:00Z')]))).toBe(
      answerKey(gap('absent', 'low', [silent('2026-05-09T00:00:00Z')])),
    );
  });
  it('differ by the version of a declaration, which the party decides', () => {
    expect(answerKey(gap('x', 'low', [declared(1)]))).not.toBe(answerKey(gap('x', 'low', [declared(2)])));
  });
  it('differ by severity', () => expect(answerKey(gap('x', 'low', [none]))).not.toBe(answerKey(gap('x', 'high', [none]))));
});
