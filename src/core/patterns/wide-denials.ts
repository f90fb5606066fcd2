/** Denials of all sharing, and of selling alone: they answer for `processors` and `recipients`, and for nothing else. */
import { DATA, GIVE, verbs } from '../language/words.ts';
import type { Pattern } from './pattern.ts';
import { slots } from './slots.ts';

const THINGS = `${DATA}|your (?:details|data|information|name|email|address)|it|them|nothing|what you give us|anything|address|answers`;

export const WIDE_DENIALS: readonly Pattern[] = [
  slots({
    id: 'shared-with-nobody',
    stance: 'denied',
    anchor: `(?:not|never|nor|neither|no longer) (?:\\w+ ){0,2}(?:\\w+(?:,| or|,? nor|,? and) ){0,4}(?:${GIVE})`,
    with: [
      `(?:any |other |with |to |third |outside )+(?:third[- ]part(?:y|ies)|one|body|bodies|person|people|organisations?|companies|others?|else)|anyone|anybody|third[- ]part(?:y|ies)|other (?:bodies|organisations|companies|people)|outside|nobody|others|share|disclose|pass`,
      THINGS,
    ],
    without:
      'facebook|google|instagram|meta|social (?:media|network)\\w*|platforms?|advertis\\w+ compan\\w+|abroad|overseas|children|(?:not|never) (?:\\w+ )?(?:receive|get|send us|sent)|you (?:do|can|may|should|must) not|if you do not|guarantee|hesitate|united kingdom|eea',
    near: 120,
    says: [
      'We do not disclose your data to any third party.',
      'The address you type here will not be given to other bodies.',
      'We never share your details with anyone.',
    ],
    does_not_say: ['You cannot send us letters.', 'We have not received your form.', 'Suppliers may invoice us.'],
  }),
  slots({
    id: 'stays-with-us',
    stance: 'denied',
    anchor:
      'never leaves? (?:our organisation|the party|us|our (?:office|systems))|nobody (?:outside|else)|(?:no|none of our) (?:supplier|suppliers|third part(?:y|ies)|outside organisation|other organisation)s? (?:\\w+ )?(?:receives?|gets?|sees?|handles?|has)|goes to nobody|pass nothing on|passed on to nobody|no[- ]one outside|shared with nobody|share nothing',
    says: [
      'Your details never leave our organisation.',
      'Nobody outside the party receives or handles what you give us, not even for printing.',
      'We share nothing until you agree.',
    ],
  }),
  slots({
    id: 'not-sold',
    stance: 'denied',
    negated: 'listed',
    anchor: `(?:not|never|nor|no longer) (?:\\w+ ){0,2}(?:sell|sold|rent(?:ed)?|trade[ds]?|lease[ds]?)`,
    with: [THINGS],
    reason: 'sell',
    says: ['We never sell or rent your data.', 'Your details will not be sold.', 'We do not trade your information.'],
    note: 'Selling is not sharing: listed with its limit, not counted.',
  }),
  slots({
    id: 'forbidden-own-use',
    stance: 'denied',
    negated: 'listed',
    anchor: `(?:forbidden|prohibited|not (?:allowed|permitted|authori[sz]ed)) (?:\\w+ ){0,2}to (?:${verbs('use', 'share', 'disclose')})`,
    with: [THINGS],
    reason: 'for their own use',
    reads: ['others'],
    says: [
      'Suppliers are forbidden to use your data for their own adverts.',
      'They are not allowed to share your information.',
      'Firms are not permitted to use your details for anything else.',
    ],
    note: 'Denies a use by others, not that they receive data.',
  }),
];
