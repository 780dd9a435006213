import { mount } from 'svelte';
import { common } from './words/common';
import { firstLanguage, locale } from './words/locale.svelte';
import { signin } from './features/identity/signin/texts';
import Entry from './pages/sign-in/Entry.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');

const language = firstLanguage();
await Promise.all([common.load(language), signin.load(language)]);
await locale.use(language);
mount(Entry, { target });
