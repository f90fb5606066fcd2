/** English patterns for `customer-list-matching`: contact details given to a platform so that people are found there. */
import { CONTACT, GENERIC_RECIPIENT, GIVE, PLATFORM, PLATFORM_CLASS, SOCIAL, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const PRODUCT =
  'custom(?:er)? (?:list )?audiences?|customer match|tailored audiences?|matched audiences?|list audiences?|snap audience match|custom audience';
const WHERE = `${PLATFORM}|${PLATFORM_CLASS}`;
const MOVE = `${GIVE}|${verbs('match', 'hash', 'encrypt', 'compare', 'link', 'use', 'check', 'scramble', 'add', 'cross-reference')}|takes?|taken|put`;
const USE = `adverts?|ads?|advertising|audiences?|finds?|finding|match\\w*|hash\\w*|compar\\w+|accounts?|appear\\w*|feeds?|reach you|reach (?:them|people|voters|supporters)|locate|identif\\w+|target\\w*|recogni\\w+|show|shown|same people|its users|campaign videos?|links? it to|users of`;
const LOGIN =
  'we (?:may )?(?:also )?(?:receive|get|obtain|collect|request)|profile picture|friends list|your (?:social media )?account \\(|send you|contact you by|access to facebook|(?:sign|log)(?:ged)? (?:in|on|up)|login|like buttons?|plug-?ins?';

export const customerListMatching: PatternFamily = {
  id: 'customer-list-matching.en',
  practice: 'customer-list-matching',
  language: 'en',
  patterns: [
    slots({
      id: 'contact-data-to-platform',
      stance: 'stated',
      anchor: MOVE,
      with: [CONTACT, WHERE, USE],
      without: `${LOGIN}|newsletter|registered (?:with|through|via)|pixels?`,
      near: 180,
      details: { data: 0, recipient: 1, purpose: 2 },
      says: [
        'We upload the email addresses of our supporters to Facebook so that it can show them our adverts.',
        'Phone numbers are hashed and sent to Snapchat, which compares them with the numbers of its users.',
        'Mobile numbers may be supplied to social media companies so that our adverts reach the same people.',
      ],
      does_not_say: [
        'You can sign in with your Facebook account.',
        'We upload our mailing list to the service that sends our newsletter.',
        'Follow us on Facebook or email us at our office.',
      ],
    }),
    slots({
      id: 'contact-data-and-account',
      stance: 'stated',
      anchor: `${PLATFORM}|${SOCIAL}`,
      with: [
        CONTACT,
        'have an account|has an account|have accounts|an account with|match(?:ed|es|ing)? (?:\\w+ ){0,4}(?:accounts?|profiles?|users?)|(?:accounts?|profiles?|users?) (?:\\w+ ){0,4}match',
      ],
      without: LOGIN,
      details: { data: 0, recipient: 'anchor' },
      says: [
        'To check whether you have an account with them, we supply Meta with your mobile number.',
        'We match email addresses with user accounts on LinkedIn.',
        'Your email goes to Snapchat, which looks for users that match.',
      ],
    }),
    slots({
      id: 'product-with-contact-data',
      stance: 'stated',
      anchor: PRODUCT,
      with: [`${CONTACT}|our (?:users|supporters|members|donors|lists?)|from (?:\\w+ ){0,3}lists?|databases?|upload\\w*`],
      without: 'pixels?|visitors?|visits?|site data|cookies?',
      details: { data: 0 },
      says: [
        'We use Customer Match at Google and similar tools, which need your contact details.',
        'Facebook Custom Audiences are made from our membership list.',
        'We reach our supporters through Tailored Audiences on X.',
      ],
      does_not_say: [
        'Our adverts use a custom audience of visitors recorded by the pixel.',
        'To change what adverts you see, visit example.com/settings/custom_audiences.',
      ],
    }),
    slots({
      id: 'product-alone',
      stance: 'vague',
      anchor: PRODUCT,
      without: 'pixels?|visitors?|visits?|cookies?',
      reason: 'the product is named and the data is not',
      negated: 'denied',
      says: ['We use Custom Audiences.', 'Our agency runs Customer Match for us.', 'Adverts may be shown through tailored audiences.'],
    }),
    slots({
      id: 'contact-data-generic-use',
      stance: 'vague',
      anchor: MOVE,
      with: [`${CONTACT}`, `${PLATFORM}|${SOCIAL}|ad(?:vertising)? (?:networks?|companies|company|platforms?)`],
      without: `${LOGIN}|newsletter|messag\\w+ (?:us|you send)|contact us|follow us|public posts|collect\\w*`,
      near: 120,
      reason: 'what it is used for is not said',
      details: { data: 0, recipient: 1 },
      says: [
        'Your email address may be shared with Facebook.',
        'We pass phone numbers to social media companies.',
        'Contact lists go to Snapchat.',
      ],
    }),
    slots({
      id: 'generic-data-to-platform',
      stance: 'vague',
      anchor: `${GIVE}|${verbs('upload', 'match', 'build', 'create')}|built`,
      with: [
        `${PLATFORM}|${SOCIAL}|advertising (?:companies|company|platforms?|networks?)`,
        '(?:personal |limited |some |your |their |our |the |hashed |encrypted |anonymi[sz]ed |pseudonymi[sz]ed )+(?:data|information|details)|(?:data|information|details) (?:we hold|about you)|identifiers',
        'adverts?|ads?|advertising|audiences?|campaigns?|reach|find|upload\\w*|match\\w*|target\\w*|show you',
      ],
      without: `${LOGIN}|pixels?|cookies?|visit\\w*|survey answers|sources?|public posts|messag\\w+ (?:us|you send)`,
      near: 140,
      reason: 1,
      details: { data: 1, recipient: 0 },
      says: [
        'We build audiences on social networks from information we hold.',
        'We may share limited data with social networks to make our campaigns more effective.',
        'Some information is given to Facebook for advertising.',
      ],
    }),
    slots({
      id: 'contact-data-to-nobody-named',
      stance: 'vague',
      anchor:
        'advert(?:ising)? (?:targeting|purposes)|ad targeting|targeted advert\\w*|targeting adverts|audience purposes|audiences? (?:building|matching)|list matching',
      with: [`${CONTACT}|pseudonymi[sz]ed (?:details|data)|hashed|encrypted identifiers`],
      reason: 'the recipient is not named',
      negated: 'nothing',
      details: { data: 0, purpose: 'anchor' },
      says: [
        'Your email address may be used for advert targeting.',
        'Pseudonymised details may be passed to online partners for audience purposes.',
        'Phone numbers serve for targeted advertising.',
      ],
    }),
    slots({
      id: 'hashed-to-others',
      stance: 'vague',
      anchor: `(?:hashed|encrypted|scrambled|pseudonymi[sz]ed|tokeni[sz]ed|anonymi[sz]ed) (?:\\w+ )?(?:identifiers?|details|data|information|emails?|lists?|contacts?|records)`,
      with: [`${GENERIC_RECIPIENT}`, 'reach|audiences?|adverts?|ads|advertising|online|match\\w*'],
      reason: 0,
      negated: 'nothing',
      details: { data: 'anchor', recipient: 0 },
      says: [
        'Encrypted identifiers are made available to third parties that help us reach you.',
        'Hashed details go to our partners for adverts.',
        'Pseudonymised lists are passed to third parties for matching.',
      ],
    }),
    slots({
      id: 'nothing-uploaded',
      stance: 'denied',
      anchor: `(?:not|never|nor|no longer) (?:\\w+ ){0,3}(?:upload|give|send|sent|share|shared|pass|passed|provide|supply|match|disclose|made available)(?:ed)?`,
      with: [
        `${PLATFORM}|${SOCIAL}|advertising (?:companies|company|platforms?|networks?|suppliers?)|ad networks?`,
        `${CONTACT}|(?:your |their |any |our |personal )*(?:details|data|information|lists?)`,
      ],
      without: 'cookies?|pixels?|visits?|you (?:do|can|may|should) not|if (?:you|it|they) do(?:es)? not',
      near: 120,
      says: [
        'We do not upload your details to any social network.',
        'Your data is never shared with Facebook.',
        'We do not give lists to advertising companies.',
      ],
    }),
    slots({
      id: 'platform-gets-nothing',
      stance: 'denied',
      anchor: `(?:no|none of (?:our|the)) (?:advertising |social media )?(?:company|companies|platforms?|networks?) (?:\\w+ )?(?:receives?|gets?|sees?|holds?)|none of the (?:details|data|information|addresses|numbers)|(?:never|not) (?:be )?match(?:ed)? with social media`,
      with: [`${PLATFORM}|${PLATFORM_CLASS}|${CONTACT}`],
      says: [
        'No advertising company receives your email address or phone number from us.',
        'None of the details you type into this form will reach Facebook, Google or any other platform.',
        'None of our platforms gets a contact list or any other details: no social network does.',
      ],
    }),
  ],
};
