import { ballots } from '../../ballot/texts';
import { optionOf } from '../form';
import { left } from './answers';
import type { KindForm } from '../form';
import PointsFields from './PointsFields.svelte';

export const pointsForm: KindForm<readonly number[]> = {
  Fields: PointsFields,
  progress: (_, form) => {
    const { points } = ballots.t;
    const rest = left(form);
    return rest === 0 ? points.complete : rest > 0 ? points.left(rest) : points.over(-rest);
  },
  lines: (poll, form) => form.map((points, i) => ({ about: optionOf(poll, i), answer: `${points}` })),
  manyAnswers: true,
};
