/** What a declaration file says is done apart from the criteria of its audiences: the answers that stand for a practice or a criterion. */
import type { CriterionId } from '../../core/criteria.ts';
import type { PracticeId } from '../../core/practices.ts';
import type { Path } from './paths.ts';
import { usesOf } from './uses.ts';
import type { FileView } from './view.ts';

/** One thing that an answer says is done. Some answers stand for a practice alone. */
export interface StatedPractice {
  readonly path: Path;
  readonly practice: PracticeId;
  readonly criterion: CriterionId | null;
}

/** Everything the file says yes to. */
export function practicesIn(file: FileView): readonly StatedPractice[] {
  const { profiling, delivery, suppliers, transfers, controllers } = file;
  const special = usesOf(file).find(({ entry }) => 'special_category' in entry && entry.special_category?.level === 'direct');
  const joint = (controllers ?? []).findIndex((controller) => controller?.role === 'joint');
  const inputs = profiling?.inputs_combined;
  const stated = (practice: PracticeId, path: Path, is: boolean, criterion: CriterionId | null = null): readonly StatedPractice[] =>
    is ? [{ path, practice, criterion }] : [];
  const delivered = file.ad_delivery_used === true ? ['ad_delivery_used'] : ['delivery', 'automation'];
  return [
    ...stated('profiling', ['profiling', 'done'], profiling?.done === true),
    ...stated(
      'data-combination',
      ['profiling', 'inputs_combined'],
      profiling?.done === true && typeof inputs === 'object' && inputs.length >= 2,
    ),
    ...stated('automated-decisions', ['profiling', 'automated_decision'], profiling?.automated_decision === true),
    ...stated('processors', ['suppliers'], typeof suppliers === 'object' && suppliers.length > 0),
    ...stated('international-transfer', ['transfers'], typeof transfers === 'object' && transfers.length > 0),
    ...stated('joint-controllers', ['controllers', joint, 'role'], joint >= 0),
    ...stated('special-category-data', special?.path ?? [], special !== undefined),
    ...stated('delivery-optimisation', delivered, file.ad_delivery_used === true || delivery?.automation === true, 'delivery.optimised'),
  ];
}
