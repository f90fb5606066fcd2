/** English patterns for `engagement-audience`: people who liked, followed or watched chosen for adverts on that ground. */
import { ADVERT, PLATFORM, SOCIAL } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const ENGAGE =
  'lik(?:e|ed|ing) (?:\\w+ ){0,3}(?:pages?|posts?|videos?)|follow(?:s|ed|ing)? (?:us|our|the) ?(?:\\w+)?|watch(?:ed|ing)? (?:\\w+ ){0,3}(?:videos?|films?)|interact(?:ed|s|ing)? with (?:\\w+ ){0,3}(?:us|pages?|posts?|content|adverts?|videos?)|engag(?:e|ed|ing) with (?:\\w+ ){0,3}(?:us|pages?|posts?|content|adverts?|videos?)|react(?:ed|s|ing)? to (?:\\w+ ){0,3}(?:posts?|content|videos?)|comment(?:ed|s|ing)? on (?:\\w+ ){0,3}(?:posts?|pages?)|your (?:activity|engagement|interactions?) (?:on|with) (?:our|us|these)';

export const engagementAudience: PatternFamily = {
  id: 'engagement-audience.en',
  practice: 'engagement-audience',
  language: 'en',
  patterns: [
    slots({
      id: 'engaged-people-get-adverts',
      stance: 'stated',
      anchor: `${ADVERT}|audiences?`,
      with: [
        ENGAGE,
        'show\\w*|see|seen|target\\w*|audiences?|get|sent|serve\\w*|deliver\\w*|reach\\w*|chosen|aim\\w*|advertise\\w*|based on|use|using|used|build|create',
      ],
      without: 'follow us on|button',
      says: [
        'People who watched our videos may see our adverts later.',
        'If you have liked our page, we may show you adverts on Instagram.',
        'We build audiences of users who interacted with our posts.',
      ],
      does_not_say: [
        'Follow us on Facebook and X.',
        'We use an analytics service to see which pages are read most.',
        'Like our page to hear our news.',
      ],
    }),
    slots({
      id: 'engagement-seen',
      stance: 'vague',
      anchor: ENGAGE,
      with: [
        `${PLATFORM}|${SOCIAL}|platforms?`,
        'we (?:\\w+ )?(?:see|collect|receive|learn|record|know|use)|tells? us|data|information|collect\\w*|stay in touch',
      ],
      without: 'follow us on',
      reason: 'the use is not said',
      says: [
        'Facebook tells us who reacted to our posts.',
        'When you interact with our pages on social media, we may collect data.',
        'We record who commented on our posts on Instagram.',
      ],
    }),
  ],
};
