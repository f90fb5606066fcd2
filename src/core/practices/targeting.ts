/** Practices of targeting: what criteria of ad libraries and declarations lead to. */
import {
  audited,
  campaigning,
  DIRECT_MARKETING,
  democracyDisrupted,
  edpb,
  PECR_6,
  politicalAdvertising,
  recommended,
  ukGdpr,
} from '../references.ts';
import type { PracticeEntry } from './entry.ts';

const SHARING = audited('sharing, social media companies among the recipients');

export const TARGETING = [
  {
    id: 'customer-list-matching',
    label: 'Uploading contact lists to platforms',
    group: 'targeting',
    question: 'Does the party give contact details to a platform so that people are found there, shown adverts or kept from seeing them?',
    stated:
      'The notice says that contact details (email, phone, postal address or name, scrambled or not) go to a platform, to social media companies or to a firm that matches them, to find people there, to show them adverts or to withhold adverts from them.',
    vague:
      'One of the three stays general: the recipient is only "partners", the data is only "information", or the use is only "advert targeting" with no recipient.',
    denied:
      'The notice says that contact details are not given to platforms or advertising suppliers. Not selling a list is another matter.',
    references: [
      recommended('K3'),
      SHARING,
      democracyDisrupted('3.14'),
      ukGdpr('Article 13(1)(e)', 'verify'),
      ukGdpr('Article 14(1)(e)', 'read'),
      DIRECT_MARKETING,
    ],
    suggested:
      'We give {platform} a scrambled copy of your {email address or phone number}. If it matches an account, {platform} shows that account our adverts, or leaves it out. You can ask us to stop at {link}.',
    phrase: 'uploading contact lists to platforms',
  },
  {
    id: 'lookalike-audience',
    label: 'Lookalike audiences',
    group: 'targeting',
    question: 'Does the party look for new people who resemble people it knows?',
    stated:
      'The notice says that new people are found because they are like people already known, such as supporters, donors or visitors. No platform need be named.',
    vague:
      'The notice says that adverts reach new people as well as supporters, or people "with similar interests", with no word of a comparison; or it names a product and does not explain it.',
    denied: 'The notice says that the party does not look for similar people.',
    references: [recommended('K3'), democracyDisrupted('3.15'), edpb('paragraph 84')],
    suggested:
      'We ask {platform} to find people who resemble the people on {list or audience}. {Platform} makes the comparison with its own data. We do not see who is chosen.',
    phrase: 'looking for new people who resemble people already known',
  },
  {
    id: 'website-retargeting',
    label: 'Reaching website or app visitors again',
    group: 'targeting',
    question: "Is what people do on the party's website or app used to choose adverts, by the party or by someone else?",
    stated:
      'The notice or the cookie notice says that visits, clicks or pages seen (or a pixel, tag or advertising cookie) serve to choose or measure adverts shown to those visitors. The platform need not be named.',
    vague:
      'The notice lists "marketing" or "targeting" cookies or the cookies of third parties with no use given, or offers only a link for opting out of interest-based adverts.',
    denied:
      'The notice says that there is no advertising or tracking technology, that visitors are not followed elsewhere, or that site data serves only something else.',
    references: [PECR_6, campaigning('campaigning in the online world')],
    suggested:
      'If you agree to advertising cookies, a {platform} tag on our site lets {platform} show you our adverts after your visit. You can change your choice at {link}.',
    phrase: 'using visits to a website or app to choose adverts',
  },
  {
    id: 'engagement-audience',
    label: 'Reaching people who engaged on social media',
    group: 'targeting',
    question: "Are people shown adverts because they followed, liked or watched the party's pages?",
    stated:
      "The notice says that people who liked, followed, watched or otherwise interacted with the party's pages are shown adverts because of it.",
    vague: 'The notice says only that the party uses social media to stay in touch.',
    denied: "The notice says that activity on the party's pages is not used.",
    references: [campaigning('collecting personal data, own social media pages')],
    suggested: 'If you follow, like or watch our pages on {platform}, we may ask {platform} to show you our adverts because of it.',
    phrase: 'showing adverts to people because they engaged on social media',
  },
  {
    id: 'friends-of-supporters',
    label: 'Reaching friends of supporters',
    group: 'targeting',
    question: 'Are people chosen because a friend is connected to the party?',
    stated: 'The notice says that people are chosen because a friend or contact of theirs is connected to the party.',
    vague: 'The notice speaks of people connected with supporters and names no use.',
    denied: 'The notice says that friends and contacts are not used.',
    references: [recommended('K2'), recommended('K3')],
    suggested: 'We sometimes ask {platform} to show adverts to people whose friends follow our page.',
    phrase: 'reaching people because of their friends',
  },
  {
    id: 'interest-targeting',
    label: 'Choosing by interests or behaviour',
    group: 'targeting',
    question: 'Do interests, issues or behaviour decide which message a person gets?',
    stated:
      'The notice says that interests, topics, likes or behaviour decide what is shown or sent to people, in adverts or in any other channel.',
    vague:
      'The notice says only "relevant", "tailored" or "personalised", or names interests or issues with no word of how they decide what people get.',
    denied: 'The notice says that interests or behaviour do not decide messages.',
    references: [recommended('K3'), edpb('paragraph 84'), campaigning('campaigning in the online world')],
    suggested:
      "We choose who sees our adverts on {platform} by interests that {platform} has worked out from people's activity, for example {examples}.",
    phrase: 'choosing people or messages by interests or behaviour',
  },
  {
    id: 'demographic-targeting',
    label: 'Choosing by age, gender or other traits',
    group: 'targeting',
    question: 'Do age, gender, language, work, education, family or income decide whom the party reaches or what they get?',
    stated: 'The notice names at least one trait and says that it decides who is reached or what they get, in any channel.',
    vague:
      'The notice says "demographics" or "characteristics" and names no trait, or names a trait that is collected with only a general purpose such as tailoring.',
    denied: 'The notice says that personal traits do not decide who is reached.',
    references: [recommended('K3'), democracyDisrupted('3.13')],
    suggested: 'We choose who sees our adverts by {age, gender, language, ...}, as {platform} knows it.',
    phrase: 'choosing people or messages by age, gender or other traits',
  },
  {
    id: 'location-targeting',
    label: 'Choosing by place',
    group: 'targeting',
    question: 'Does where people live or are decide whom the party reaches or what they get?',
    stated:
      'The notice says that a place (postcode, street, ward, constituency, area, distance or location of a device) decides what is shown or sent or who is visited, in any channel. How small the places are is a detail.',
    vague:
      'The notice says that location is collected and gives only a general purpose, or says "local" or "in your area" with no link to a message.',
    denied: 'The notice says that place does not decide who is reached.',
    references: [recommended('K3'), campaigning('campaigning in the online world')],
    suggested:
      'We choose areas, sometimes as small as {smallest area}, and {platform} shows our adverts to people it believes to be there.',
    phrase: 'choosing people or messages by place',
  },
  {
    id: 'device-targeting',
    label: 'Choosing by device or connection',
    group: 'targeting',
    question: 'Does the device or connection people use decide who sees adverts?',
    stated: 'The notice says that device or connection decides who sees adverts.',
    vague: 'The notice says only that technical information is used.',
    denied: 'The notice says that device information is not used for adverts.',
    references: [edpb('paragraph 36')],
    suggested: 'Some adverts are shown only on certain devices or connections.',
    phrase: 'choosing who sees adverts by device or connection',
  },
  {
    id: 'commercial-data',
    label: 'Data bought or obtained from companies',
    group: 'targeting',
    question: 'Is data about people bought or obtained from companies that sell it?',
    stated:
      'The notice says that data is bought, licensed, rented or received from sellers of data. Whether a company is named is a detail.',
    vague:
      'The notice says only "partners", "third-party sources" or "selected suppliers", or speaks of estimates whose origin it does not give.',
    denied: 'The notice says that no data is bought.',
    references: [
      democracyDisrupted('3.8.2'),
      democracyDisrupted('3.9'),
      democracyDisrupted('3.16'),
      audited('sources of data'),
      ukGdpr('Article 14(2)(f)', 'read'),
    ],
    suggested: 'We obtain {kind of data} from {company} and use it to {purpose}.',
    phrase: 'data bought or obtained from companies that sell it',
  },
  {
    id: 'inferred-characteristics',
    label: 'Using guesses about people',
    group: 'targeting',
    question: 'Are traits of a person guessed from other data?',
    stated:
      'The notice names a trait that is worked out (such as age, ethnicity, income, household or interests) and says that it is an estimate, a prediction or a guess. A predicted vote alone is profiling.',
    vague: 'The notice speaks of estimates, modelled data or likely characteristics, and names no trait or no source.',
    denied: 'The notice says that nothing is guessed about people.',
    references: [recommended('K2'), democracyDisrupted('3.8.3'), edpb('paragraphs 73 to 77'), edpb('paragraphs 114 to 116')],
    suggested: 'From {sources} we work out how likely you are to {outcome}. These are estimates. You can ask to see and correct them.',
    phrase: 'guessing traits of people from other data',
  },
  {
    id: 'delivery-optimisation',
    label: "Leaving the choice to the platform's automation",
    group: 'targeting',
    question: "Does a platform's automated system decide who sees the party's adverts?",
    stated: "The notice says that a platform's automated system decides who sees adverts, and from what.",
    vague: 'The notice says only that platforms may optimise adverts.',
    denied: 'The notice says that automated delivery is not used.',
    references: [politicalAdvertising('Article 3(12)'), politicalAdvertising('Article 19(1)(c)(iv)')],
    suggested: "Within the audience we choose, {platform}'s automated system decides who sees an advert, aiming for {goal}.",
    phrase: "leaving the choice of who sees adverts to a platform's automation",
  },
  {
    id: 'social-media-advertising',
    label: 'Advertising on social media and other platforms',
    group: 'targeting',
    question: "Are people's data used to advertise to them on social media or other online platforms?",
    stated: 'The notice speaks of adverts shown to people on social media, on a platform that it names, or on other online platforms.',
    vague:
      'One half is missing: content on social media with no word of adverts, or adverts with no word of where. "Advertising" or "digital campaigning" alone counts here.',
    denied: 'The notice says that the party does not advertise on social media, or uses no personal data when it does.',
    references: [recommended('K3'), SHARING, campaigning('campaigning in the online world')],
    suggested: 'We advertise on {platform 1} and {platform 2}, and use the data described here to choose who sees our adverts.',
    phrase: "using people's data to advertise to them on social media or other platforms",
  },
  {
    id: 'own-audience-targeting',
    label: "Using the party's own audience data, kind not shown",
    group: 'targeting',
    question: 'Does the party use its own lists, visitors or followers, or people who resemble them, to choose who sees adverts?',
    stated:
      'The notice states at least one of these: uploading contact lists, lookalike audiences, reaching visitors again, or reaching people who engaged.',
    vague: 'The notice is vague about at least one of the four and states none.',
    denied: 'The notice denies all four.',
    references: [
      recommended('K3'),
      SHARING,
      democracyDisrupted('3.14'),
      democracyDisrupted('3.15'),
      PECR_6,
      campaigning('collecting personal data, own social media pages'),
    ],
    suggested: null,
    phrase: "using the party's own audience data to choose who sees adverts",
  },
  {
    id: 'untargeted-advertising',
    label: 'Adverts with no choice of people',
    group: 'targeting',
    question: 'Does the party show adverts without choosing people by their data?',
    stated: 'The notice says that adverts are shown with no choice of people. Nobody expects it to, and no question is asked about it.',
    vague: null,
    denied: null,
    references: [democracyDisrupted('3.11')],
    suggested: null,
    phrase: 'adverts shown with no choice of people',
  },
] as const satisfies readonly PracticeEntry[];
