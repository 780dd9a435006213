import { mount } from 'svelte';
import { common } from './i18n/common';
import { firstLanguage, locale } from './i18n/locale.svelte';
import { signin } from './i18n/signin/area';
import Entry from './pages/signin/Entry.svelte';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');

const language = firstLanguage();
await Promise.all([common.load(language), signin.load(language)]);
await locale.use(language);
mount(Entry, { target });
