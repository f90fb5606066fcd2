/** Every criterion that a declaration file states: from its criteria and from its blocks. The checks and the statements share it. */
import { type CriterionId, criterion } from '../../core/criteria.ts';
import type { Path } from './paths.ts';
import type { AudienceView, FileView } from './view.ts';

type Entry = NonNullable<NonNullable<AudienceView['criteria']>[number]>;
type Block<Name extends 'list' | 'lookalike' | 'retargeting' | 'engagement'> = Exclude<
  NonNullable<AudienceView[Name]>,
  string | readonly unknown[]
>;
export type ListBlock = Block<'list'>;

/** One criterion of one audience. */
export interface StatedUse {
  readonly path: Path;
  readonly audience: AudienceView;
  readonly criterion: CriterionId;
  readonly label: string;
  readonly entry: Entry | ListBlock | Block<'lookalike'> | Block<'retargeting'> | Block<'engagement'>;
}

/** An audience with its place. */
export interface PlacedAudience {
  readonly path: Path;
  readonly audience: AudienceView;
}

export function audiencesOf(file: FileView): readonly PlacedAudience[] {
  return (file.audiences ?? []).flatMap((audience, index) => (audience ? [{ path: ['audiences', index], audience }] : []));
}

/** The criteria entries of an audience, each with its place. */
export function entriesOf({ path, audience }: PlacedAudience): readonly { readonly path: Path; readonly entry: Entry }[] {
  return (audience.criteria ?? []).flatMap((entry, index) => (entry ? [{ path: [...path, 'criteria', index], entry }] : []));
}

/** The list blocks of an audience, written as one or as several. */
export function listsOf({ path, audience }: PlacedAudience): readonly { readonly path: Path; readonly list: ListBlock }[] {
  const { list } = audience;
  if (typeof list !== 'object') return [];
  if (!isMany(list)) return [{ path: [...path, 'list'], list }];
  return list.flatMap((one, index) => (one ? [{ path: [...path, 'list', index], list: one }] : []));
}

/** Every criterion of every audience, in the order of the form. */
export function usesOf(file: FileView): readonly StatedUse[] {
  return audiencesOf(file).flatMap((placed): readonly StatedUse[] => {
    const { path, audience } = placed;
    const use = (id: CriterionId | null | undefined, at: Path, entry: StatedUse['entry']): readonly StatedUse[] =>
      id ? [{ path: at, audience, criterion: id, label: criterion(id).label, entry }] : [];
    const { lookalike, retargeting, engagement } = audience;
    return [
      ...entriesOf(placed).flatMap(({ path: at, entry }) => use(entry.criterion, at, entry)),
      ...listsOf(placed).flatMap(({ path: at, list }) => use(list.kind && `list.${list.kind}`, at, list)),
      ...(typeof lookalike === 'object' ? use('lookalike', [...path, 'lookalike'], lookalike) : []),
      ...(typeof retargeting === 'object'
        ? use(retargeting.kind && `retargeting.${retargeting.kind}`, [...path, 'retargeting'], retargeting)
        : []),
      ...(typeof engagement === 'object' ? use('engagement', [...path, 'engagement'], engagement) : []),
    ];
  });
}

/** True for a criterion that "no targeting was used" denies: it uses personal data, and is neither a whole country nor the platform's automation. */
export function choosesPeople(id: CriterionId): boolean {
  return criterion(id).personal_data !== 'none' && id !== 'geo.country' && id !== 'delivery.optimised';
}

function isMany<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
