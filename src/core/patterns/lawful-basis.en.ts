/** English patterns for `lawful-basis`: a basis of Article 6, or the democratic engagement clause. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const lawfulBasis: PatternFamily = {
  id: 'lawful-basis.en',
  practice: 'lawful-basis',
  language: 'en',
  patterns: [
    slots({
      id: 'basis-named',
      stance: 'stated',
      anchor:
        'legitimate (?:business )?interests?|(?:task|tasks|functions?|activit\\w+) (?:\\w+ ){0,4}in the public interest|public task|performance of (?:a|the|our|any|this) contract|vital interests?|(?:comply|compliance|complying) with (?:a |our |any |the )?(?:\\w+ )?(?:legal|statutory) (?:obligations?|duty|duties)|legal obligations?|democratic engagement|article 6 ?\\(1\\)|section 8 ?\\(e\\)|substantial public interest',
      without: 'publishes its accounts|working people|legitimate campaign|we are a legitimate|court order|subpoena',
      reads: ['right'],
      details: { bases: 'anchor' },
      says: [
        'We process this data because it is necessary for a task in the public interest.',
        'Legal basis: legitimate interests.',
        'Article 6(1)(e), with section 8(e) of the Data Protection Act 2018.',
      ],
      does_not_say: [
        'It is in the public interest that the council publishes its accounts.',
        'Our contract with the printer ends in May.',
        'We are a legitimate campaign.',
      ],
    }),
    slots({
      id: 'consent-as-basis',
      stance: 'stated',
      anchor: 'consent',
      with: [
        'rely|relies|relying|(?:legal|lawful) (?:bas[ei]s|grounds?)|basis (?:is|for)|on the basis of|based on|process\\w* (?:\\w+ ){0,8}(?:with|where|if|because|on)|you have given|has given|withdraw\\w*|obtain\\w* your|(?:your|explicit|prior) consent (?:to|for|where|before)',
      ],
      without: 'parental|parents?|guardian|by using|by continuing|attend|you (?:hereby )?consent to (?:our|this|the)',
      reads: ['right'],
      says: ['We rely on your consent to send you texts.', 'Lawful basis: consent.', 'Processing is based on the consent you gave us.'],
      does_not_say: ['Parental consent is needed for under-13s to attend.', 'Everyone must consent to the rules of the meeting.'],
    }),
    slots({
      id: 'contract-as-basis',
      stance: 'stated',
      anchor:
        '(?:is |under |perform |fulfil )(?:a|the|our|your) (?:membership )?contract(?: with you)?|contractual (?:obligations?|necessity|relationship)',
      with: ['membership|perform\\w*|data|basis|necessary|need|needed'],
      without: 'printer|supplier',
      says: [
        'Your membership is a contract, and we need your data to perform it.',
        'We use data to perform the contract with you.',
        'Processing is needed to fulfil our contract with you.',
      ],
    }),
    slots({
      id: 'law-obliges',
      stance: 'stated',
      anchor: '(?:law|act|rules?) (?:obliges?|requires?) us|(?:obliged|required) by law to (?:keep|record|report|check|hold|process)',
      says: [
        'Electoral law obliges us to keep this record; that is our lawful basis.',
        'We are required by law to report donations.',
        'The Act requires us to check who gives.',
      ],
      reads: ['law'],
    }),
    slots({
      id: 'consent-by-use',
      stance: 'vague',
      anchor:
        'by (?:using|continuing|ticking|submitting|providing|accessing|giving|visiting)|if you (?:go on|continue) using|with your permission|where the law (?:allows|permits)|as the law (?:allows|permits)|in line with (?:\\w+ )?data protection law|in accordance with (?:\\w+ ){0,3}(?:data protection|privacy) (?:law|legislation|act)s?|as permitted by law|you consent to|only with your (?:permission|consent)|consent',
      with: ['you|data|information|law|permission'],
      without: 'parental|parents?|guardian|attend',
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'If you go on using this website you accept how we use data.',
        'We will write to you only with your permission.',
        'Data is processed in line with data protection law.',
      ],
    }),
    slots({
      id: 'no-basis',
      stance: 'denied',
      anchor: 'no (?:lawful|legal) (?:basis|ground) is (?:given|needed|named)|(?:not|never) (?:rely|our basis)',
      with: ['basis|interests?|consent|data'],
      says: [
        'No lawful basis is given here, because we hold no personal data.',
        'Consent is not our basis for using the register.',
        'We never rely on legitimate interests.',
      ],
    }),
  ],
};
