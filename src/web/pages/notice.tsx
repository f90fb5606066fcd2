/** A notice as it was captured and read: its words with the passages marked, and where they came from. */
import type { Site } from '../endpoint.ts';
import { bytesWords, whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { jsonTwin, noticePath, partyPath, withQuery } from '../links.ts';
import { MachineReading } from '../marks.tsx';
import { NoticePractices } from '../parts/notice-practices.tsx';
import { NoticeText } from '../parts/notice-text.tsx';
import type { NoticeView } from '../shapes/notices.ts';
import { At, Cards, Cell, Facts, Hash, Head, Name, Outside, Row } from '../table.tsx';
import { noticeKind } from '../words.ts';

type Snapshot = NoticeView['snapshots'][number];
type Shown = NonNullable<NoticeView['shown']>;

export function NoticePage({ data, site }: { readonly data: NoticeView; readonly site: Site }) {
  const path = noticePath(data.id);
  const { shown } = data;
  const snapshot = data.snapshots.find((one) => one.id === shown?.id);
  return (
    <Layout
      title={`${noticeKind(data.kind)} of ${data.party_name}`}
      description={`The ${noticeKind(data.kind).toLowerCase()} of ${data.party_name} as captured, with the passages marked that speak of targeting and data.`}
      path={path}
      site={site}
      json={withQuery(jsonTwin(path), { snapshot: snapshot?.captured_at })}
    >
      <header class="head">
        <p class="kicker">
          <a href={partyPath(data.party)}>
            <Name>{data.party_name}</Name>
          </a>
        </p>
        <h1>{noticeKind(data.kind)}</h1>
        <p class="deck">{opening(shown, snapshot)}</p>
      </header>
      {shown && !shown.readable ? <NotReadable shown={shown} /> : null}
      {shown ? (
        <div class="with-side notice">
          <section class="block" aria-labelledby="text">
            <h2 id="text">The text as read</h2>
            <StanceKey />
            {shown.text.trim() === '' ? <p class="empty">No text could be taken from the page.</p> : <NoticeText shown={shown} />}
          </section>
          <div class="side">
            <section aria-labelledby="practices">
              <h2 id="practices">What it says, practice by practice</h2>
              <p class="note">
                <MachineReading /> unless a person has confirmed it. Reader {shown.reader_version}.
              </p>
              <NoticePractices practices={shown.practices} />
            </section>
            {shown.readable && shown.problems.length > 0 ? <Problems shown={shown} /> : null}
          </div>
        </div>
      ) : null}
      <section class="block" aria-labelledby="provenance">
        <h2 id="provenance">Where it comes from</h2>
        <Facts
          facts={[
            ['Address', <Outside href={data.url}>{data.url}</Outside>],
            ['How we know of it', <Name>{data.source}</Name>],
            ['Title of the page', shown?.title ? <Name>{shown.title}</Name> : null],
            ['Language', shown ? (shown.language ?? 'not given by the page') : null],
            ['Shown here', snapshot ? <At instant={snapshot.captured_at} /> : null],
            ['How it was captured', snapshot ? <Name>{snapshot.provenance}</Name> : null],
            ['SHA-256 of the page', snapshot ? <Hash of={snapshot.sha256} /> : null],
            ['Size', snapshot ? `${bytesWords(snapshot.bytes)}, ${snapshot.content_type}` : null],
          ]}
        />
        <Versions data={data} />
      </section>
    </Layout>
  );
}

function opening(shown: Shown | null, snapshot: Snapshot | undefined) {
  if (shown === null) return 'No capture of this notice has been read yet, so nothing can be said of what it tells the public.';
  const when = snapshot ? (
    <>
      Captured <At instant={snapshot.captured_at} />.{' '}
    </>
  ) : null;
  return (
    <>
      {when}
      {shown.readable
        ? `Read whole: ${whole(snapshot?.words ?? 0)} words. Passages that speak of a practice are marked.`
        : 'It could not be read whole, so nothing is said of what it leaves out.'}
    </>
  );
}

function NotReadable({ shown }: { readonly shown: Shown }) {
  return (
    <section class="missing" aria-labelledby="unreadable">
      <h2 id="unreadable">This notice could not be read whole</h2>
      <p>What was found in it is shown. What was not found may still be there: every such question is answered “cannot tell”.</p>
      <ProblemList shown={shown} />
    </section>
  );
}

function Problems({ shown }: { readonly shown: Shown }) {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Limits of this reading</h2>
      <ProblemList shown={shown} />
    </section>
  );
}

function ProblemList({ shown }: { readonly shown: Shown }) {
  return (
    <ul class="plain">
      {shown.problems.map((problem) => (
        <li dir="auto">{problem.message}</li>
      ))}
    </ul>
  );
}

function StanceKey() {
  return (
    <ul class="stance-key" aria-label="How passages are marked">
      <li>
        <mark class="said said-stated">says so</mark>
      </li>
      <li>
        <mark class="said said-vague">in general words</mark>
      </li>
      <li>
        <mark class="said said-denied">says it does not</mark>
      </li>
      <li>
        <mark class="said said-aside">listed, not counted</mark>
      </li>
    </ul>
  );
}

function Versions({ data }: { readonly data: NoticeView }) {
  if (data.snapshots.length === 0) return <p>It has not been captured yet.</p>;
  return (
    <Cards caption="Every capture, newest first" heads={['Captured', 'Read', 'How', 'SHA-256']}>
      {data.snapshots.map((snapshot) => (
        <Row>
          <Head>
            <a href={noticePath(data.id, snapshot.captured_at)} aria-current={snapshot.id === data.shown?.id ? 'true' : undefined}>
              <At instant={snapshot.captured_at} />
            </a>
            {snapshot.id === data.shown?.id ? <span class="under">shown above</span> : null}
          </Head>
          <Cell label="Read">{snapshot.readable ? `${whole(snapshot.words)} words` : 'could not be read whole'}</Cell>
          <Cell label="How">
            <Name>{snapshot.provenance}</Name>
          </Cell>
          <Cell label="SHA-256">
            <Hash of={snapshot.sha256} />
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}
