/** Checks on uploaded lists, lookalikes and website visitors. */
import { disagreement, type Fault } from '../errors.ts';
import { isSilence } from '../silences.ts';
import { audiencesOf, listsOf, usesOf } from '../uses.ts';
import type { Checked, FileView } from '../view.ts';

function lists({ file }: Checked) {
  return audiencesOf(file).flatMap((placed) =>
    listsOf(placed).map(({ path, list }) => ({ path, list, audience: placed.audience.id ?? String(placed.path[1]) })),
  );
}

export function listNeedsLawfulBasis(checked: Checked): readonly Fault[] {
  const given = new Set((checked.file.purposes ?? []).map((purpose) => purpose?.lawful_basis));
  const known = checked.file.purposes !== undefined && !checked.spoiled(['purposes']);
  return lists(checked).flatMap(({ path, list, audience }) => {
    const at = [...path, 'lawful_basis'];
    const basis = list.lawful_basis;
    if (basis === undefined) {
      return [disagreement('list-needs-lawful-basis', at, `The list in audience '${audience}' has no lawful basis.`)];
    }
    if (!known || given.has(basis)) return [];
    const words = `The list in audience '${audience}' relies on ${basis}, and no purpose does.`;
    return [{ ...disagreement('list-needs-lawful-basis', at, words), found: basis }];
  });
}

export function listNeedsQuote(checked: Checked): readonly Fault[] {
  const { notices } = checked.file;
  if (notices === undefined || lists(checked).length === 0) return [];
  const privacy = notices.findIndex((notice) => notice?.kind === 'privacy');
  const quoted = notices.some((notice) => notice?.kind === 'privacy' && notice.quote !== undefined && !isSilence(notice.quote));
  if (quoted) return [];
  const words = 'A contact list is uploaded. Quote the sentence of your privacy notice that tells people so.';
  return [disagreement('list-needs-quote', privacy < 0 ? ['notices'] : ['notices', privacy, 'quote'], words)];
}

export function listNeedsRecipient(checked: Checked): readonly Fault[] {
  return lists(checked).flatMap(({ path, list, audience }) => {
    if (list.platform_recipients !== undefined && list.platform_recipients.length > 0) return [];
    const words = `Name the platform company that receives the list in audience '${audience}'.`;
    return [disagreement('list-needs-recipient', [...path, 'platform_recipients'], words)];
  });
}

export function memberListIsSpecial(checked: Checked): readonly Fault[] {
  return lists(checked).flatMap(({ path, list }) => {
    if (list.kind !== 'member-supporter' || list.special_category?.level !== 'none') return [];
    const words = 'A list of members or supporters reveals political opinions. Say under which condition it is used.';
    return [{ ...disagreement('member-list-is-special', [...path, 'special_category'], words), found: 'none' }];
  });
}

export function lookalikeSeedResolves({ file, spoiled }: Checked): readonly Fault[] {
  // A name that could not be read may be the one meant.
  if (audiencesOf(file).some(({ path }) => ['id', 'list', 'retargeting'].some((part) => spoiled([...path, part])))) return [];
  const described = new Set(seedsOf(file).map(plain));
  return audiencesOf(file).flatMap(({ path, audience }) => {
    const seed = typeof audience.lookalike === 'object' ? audience.lookalike.seed_audience : undefined;
    if (seed === undefined || described.has(plain(seed))) return [];
    const words = `The lookalike in audience '${audience.id}' starts from '${seed}', which this file does not describe.`;
    return [{ ...disagreement('lookalike-seed-resolves', [...path, 'lookalike', 'seed_audience'], words), found: seed }];
  });
}

/** Ids of audiences, names of source lists and domains: what a lookalike may start from. */
function seedsOf(file: FileView): readonly string[] {
  return audiencesOf(file).flatMap((placed) => {
    const { id, retargeting } = placed.audience;
    const domains = typeof retargeting === 'object' ? (retargeting.domains ?? []) : [];
    const names = listsOf(placed).flatMap(({ list }) => list.source_lists ?? []);
    return [id, ...names, ...domains].filter((name) => name !== undefined);
  });
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** Speaks beside `missing-field`: a file needs a privacy notice in any case, and this says what it has to tell. */
export function retargetingNeedsNotice({ file, spoiled }: Checked): readonly Fault[] {
  if (spoiled(['notices']) || (file.notices ?? []).some((notice) => notice?.kind === 'privacy' || notice?.kind === 'cookie')) return [];
  return usesOf(file)
    .filter((use) => use.criterion === 'retargeting.web' || use.criterion === 'retargeting.app')
    .map(({ path }) =>
      disagreement('retargeting-needs-notice', path, 'Website visitors are reached again. Give the address of the notice that says so.'),
    );
}
