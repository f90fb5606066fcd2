/** What a notice says of each practice it was read for, with a jump to every passage. */
import { isPracticeId, practice as practiceOf } from '../../core/practices.ts';
import { Mark } from '../marks.tsx';
import type { NoticeView } from '../shapes/notices.ts';
import { practiceLabel, toldWord } from '../words.ts';

type Read = NonNullable<NoticeView['shown']>['practices'][number];

const GROUPS = [
  ['targeting', 'Choosing who sees adverts'],
  ['use', 'Uses of data behind the adverts'],
  ['owed', 'Information that a notice owes'],
] as const;

/** No notice is expected to speak of adverts without a choice of people. */
const NOT_READ_FOR = 'untargeted-advertising';

const groupOf = (id: string): string => (isPracticeId(id) ? practiceOf(id).group : 'use');

export function NoticePractices({ practices }: { readonly practices: readonly Read[] }) {
  return (
    <>
      {GROUPS.map(([group, heading]) => {
        const here = practices.filter((read) => groupOf(read.practice) === group && read.practice !== NOT_READ_FOR);
        return here.length === 0 ? null : (
          <section class="read-for">
            <h3>{heading}</h3>
            <ul>
              {here.map((read) => (
                <li id={`told-${read.practice}`}>
                  <Mark source="told" state={read.stance} />
                  <span class="read-label">{practiceLabel(read.practice)}</span>
                  <Jumps read={read} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Jumps({ read }: { readonly read: Read }) {
  const places = [...read.disclosures].sort((a, b) => a.start - b.start);
  if (places.length === 0) return null;
  return (
    <span class="jumps">
      {places.map((place, at) => (
        <a href={`#at-${place.start}`}>
          <span class="away">{practiceLabel(read.practice)}, </span>passage {at + 1}
          {place.stance === read.stance && place.counts
            ? ''
            : `, ${place.counts ? toldWord(place.stance).toLowerCase() : 'listed, not counted'}`}
        </a>
      ))}
      {read.contradiction ? <span class="soft">The notice says both: a person should read it.</span> : null}
    </span>
  );
}
