import type fi from './fi';

const en: typeof fi = {
  waiting: 'You are waiting for the right to vote',
  waitingText:
    'You have joined and are present. The chair or the secretary confirms your right to vote. The polls open for you right after that.',
  observer: 'You are here as an observer',
  observerText: 'You see everything that the others see, and you do not vote.',
  admitted: 'You may vote now.',
  substituted: (name) => `${name} has your place now`,
  substitutedText: 'The deputy has your right to vote until the place is given back.',
  deputy: (name) => `You are a deputy. Ordinary representative: ${name}`,
  deputyText:
    'When you take the place, the right to vote is yours, and the ordinary representative cannot vote.',
  take: 'I take the place',
  active: (name) => `You have the place now whose ordinary representative is ${name}`,
  activeText: 'You vote instead of the ordinary representative. Both are recorded in the minutes.',
  give: 'I give the place back',
};

export default en;
