/** Classes of words that patterns are built from, as sources of regular expressions. Alternatives only: nothing here can backtrack far. */

/** A pattern over folded text, at word boundaries. */
export function re(source: string): RegExp {
  return new RegExp(`\\b(?:${source})(?![a-z])`, 'g');
}

/** Regular verbs in all their forms: `share` gives share, shares, shared, sharing. */
export function verbs(...list: readonly string[]): string {
  return list.map(forms).join('|');
}

function forms(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}(?:e|es|ed|ing)`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`;
  if (/(?:s|x|ch|sh)$/.test(verb)) return `${verb}(?:es|ed|ing)?`;
  return `${verb}(?:s|ed|ing)?`;
}

/** Platforms by name. Analytics, mail and payment products of the same companies are none. */
export const PLATFORM =
  'facebook(?! analytics)|instagram|meta(?! (?:data|tags?|descriptions?|keywords?|analys\\w+))|whatsapp|twitter|x corp|youtube|snapchat|snap inc|linkedin|tiktok|pinterest|reddit|nextdoor|google(?! (?:analytics|maps?|pay|fonts?|docs?|forms?|drive|workspace|tag|recaptcha|play|calendar|sheets|cloud|firebase|admob|llc))|adwords|doubleclick|bing ads|microsoft advertising|spotify';

export const SOCIAL =
  'social[- ]media(?: (?:platforms?|companies|sites?|channels?|networks?|providers?|services?|accounts?|feeds?|pages?))?|social network(?:s|ing)?(?: (?:sites?|platforms?|services?))?|social platforms?';

/** Classes of platform that are specific as a recipient. */
export const PLATFORM_CLASS = `${SOCIAL}|(?:online |digital )?advertising (?:platforms?|networks?|companies|company|suppliers?|services?|systems?|partners?|technology)|(?:online|digital|search|video|other) platforms?|ad(?:vert)? networks?|ad platforms?|search engines?|platforms?`;

export const CONTACT =
  "emails?(?: address(?:es)?)?|(?:phone|telephone|mobile|contact)(?: (?:phone|telephone))? numbers?|mobile numbers?|postal address(?:es)?|home address(?:es)?|contact (?:details|data|information|lists?|records?)|(?:mailing|contact|membership|member|supporter|donor|customer|address|email) lists?|names?(?:,| and) (?:postal )?address(?:es)?|(?:members|supporters|donors|member|membership|supporter|donor|volunteers)'? (?:details|data|records?|lists?|information)";

/** Data that nobody has named. */
export const DATA =
  'personal (?:data|information|details)|(?:your|their|some|limited|certain|this|that|any|the) (?:data|information|details)|data|information|details|identifiers?|records?';

export const PEOPLE =
  'voters?|electors?|people|persons?|individuals?|supporters?|members?|donors?|volunteers?|users?|visitors?|residents?|constituents?|households?|subscribers?|you|the electorate|customers?|anybody|everyone|everybody';

export const ADVERT =
  'adverts?|ads|(?:an|the|our|each|online|digital) ad|advertising|advertis(?:e|es|ed)|promot(?:ed|ional) (?:content|posts?|messages?|videos?|adverts?)|promoted|sponsored|campaign (?:videos?|adverts?|ads?|messages?|films?)|paid (?:content|posts?|messages?|promotion)';

/** Anything a person may be sent or shown. */
export const MESSAGE = `${ADVERT}|emails?|letters?|leaflets?|newsletters?|messages?|news|content|communications?|videos?|mailings?|texts?|posts?|updates|campaigns?|invitations?|appeals?|stories|literature|materials?`;

/** Handing something on. */
export const GIVE = `${verbs('upload', 'share', 'pass', 'provide', 'supply', 'transfer', 'disclose', 'transmit', 'submit', 'load', 'release', 'reveal', 'forward', 'export', 'deliver')}|supplies|supplied|transferred|transferring|submitted|submitting|give|gives|given|giving|gave|send|sends|sent|sending|goes to|go to|reach|reaches|receive|receives|received|get|gets|made available|available to|passed on|hand(?:s|ed|ing)? over|seen by|accessible to`;

export const COMBINE = `${verbs('combine', 'match', 'merge', 'append', 'add', 'enrich', 'supplement', 'enhance', 'aggregate', 'integrate', 'compare', 'overlay', 'cross-reference', 'augment', 'collate', 'connect')}|joined|joining|linked|linking|(?:we|may|and|or|to) link|brings? together|brought together|bringing together|put together|updated? (?:with|from)|updating|cross-referenc\\w+|keep \\w+ apart`;

/** Suppliers who work for the party, in classes. */
export const SUPPLIER =
  '(?:service |software |technology |it |cloud |hosting |payment |email |data |web |printing |mailing |marketing |communications? |hosting |analytics |research |polling |canvassing |fundraising |database |advertising |call |text messag\\w+ |sms |survey )+(?:providers?|suppliers?|companies|company|agenc(?:y|ies)|contractors?|processors?|services|platforms?|vendors?|firms?|houses?|centres?|consultants?)|service[- ]providers?|suppliers?|contractors?|sub-?contractors?|data processors?|processors?|agenc(?:y|ies)|(?:a |our |the )?print(?:ers?|ing houses?)|mailing houses?|call cent(?:re|er)s?|vendors?|consultants?|(?:companies|firms|organisations|businesses|those|people) (?:that|who|which) (?:\\w+ )?(?:host|print|work for us|process|handle|send|deliver|provide|act for|act on our|store|work on our|do work)|external (?:companies|organisations|providers)|professional advis(?:e|o)rs';

/** Suppliers by name. */
export const SUPPLIER_NAME =
  'mailchimp|stripe|paypal|gocardless|nationbuilder|salesforce|hubspot|sendgrid|mailgun|twilio|worldpay|eventbrite|action ?network|amazon web services|aws|microsoft(?! advertising)|hotjar|cloudflare|typeform|surveymonkey|google analytics|campaign monitor|dotdigital|royal mail|zendesk|shopify|squarespace|wordpress|firebase|admob|rackspace|heroku|digitalocean|mixpanel|crashlytics|onesignal|braintree|sage pay|opayo|blackbaud';

/** Recipients that nobody can tell apart. */
export const GENERIC_RECIPIENT =
  '(?:online |trusted |selected |carefully chosen |business |campaign |commercial |marketing |media |data )*partners|(?:trusted |selected |other |certain |approved |any )*third[- ]part(?:y|ies)|agents?|others|other (?:organisations|companies|bodies|people|groups|businesses|entities)|(?:organisations|groups|bodies) with similar (?:aims|views|goals)|like-minded (?:organisations|groups)|affiliates?|affiliated (?:companies|organisations)|associated organisations|business associates|subsidiaries|outside organisations';

/** Sellers of data. */
export const DATA_SELLER =
  'data brokers?|data (?:companies|company|suppliers?|vendors?|providers?|aggregators?|partners?|houses?|sellers?|agenc(?:y|ies))|(?:companies|organisations|businesses|firms) (?:that|who|which) (?:sell|rent|license|supply|trade in) (?:\\w+ )?(?:data|lists?|information)|commercial(?:ly available)? (?:data|sources?|lists?|segmentation|databases?|information|data ?sets?|suppliers?|organisations|companies|third part(?:y|ies))|commercially[- ]available|consumer data|lifestyle data|marketing data|list (?:owners?|brokers?|companies|suppliers?)|credit reference agenc(?:y|ies)|(?:geo)?demographic suppliers?|market research (?:companies|agencies)|third[- ]party data(?: (?:providers?|suppliers?|vendors?|sets?|sources?|companies))?|experian|acxiom|equifax|transunion|callcredit|caci|mosaic|claritas|dataforce|i-360|l2|targetsmart|nielsen|oracle data|liveramp|(?:yougov|kantar) profiles';
