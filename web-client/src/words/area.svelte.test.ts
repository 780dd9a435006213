import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { LoadedArea } from './area.svelte';
import { locale } from './locale.svelte';

const source = (hello: string) => () => Promise.resolve({ default: { hello } });

it('follows the language without making anew what awaited it', async () => {
  const area = new LoadedArea({ fi: source('hei'), sv: source('hej'), en: source('hello') });
  let made = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      made++;
      void area.load();
    });
  });
  flushSync();
  await area.load();
  expect(area.t.hello).toBe('hei');
  await locale.use('sv');
  flushSync();
  expect(area.t.hello).toBe('hej');
  expect(made).toBe(1);
  stop();
  await locale.use('fi');
});
