import { Shelf } from '../../../words/area.svelte';
import { joiningTexts } from '../../../features/meeting/screen/texts';
import { pollTexts } from '../../../features/poll/screen/texts';
import { stageTexts } from './stage';

/** What the projector says beside what staff's pages say. */
export const screen = new Shelf(
  { joining: joiningTexts, polls: pollTexts, stage: stageTexts },
  {
    fi: () => import('./fi'),
    sv: () => import('./sv'),
    en: () => import('./en'),
  },
);
