import type { Tally } from '../polls';

/** The chart of each kind, fetched when it is first drawn. Each takes the tally of its kind. */
export const CHARTS: Record<Tally['kind'], () => Promise<{ default: unknown }>> = {
  SCALE: () => import('./scale/ScaleChart.svelte'),
  CHOICE: () => import('./choice/ChoiceChart.svelte'),
  THUMBS: () => import('./choice/ChoiceChart.svelte'),
  RANKING: () => import('./ranking/RankingChart.svelte'),
  POINTS: () => import('./points/PointsChart.svelte'),
  TEXT: () => import('./text/TextChart.svelte'),
  WORDS: () => import('./words/WordsChart.svelte'),
  COMMITMENT: () => import('./commitment/CommitmentChart.svelte'),
};
